using Npgsql;

namespace DivideMetrics.Storage.Runs;

/// <summary>
/// "This job is at work on this source": a session lock of PostgreSQL, which ends with its connection. So one run per source
/// at a time on any number of workers, and a killed worker leaves nothing to clean up.
/// </summary>
public sealed class RunLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private RunLock(NpgsqlConnection connection, string name) => (_connection, _name) = (connection, name);

    /// <summary>The lock's name for a job and its source.</summary>
    public static string NameOf(string job, string? source) => source is null ? job : $"{job}:{source}";

    /// <summary>Takes the lock, or answers null when another run holds it.</summary>
    public static async Task<RunLock?> TryTakeAsync(NpgsqlDataSource database, string name, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = name } } };
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            return new(connection, name);
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", _connection) { Parameters = { new() { Value = _name } } };
            await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            // the server is gone, and the lock with it
        }

        await _connection.DisposeAsync();
    }
}
