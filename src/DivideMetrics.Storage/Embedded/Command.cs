using System.ComponentModel;
using System.Diagnostics;

namespace DivideMetrics.Storage.Embedded;

/// <summary>A program run to its end. Both streams of its output are kept together.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs the small programs around PostgreSQL: initdb, pg_ctl, chown and the like.</summary>
internal static class Command
{
    /// <summary>Exit code reported for a program that cannot be started, as a shell does.</summary>
    public const int NotFound = 127;

    /// <summary>Runs <paramref name="line"/> (program, then arguments) and waits; past the limit it is killed.</summary>
    /// <returns>The exit code (127 when there is no such program) and all output.</returns>
    /// <exception cref="EmbeddedPostgresException">The program took longer than <paramref name="limit"/>.</exception>
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> line, TimeSpan limit, CancellationToken ct, string input = "")
    {
        using var process = new Process { StartInfo = Start(line) };
        if (!TryStart(process))
        {
            return new CommandResult(NotFound, $"{line[0]}: no such program");
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(end.Token);
            var errors = process.StandardError.ReadToEndAsync(end.Token);
            await WriteInputAsync(process, input);
            await process.WaitForExitAsync(end.Token);
            return new CommandResult(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            throw new EmbeddedPostgresException($"`{string.Join(' ', line)}` did not end within {limit.TotalSeconds:0} seconds and was stopped.");
        }
    }

    /// <summary>
    /// How every program here is started: in the root folder (the account it drops to may be unable to enter ours),
    /// with messages in English (some are recognised) and without the caller's PG* settings.
    /// </summary>
    public static ProcessStartInfo Start(IReadOnlyList<string> line)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(Environment.CurrentDirectory) ?? string.Empty,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static bool TryStart(Process process)
    {
        try
        {
            return process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task WriteInputAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading; its exit code and output say why.
        }
    }
}
