using Npgsql;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>
/// Holds an import in a phase that happens inside the database: a trigger there waits for a lock that the test has. So a phase lasts as
/// long as a test needs it, on any machine.
/// </summary>
internal sealed class Hold : IAsyncDisposable
{
    /// <summary>The phases of an import; the first two are the adapter's own.</summary>
    public static readonly string[] Phases = ["fetching", "parsing", "copying", "committing", "asking for a computation"];

    private const long Key = 470_011;

    private readonly NpgsqlDataSource _database;
    private readonly NpgsqlConnection _holder;

    private Hold(NpgsqlDataSource database, NpgsqlConnection holder) => (_database, _holder) = (database, holder);

    /// <summary>Sets the trap.</summary>
    public static async Task<Hold> SetAsync(string connectionString, string phase, CancellationToken ct)
    {
        var database = NpgsqlDataSource.Create(connectionString);
        var holder = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(
            holder,
            $$"""
            create or replace function hold() returns trigger language plpgsql as $hold$
            begin
                perform pg_advisory_xact_lock({{Key}});
                return new;
            end $hold$;
            delete from hangfire.job;
            delete from hangfire.jobqueue;
            {{TriggerOf(phase)}}
            select pg_advisory_lock({{Key}})
            """,
            ct);
        return new(database, holder);
    }

    /// <summary>The backend that waits in the trap; null when there is none yet.</summary>
    public async Task<int?> VictimAsync(CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            "select pid from pg_locks where locktype = 'advisory' and objid = $1 and not granted limit 1");
        command.Parameters.Add(new() { Value = (uint)Key, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid });
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    /// <summary>Lets go what is held, and takes the trap away.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await ExecuteAsync(_holder, $"select pg_advisory_unlock({Key})", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // the server went down meanwhile, and the lock with it
        }

        await _holder.DisposeAsync();
        await using (var connection = await _database.OpenConnectionAsync(CancellationToken.None))
        {
            await ExecuteAsync(connection, "drop function hold() cascade", CancellationToken.None);
        }

        await _database.DisposeAsync();
    }

    private static string TriggerOf(string phase) => phase switch
    {
        "copying" => "create trigger hold before insert on observation for each row when (new.year = 1000) execute function hold();",
        "committing" =>
            """
            create constraint trigger hold after update on run deferrable initially deferred
            for each row when (new.status = 'published') execute function hold();
            """,
        "asking for a computation" => "create trigger hold before insert on hangfire.job for each row execute function hold();",
        _ => "",
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
#pragma warning disable CA2100 // composed of this class's own constants
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
