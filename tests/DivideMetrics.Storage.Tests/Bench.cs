using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Storage.Tests;

/// <summary>The product's storage and jobs over one test database, with a data folder of its own.</summary>
public sealed class Bench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Bench(ServiceProvider services, string connectionString, string folder) =>
        (_services, ConnectionString, Folder) = (services, connectionString, folder);

    public string ConnectionString { get; }

    /// <summary>The temporary folder: <c>data/</c> and <c>snapshots/</c> are in it.</summary>
    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Opens it; <paramref name="adapters"/> come on top of the real ones.</summary>
    public static Task<Bench> OpenAsync(string connectionString, Catalog catalog, params SourceAdapter[] adapters) =>
        OpenAsync(connectionString, catalog, services =>
        {
            foreach (var adapter in adapters)
            {
                services.AddSingleton(adapter);
            }
        });

    /// <summary>Opens it; what <paramref name="configure"/> adds goes before what the product registers by default.</summary>
    public static async Task<Bench> OpenAsync(string connectionString, Catalog catalog, Action<IServiceCollection> configure)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"divide-metrics-bench-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var services = new ServiceCollection();
        configure(services);
        services.AddDivideMetricsStorage(connectionString, Path.Combine(folder, "snapshots"));
        services.AddSingleton(catalog);
        services.AddDivideMetricsJobs(new() { ConnectionString = connectionString, DataFolder = Path.Combine(folder, "data"), Role = Role.Web });
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return new(provider, connectionString, folder);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Writes a file below the data folder.</summary>
    public void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(Data, name), lines);

    /// <summary>Imports a source now and answers its run.</summary>
    public async Task<Run> IngestAsync(string source, string trigger = "hand")
    {
        await Get<IngestJob>().RunAsync(source, trigger, TestContext.Current.CancellationToken);
        return await LastRunAsync(source);
    }

    /// <summary>Computes now and answers the run.</summary>
    public async Task<Run> ComputeAsync()
    {
        await Get<ComputeGapsJob>().RunAsync("hand", TestContext.Current.CancellationToken);
        return (await Get<RunQueries>().NewestAsync(null, 1, TestContext.Current.CancellationToken))[0];
    }

    /// <summary>
    /// Stores rows as a vintage, as a run of the job does once they are read; <paramref name="verdict"/> in place of the gate's.
    /// </summary>
    public async Task<Vintage> SaveAsync(VintageDraft draft, IEnumerable<Observation> rows, GateVerdict? verdict = null) =>
        await Get<VintageStore>().SaveAsync(await PrepareAsync(draft, rows, verdict), TestContext.Current.CancellationToken);

    /// <summary>Compares rows with the release before them.</summary>
    public async Task<Preparation> PrepareAsync(VintageDraft draft, IEnumerable<Observation> rows, GateVerdict? verdict = null)
    {
        var (source, ct) = (draft.Source.Id, TestContext.Current.CancellationToken);
        var keys = new ObservationKeys();
        var place = await Get<VintageQueries>().PlaceAsync(source, draft.Released, draft.RetrievedAt, ct);
        var previous = place.Predecessor is null ? ObservationTable.Empty(keys) : await Get<ObservationQueries>().TableAsync(source, place.Predecessor, keys, ct);
        var next = ObservationCollection.Collect(rows, keys, draft.Files, draft.Findings);
        return new(draft, place, previous, next, VintageDiff.Compare(previous, next, Tolerance.Of(draft.Source)), verdict ?? GateVerdict.Pass);
    }

    /// <summary>A draft of a retrieval with a run of its own.</summary>
    public async Task<VintageDraft> DraftAsync(string source, DateOnly? released = null)
    {
        var run = await Get<RunStore>().StartAsync("ingest", source, "hand", TestContext.Current.CancellationToken);
        return new(run, Declared.Source(source), "definition", [], released, DateTimeOffset.UnixEpoch, new());
    }

    public async Task<Run> LastRunAsync(string source) => (await Get<RunQueries>().NewestAsync(source, 1, TestContext.Current.CancellationToken))[0];

    /// <summary>The points of a series as <c>AAA 2020 1.5 A</c>, current or as of a vintage.</summary>
    public async Task<IReadOnlyList<string>> PointsAsync(string source, string code = "S", long? asOf = null) =>
        (await Get<ObservationQueries>().ReadAsync(source, code, asOf, TestContext.Current.CancellationToken))
            .Select(point => FormattableString.Invariant(
                $"{point.Observation.Area} {point.Observation.Year} {point.Observation.Value} {point.Observation.Status}"))
            .ToList();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Small declarations for tests.</summary>
public static class Declared
{
    public static AreaCatalog Areas { get; } = new(
        new[] { "AAA", "BBB", "CCC", "DDD", "EEE" }.Select(code => new Area(code, $"{code[..1]}-land", AreaKind.Economy, null, null)), [], [], [], []);

    /// <summary>A delimited source <c>{id}.csv</c> with the columns <c>area,year,value,status</c> and the series <c>S</c>.</summary>
    public static SourceDefinition Source(string id) => new()
    {
        Id = id,
        Title = id,
        Provider = "Test",
        Adapter = "delimited",
        Location = $"{id}.csv",
        Licence = new("CC0-1.0", "Public domain", null, true),
        Citation = "Test.",
        Series = [new("S", "S", "PT", 0, 100)],
        Options = new Dictionary<string, string>
        {
            ["files"] = $"{id}.csv", ["area"] = "area", ["area-kind"] = "code", ["period"] = "year", ["value"] = "value",
            ["status"] = "status", ["series"] = "S",
        },
    };

    public static Indicator Indicator(string id, params IndicatorSeries[] series) => new()
    {
        Id = id,
        Title = id,
        Definition = id,
        Unit = "PT",
        UnitLabel = "%",
        Direction = Direction.Up,
        Community = "context",
        Dimension = "None",
        Series = series,
        Measures = [],
    };

    public static Catalog Catalog(params SourceDefinition[] sources) =>
        new(Areas, sources.Select(source => Indicator(source.Id.ToLowerInvariant(), new IndicatorSeries(source.Id, "S"))).ToList(), sources, "test");
}
