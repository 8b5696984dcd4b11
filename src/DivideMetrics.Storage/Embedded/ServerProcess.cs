using System.Diagnostics;

namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// One run of the server. On Unix a small shell stands between: it is in a session of its own, so that Ctrl-C reaches
/// only our program, and holds the reading end of a pipe from us. When we close it, or die in any way, the shell sees the
/// end of the file and stops the server (fast, and after 30 seconds at once). Nothing outlives the program.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Script = """
        umask 077
        exec >>"$1" 2>&1
        shift
        exec 3<&0 </dev/null
        "$@" 3<&- &
        server=$!
        (
          while read -r line <&3; do :; done
          kill -INT "$server" || exit
          seconds=0
          while [ "$seconds" -lt 30 ]; do
            sleep 1
            kill -0 "$server" || exit
            seconds=$((seconds + 1))
          done
          kill -QUIT "$server"
        ) 2>/dev/null &
        reader=$!
        trap '' INT
        wait "$server"
        code=$?
        kill "$reader" 2>/dev/null
        exit "$code"
        """;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(45);

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the server; <paramref name="line"/> is its command line.</summary>
    public static ServerProcess Start(IReadOnlyList<string> line, string logFile)
    {
        if (OperatingSystem.IsWindows())
        {
            return StartOnWindows(line, logFile);
        }

        string[] session = File.Exists("/usr/bin/setsid") || File.Exists("/bin/setsid") ? ["setsid"] : [];
        var start = Command.Start([.. session, "sh", "-c", Script, "sh", logFile, .. line]);
        start.RedirectStandardOutput = false;
        start.RedirectStandardError = false;
        var process = new Process { StartInfo = start };
        process.Start();
        return new ServerProcess(process);
    }

    public Task WaitAsync(CancellationToken ct) => _process.WaitForExitAsync(ct);

    /// <summary>Asks for a fast shutdown and returns at once; works even while the program itself is ending.</summary>
    public void BeginStop(Action windowsStop)
    {
        if (OperatingSystem.IsWindows())
        {
            windowsStop();
            return;
        }

        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell is gone already, and the server with it.
        }
    }

    /// <summary>Waits for the end of a server that was asked to stop; past the limit it is killed.</summary>
    public async Task EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public void Dispose() => _process.Dispose();

    private static ServerProcess StartOnWindows(IReadOnlyList<string> line, string logFile)
    {
        var process = new Process { StartInfo = Command.Start(line) };
        var log = TextWriter.Synchronized(new StreamWriter(logFile, append: true) { AutoFlush = true });
        process.OutputDataReceived += (_, text) => log.WriteLine(text.Data);
        process.ErrorDataReceived += (_, text) => log.WriteLine(text.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process);
    }
}
