using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DivideMetrics.Browser.Tests;

/// <summary>The real program as a process of its own, with its own home folder and a free port.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ProgramProcess(Process process, string home, Uri address)
    {
        _process = process;
        Home = home;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its home folder; deleted with it unless it was given.</summary>
    public string Home { get; }

    private bool KeepsHome { get; init; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>What it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it in a folder that is not its own, as an operator would.</summary>
    public static ProgramProcess Start(int? port = null, params string[] arguments)
    {
        var home = Directory.CreateTempSubdirectory("divide-metrics-browser-").FullName;
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        var start = InfoOf(home, address, arguments);
        return new(Process.Start(start)!, home, address);
    }

    /// <summary>Starts it over a home of its caller's, with its caller's declarations and data: the same program on another day.</summary>
    public static ProgramProcess StartIn(string home, string seeds, string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = InfoOf(home, address);
        start.Environment["DIVIDEMETRICS_SEEDS"] = seeds;
        start.Environment["DIVIDEMETRICS_DATA"] = data;
        return new(Process.Start(start)!, home, address) { KeepsHome = true };
    }

    /// <summary>The link of the first administrator that it has printed; null when it has printed none.</summary>
    public string? SetupLink => Output.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Contains("/admin/set-up?link=", StringComparison.Ordinal));

    /// <summary>Waits until figures are served.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message holds what it said.</exception>
    public async Task WhenReadyAsync()
    {
        using var client = new HttpClient();
        var waiting = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (_process.HasExited || waiting.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Expected {Address}health/ready to answer 200 within {Patience}. The program said:\n{Output}");
            }

            await Task.Delay(250);
        }
    }

    /// <summary>Asks it to stop, as Ctrl-C does, and waits for its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        return await ExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        if (!KeepsHome)
        {
            Directory.Delete(Home, recursive: true);
        }
    }

    private static ProcessStartInfo InfoOf(string home, Uri address, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, "--urls", address.GetLeftPart(UriPartial.Authority), .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DIVIDEMETRICS_HOME"] = home;
        start.Environment.Remove("ConnectionStrings__DivideMetrics");
        return start;
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
