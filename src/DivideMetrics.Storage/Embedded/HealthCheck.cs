using System.Diagnostics;
using Npgsql;

namespace DivideMetrics.Storage.Embedded;

/// <summary>Waits until the server answers a query.</summary>
internal static class HealthCheck
{
    private const string StartingUp = "57P03";
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromMinutes(15);

    /// <summary>True once <c>select 1</c> is answered, false when the server ended instead.</summary>
    /// <exception cref="EmbeddedPostgresException">
    /// No answer in a minute (15 minutes while the server says that it recovers from a crash), or the password was refused.
    /// </exception>
    public static async Task<bool> WaitAsync(string connectionString, ServerProcess server, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (!server.HasExited)
        {
            var failure = await AskAsync(connectionString, ct);
            if (failure is null)
            {
                return true;
            }

            if (failure is PostgresException { SqlState: var state } && state != StartingUp)
            {
                throw new EmbeddedPostgresException($"The private PostgreSQL runs, but refuses its own program: {failure.Message} "
                    + "If the password file was changed, delete it: the next start sets a new password.", failure);
            }

            var limit = failure is PostgresException ? RecoveryLimit : AnswerLimit;
            if (waited.Elapsed > limit)
            {
                throw new EmbeddedPostgresException(
                    $"The private PostgreSQL did not answer within {limit.TotalSeconds:0} seconds: {failure.Message}", failure);
            }

            await Task.Delay(20, ct);
        }

        return false;
    }

    private static async Task<Exception?> AskAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5, CommandTimeout = 5 };
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("select 1", connection);
            await command.ExecuteScalarAsync(ct);
            return null;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return failure;
        }
    }
}
