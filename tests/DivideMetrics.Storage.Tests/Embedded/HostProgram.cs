using System.Diagnostics;
using DivideMetrics.Storage.Embedded;

namespace DivideMetrics.Storage.Tests.Embedded;

/// <summary>A program of its own that runs the embedded server until it is told to stop or killed.</summary>
internal sealed class HostProgram : IAsyncDisposable
{
    private readonly Process _process;

    private HostProgram(Process process, string said)
    {
        _process = process;
        Said = said;
    }

    /// <summary>The connection string, or why there is none.</summary>
    public string Said { get; }

    /// <summary>Starts the program, under another account where <paramref name="prefix"/> switches to one, and waits for its word.</summary>
    public static async Task<HostProgram> StartAsync(string home, params string[] prefix)
    {
        string[] line = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "DivideMetrics.EmbeddedHost.dll")];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        start.Environment[HomeFolder.Variable] = home;
        start.Environment["DOTNET_CLI_HOME"] = home;
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync();
        return new HostProgram(process, said ?? "");
    }

    /// <summary>Ends the program as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
