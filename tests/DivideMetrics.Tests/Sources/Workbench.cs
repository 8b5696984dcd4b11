using System.Security.Cryptography;
using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Tests.Sources;

/// <summary>A temporary folder with a real raw store, the adapters as the product registers them, and builders with defaults.</summary>
public sealed class Workbench : IRawStore, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dm-sources-").FullName;
    private readonly ServiceProvider _services;

    internal Workbench(Action<SourcesOptions>? configure = null) =>
        _services = new ServiceCollection().AddSingleton<TimeProvider>(new Clock()).AddDivideMetricsSources(options =>
        {
            options.DataFolder = Path.Combine(_folder, "data");
            options.MinInterval = TimeSpan.Zero;
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.MaxRetryDelay = TimeSpan.FromMilliseconds(5);
            options.MaxRetryAfter = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(options);
        }).BuildServiceProvider();

    public static string Root { get; } = FindRoot();

    internal FindingSink Findings { get; private set; } = new();

    internal SourceRegistry Registry => _services.GetRequiredService<SourceRegistry>();

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static string Specimen(string name) => Path.Combine(Root, "tests", "DivideMetrics.Tests", "Sources", "Specimens", name);

    /// <summary>The two pages of the specimen answer.</summary>
    internal static IReadOnlyList<RawFile> Pages() => [Raw(Specimen("worldbank-page-1.json")), Raw(Specimen("worldbank-page-2.json"))];

    /// <summary>A real file beside the repository; skips the test where there is none.</summary>
    public static string Shared(string path)
    {
        var full = Path.Combine(Root, "..", "shared", "data", path);
        Assert.SkipUnless(Path.Exists(full), $"The provider's file ../shared/data/{path} is not on this machine.");
        return full;
    }

    internal static SourceDefinition Source(string adapter, string location, params string[] series) => new()
    {
        Id = "TEST",
        Title = "Test",
        Provider = "Test",
        Adapter = adapter,
        Location = location,
        Licence = new Licence("X", "Test", null, true),
        Citation = "Test",
        Series = series.Select(code => new SourceSeries(code, code, "PT", null, null)).ToList(),
    };

    /// <summary>Areas of data/starter/areas.csv with the names it has; <c>Bharat</c> is a provider's spelling of IND.</summary>
    internal static AreaCatalog Areas()
    {
        var areas = new List<Area>();
        var spellings = new List<KeyValuePair<string, string>> { new("Bharat", "IND") };
        using var text = CsvReader.Text(File.OpenRead(Path.Combine(Root, "data", "starter", "areas.csv")));
        var reader = new CsvReader(text, "areas.csv");
        for (reader.Read(); reader.Read();)
        {
            var fields = reader.Fields;
            var name = fields[3].Length > 0 ? fields[3] : fields[6].Trim();
            var kind = fields[5] == "aggregate" ? AreaKind.Aggregate : fields[6].Length > 0 ? AreaKind.Economy : AreaKind.Territory;
            areas.Add(new Area(fields[0], name, kind, fields[1].Length > 0 ? fields[1] : null, null));
            spellings.AddRange(
                new[] { fields[4], fields[6] }.Where(spelling => spelling.Length > 0).Select(spelling => KeyValuePair.Create(spelling, fields[0])));
        }

        return new AreaCatalog(areas, [], [], spellings, []);
    }

    /// <summary>Puts text into the data folder.</summary>
    internal void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    internal void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(_folder, "data", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>A raw file over bytes that are on disk already.</summary>
    internal static RawFile Raw(string path, string? name = null) =>
        new(name ?? Path.GetFileName(path), "https://example.org/" + Path.GetFileName(path), "text/plain", "", new FileInfo(path).Length, path);

    internal RawFile RawText(string name, string text) => RawBytes(name, System.Text.Encoding.UTF8.GetBytes(text));

    internal RawFile RawBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return Raw(path);
    }

    internal Task<FetchResult> FetchAsync(SourceDefinition source) =>
        Registry.For(source).FetchAsync(source, this, TestContext.Current.CancellationToken);

    internal List<Observation> Parse(SourceDefinition source, params IReadOnlyList<RawFile> files)
    {
        Findings = new FindingSink();
        var rows = Registry.For(source).Parse(new ParseRequest(source, files, Areas(), Findings)).ToList();
        ObservationCollection.Collect(rows, new ObservationKeys(), files, Findings);
        return rows.DistinctBy(row => (row.Series, row.Area, row.Year)).ToList();
    }

    internal async Task<List<Observation>> ImportAsync(SourceDefinition source) => Parse(source, (await FetchAsync(source)).Files);

    public async Task<RawFile> AddAsync(
        string name, string uri, string mediaType, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var part = Path.Combine(_folder, Path.GetRandomFileName());
        await using (var file = File.Create(part))
        {
            var buffer = new byte[8192];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (file.Length > maxBytes)
                {
                    throw new SourceException($"{uri}: expected at most {maxBytes} bytes, found more.");
                }
            }
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(part, cancellationToken)));
        var kept = Path.Combine(_folder, sha);
        File.Move(part, kept, overwrite: true);
        return new RawFile(name, uri, mediaType, sha, new FileInfo(kept).Length, kept);
    }

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Says 2031-06-01; its timers run.</summary>
    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DivideMetrics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No DivideMetrics.sln above the tests.");
    }
}
