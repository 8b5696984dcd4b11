using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DivideMetrics.Storage.Migrations;

/// <summary>Brings the database to the schema of this program: each numbered SQL file once, in order, in one transaction.</summary>
public sealed partial class Migrator(NpgsqlDataSource database, ILogger<Migrator> logger)
{
    private const long LockKey = 0x4D49_4752_4154_4501;

    /// <summary>Applies what is missing; safe when several nodes start at once.</summary>
    /// <exception cref="InvalidOperationException">The database was written by a newer version of the program.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({LockKey})", cancellationToken);
        await ExecuteAsync(connection, "create table if not exists migration (name text primary key, applied_at timestamptz not null default now())", cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        ThrowIfNewer(applied);
        foreach (var name in Names().Except(applied))
        {
            await ExecuteAsync(connection, Read(name), cancellationToken);
            await using var record = new NpgsqlCommand("insert into migration (name) values ($1)", connection) { Parameters = { new() { Value = name } } };
            await record.ExecuteNonQueryAsync(cancellationToken);
            Applied(logger, name);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The migrations that the database lacks, in order; changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The database was written by a newer version of the program.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("select to_regclass('migration') is not null", connection);
        var applied = await exists.ExecuteScalarAsync(cancellationToken) is true ? await AppliedAsync(connection, cancellationToken) : [];
        ThrowIfNewer(applied);
        return Names().Except(applied).ToList();
    }

    /// <summary>The names of this program's migrations, in order.</summary>
    internal static IReadOnlyList<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => char.IsAsciiDigit(name[0])).Order(StringComparer.Ordinal).ToList();

    private static void ThrowIfNewer(IReadOnlyList<string> applied)
    {
        if (applied.Except(Names()).FirstOrDefault() is { } foreign)
        {
            throw new InvalidOperationException(
                $"The database holds migration '{foreign}', which this version of the program does not know: it was written by a newer version. "
                + "Start that version, or point the program at another database.");
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from migration order by name", connection);
        return await command.ReadAllAsync(row => row.GetString(0), cancellationToken);
    }

#pragma warning disable CA2100 // the text comes from this assembly's own resources
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100

    [LoggerMessage(LogLevel.Information, "Database migration {Name} applied")]
    private static partial void Applied(ILogger logger, string name);
}
