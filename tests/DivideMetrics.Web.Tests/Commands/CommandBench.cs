using System.Diagnostics;
using DivideMetrics.Testing;

namespace DivideMetrics.Web.Tests.Commands;

/// <summary>
/// The real program called from a command line, with a database, home, seeds and data of its own. Its seeds declare one more source,
/// <c>TEST</c>: a file <c>test.csv</c> below its data.
/// </summary>
public sealed class CommandBench(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Source =
        """
        id: TEST
        title: Test
        provider: Test
        adapter: delimited
        location: test.csv
        licence: { id: CC0-1.0, title: Public domain, bulk: true }
        citation: Test.
        released: "2026-01-31"
        schedule: "0 4 * * *"
        series:
          - { code: S, title: Series, unit: PT, min: 0, max: 100 }
        options: { files: test.csv, series: S, area: area, period: year, value: value }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private string _connectionString = "";

    public static string Root { get; } = FindRoot();

    public string Folder { get; } = Directory.CreateTempSubdirectory("dm-commands-").FullName;

    public string Home => Path.Combine(Folder, "home");

    private string Data => Path.Combine(Folder, "data");

    private static string Program { get; } = Path.Combine(
        Root, "src", "DivideMetrics.Web", "bin", Configuration, "net10.0", "DivideMetrics.Web.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await postgres.CreateDatabaseAsync();
        Copy(Path.Combine(Root, "seeds"), Path.Combine(Folder, "seeds"));
        Copy(Path.Combine(Root, "data", "starter"), Path.Combine(Data, "starter"));
        Directory.CreateDirectory(Home);
        Write("seeds/sources/test.yml", Source);
        Write("data/test.csv", Table((2019, "10"), (2020, "20"), (2021, "30"), (2022, "40")));
    }

    public async ValueTask DisposeAsync()
    {
        await postgres.DropDatabaseAsync(_connectionString);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A table of one economy.</summary>
    public static string Table(params (int Year, string Value)[] points) =>
        "area,year,value\n" + string.Concat(points.Select(point => FormattableString.Invariant($"IND,{point.Year},{point.Value}\n")));

    /// <summary>Declares a source <c>BROKEN</c> with an option that its adapter does not know; answers the file.</summary>
    public string DeclareBroken() => Write(
        "seeds/sources/broken.yml",
        Source.Replace("id: TEST", "id: BROKEN", StringComparison.Ordinal).Replace("area: area", "aera: area", StringComparison.Ordinal));

    /// <summary>Writes a file and answers its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Calls the program and waits for its end.</summary>
    public async Task<CommandAnswer> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["DIVIDEMETRICS_HOME"] = Home;
        start.Environment["DIVIDEMETRICS_SEEDS"] = Path.Combine(Folder, "seeds");
        start.Environment["DIVIDEMETRICS_DATA"] = Data;
        start.Environment["ConnectionStrings__DivideMetrics"] = _connectionString;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No DivideMetrics.sln above the tests.");
        }

        return folder.FullName;
    }
}

/// <summary>How a call ended.</summary>
public sealed record CommandAnswer(int ExitCode, string Output, string Error)
{
    /// <summary>Everything that it said, for messages of tests.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}{Error}";
}
