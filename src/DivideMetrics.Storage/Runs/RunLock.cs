using System.Diagnostics;
using Npgsql;

namespace DivideMetrics.Storage.Runs;

/// <summary>
/// "This job is at work on this source": a session lock of PostgreSQL, which ends with its connection. So one run per source
/// at a time on any number of workers, and a killed worker leaves nothing to clean up.
/// </summary>
public sealed class RunLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private RunLock(NpgsqlConnection connection, string name) => (_connection, _name) = (connection, name);

    /// <summary>The lock's name for a job and its source.</summary>
    public static string NameOf(string job, string? source) => source is null ? job : $"{job}:{source}";

    /// <summary>Takes the lock, or answers null when another run holds it.</summary>
    public static async Task<RunLock?> TryTakeAsync(NpgsqlDataSource database, string name, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        var taken = false;
        try
        {
            await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(new() { Value = name });
            taken = await command.ExecuteScalarAsync(cancellationToken) is true;
            return taken ? new(connection, name) : null;
        }
        finally
        {
            if (!taken)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>Takes the lock, waiting while another run holds it; answers null when the patience is over.</summary>
    /// <param name="database">The database.</param>
    /// <param name="name">Name of the lock.</param>
    /// <param name="patience">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> waits until it is free.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<RunLock?> TakeAsync(NpgsqlDataSource database, string name, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var held = await TryTakeAsync(database, name, cancellationToken);
            if (held is not null || (patience != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(started) >= patience))
            {
                return held;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", _connection);
            command.Parameters.Add(new() { Value = _name });
            await command.ExecuteScalarAsync();
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // the connection is broken, and the lock ended with it
        }

        await _connection.DisposeAsync();
    }
}
