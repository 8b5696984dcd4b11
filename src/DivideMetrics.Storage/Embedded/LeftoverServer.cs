using System.Diagnostics;
using System.Globalization;

namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// What a killed program may have left in the cluster: a server that is still shutting down, or its <c>postmaster.pid</c>.
/// </summary>
internal sealed class LeftoverServer(Cluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(90);

    private string PidFile => Path.Combine(cluster.Folder, "postmaster.pid");

    /// <summary>
    /// Ends the old server, if any. A <c>postmaster.pid</c> whose number belongs to another program by now is removed; one
    /// whose process is dead is left to PostgreSQL, which checks for surviving children by it.
    /// </summary>
    public async Task EndAsync(PostgresBinaries binaries, ServerAccount account, CancellationToken ct)
    {
        if (!await HasEndedAsync(Patience, ct))
        {
            await StopAsync(binaries, account, ct);
        }

        if (Postmaster() is { } number && IsAlive(number))
        {
            File.Delete(PidFile);
        }
    }

    private async Task StopAsync(PostgresBinaries binaries, ServerAccount account, CancellationToken ct)
    {
        var answer = new CommandResult(Command.NotFound, $"{binaries.Folder} has no pg_ctl");
        foreach (var mode in binaries.Has("pg_ctl") ? (string[])["fast", "immediate"] : [])
        {
            var line = account.Line(binaries.Program("pg_ctl"), ["stop", "-D", cluster.Folder, "-m", mode, "-w", "-t", "30"]);
            answer = await Command.RunAsync(line, StopLimit, ct);
            if (answer.Succeeded || await HasEndedAsync(TimeSpan.Zero, ct))
            {
                return;
            }
        }

        throw new EmbeddedPostgresException(
            $"A PostgreSQL server from an earlier run (process {Postmaster()}) still uses {cluster.Folder} and could not be stopped: {answer.Output} "
            + $"Stop it with `kill -INT {Postmaster()}` and start again.");
    }

    private async Task<bool> HasEndedAsync(TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (Postmaster() is { } number && IsOurs(number))
        {
            if (waited.Elapsed >= patience)
            {
                return false;
            }

            await Task.Delay(50, ct);
        }

        return true;
    }

    private int? Postmaster()
    {
        try
        {
            var line = File.ReadLines(PidFile).FirstOrDefault();
            return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsAlive(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether a process is the server of this cluster: its working folder is the cluster (Linux), or it is a postgres at least.</summary>
    private bool IsOurs(int number)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var working = new DirectoryInfo($"/proc/{number}/cwd").ResolveLinkTarget(returnFinalTarget: false);
                return working is not null && IsSameFolder(working.FullName);
            }

            using var process = Process.GetProcessById(number);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No such process, or one of another account: not ours, since ours runs under an account that we may look at.
            return false;
        }
    }

    // The home folder may be reached through links; PostgreSQL sees the real path.
    private bool IsSameFolder(string working) =>
        working == cluster.Folder || File.Exists(Path.Combine(working, "postmaster.pid"))
        && File.ReadAllText(Path.Combine(working, "postmaster.pid")) == File.ReadAllText(PidFile);
}
