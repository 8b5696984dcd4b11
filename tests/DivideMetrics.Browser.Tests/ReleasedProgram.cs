namespace DivideMetrics.Browser.Tests;

/// <summary>
/// A program that has taken in two releases of one source: started over a file of January 2024, stopped, and started again over one of June.
/// The figures are invented.
/// </summary>
public sealed class ReleasedProgram : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("divide-metrics-releases-").FullName;
    private ProgramProcess? _program;

    internal Uri Address => _program!.Address;

    private string Seeds => Path.Combine(_folder, "seeds");

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is null)
        {
            return;
        }

        Copy(Path.Combine(Repository.Root, "seeds"), Seeds);
        Copy(Path.Combine(Repository.Root, "data", "starter"), Path.Combine(Data, "starter"));
        Directory.CreateDirectory(Path.Combine(_folder, "home"));
        await using (var first = await StartAsync("2024-01-15", 28.5))
        {
            await first.StopAsync();
        }

        _program = await StartAsync("2024-06-10", 30.5);
        await WhenComputedAsync(30.5);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<ProgramProcess> StartAsync(string released, double value)
    {
        var seed = Path.Combine(Seeds, "sources", "unsd.yml");
        var declared = (await File.ReadAllLinesAsync(seed)).Where(line => !line.StartsWith("released:", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(seed, [.. declared, $"released: {released}"]);
        await File.WriteAllLinesAsync(
            Path.Combine(Data, "starter", "UNSD_17.8.1.csv"),
            [
                "REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "DEU,_T,2020,88.5,A", "DEU,_T,2021,91.5,A", "BRA,_T,2020,80.5,A", "BRA,_T,2021,81.5,A",
                "KEN,_T,2020,22.5,E", FormattableString.Invariant($"KEN,_T,2021,{value},A"), "WLD,_T,2020,58.5,E", "WLD,_T,2021,60.5,E",
            ]);
        var program = ProgramProcess.StartIn(Path.Combine(_folder, "home"), Seeds, Data);
        await program.WhenReadyAsync();
        return program;
    }

    /// <summary>Ready is also the state before: waits for the new release.</summary>
    private async Task WhenComputedAsync(double value)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var row = FormattableString.Invariant($"KEN,_T,2021,{value},");
        while (!(await client.GetStringAsync(new Uri(Address, "/indicators/internet-users.csv?country=KEN"), patience.Token)).Contains(row, StringComparison.Ordinal))
        {
            await Task.Delay(250, patience.Token);
        }
    }
}
