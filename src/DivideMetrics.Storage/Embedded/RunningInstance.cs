using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DivideMetrics.Storage.Embedded;

/// <summary>The private server of an instance that is at work: how another process of the same owner reaches it.</summary>
public static class RunningInstance
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How to connect to the product's database on the server that runs in a home folder; waits for one that is just starting. Null when
    /// none answers in time, or its files are not for us to read.
    /// </summary>
    public static async Task<string?> FindAsync(string home, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (Read(home) is { } connection && await AnswersAsync(connection, ct))
            {
                return connection;
            }

            if (waited.Elapsed >= patience)
            {
                return null;
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>The port is the fourth line of the server's pid file, whether it is ready the eighth.</summary>
    private static string? Read(string home)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(new Cluster(home).Folder, "postmaster.pid"));
            var isReady = lines.Length >= 8 && lines[7].Trim() == "ready";
            return isReady && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? PostgresServer.ConnectionString(port, EmbeddedPostgres.Database, ServerPassword.In(home).Text)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<bool> AnswersAsync(string connection, CancellationToken ct)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var opened = await source.OpenConnectionAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
