using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Web.Tests.States;

/// <summary>
/// A site whose one source came in three releases, each on its day: that of January 2025, that of June 2025, and late, in August 2025,
/// that of September 2024. The figures are invented.
/// </summary>
public sealed class ReleasedSite(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Source = "UNSD";
    private static readonly SetClock Clock = new(new(2025, 1, 20));

    private readonly string _folder = Directory.CreateTempSubdirectory("divide-metrics-releases-").FullName;
    private string _database = "";
    private TestSite? _site;

    internal HttpClient Client => _site!.Client;

    internal IServiceProvider Services => _site!.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _site = await TestSite.StartAsync(_database, Role.Web, change: new(services => services.AddSingleton<TimeProvider>(Clock), Declared: Undelivered));
        await TakeAsync(new(2025, 1, 20), new(2025, 1, 15), "KEN,_T,2021,28.5,A");
        await TakeAsync(new(2025, 6, 15), new(2025, 6, 10), "KEN,_T,2021,30.5,A", "BDI,_T,2021,7.5,A");
        await TakeAsync(new(2025, 8, 1), new(2024, 9, 1), "KEN,_T,2021,25.5,A");
        Clock.Day = new(2025, 9, 1);
        await _site.WhenReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        await postgres.DropDatabaseAsync(_database);
        Directory.Delete(_folder, recursive: true);
    }

    // Nothing is imported by itself.
    private static Catalog Undelivered(Catalog catalog) =>
        catalog with { Sources = catalog.Sources.Select(source => source with { Starter = false }).ToList() };

    /// <summary>Imports a release on a day, and computes, with the program's own jobs.</summary>
    private async Task TakeAsync(DateOnly day, DateOnly released, params string[] rows)
    {
        Clock.Day = day;
        Directory.CreateDirectory(Path.Combine(_folder, "starter"));
        await File.WriteAllLinesAsync(
            Path.Combine(_folder, "starter", "UNSD_17.8.1.csv"),
            ["REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "DEU,_T,2020,88.5,A", "DEU,_T,2021,91.5,A", "KEN,_T,2020,22.5,E", "WLD,_T,2021,60.5,E", .. rows]);
        var catalog = Undelivered(Services.GetCatalog());
        await using var jobs = Jobs(catalog with { Sources = catalog.Sources.Select(source => source.Id == Source ? source with { Released = released } : source).ToList() });
        await jobs.GetRequiredService<IngestJob>().RunAsync(Source, "hand", CancellationToken.None);
        await jobs.GetRequiredService<ComputeGapsJob>().RunAsync("hand", CancellationToken.None);
    }

    private ServiceProvider Jobs(Catalog catalog)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(catalog);
        services.AddDivideMetricsStorage(_database, Path.Combine(_folder, "snapshots"));
        services.AddDivideMetricsJobs(new() { ConnectionString = _database, DataFolder = _folder, Role = Role.Web });
        return services.BuildServiceProvider();
    }
}

/// <summary>The tests that share <see cref="ReleasedSite"/>.</summary>
[CollectionDefinition(Name)]
public sealed class ReleasedSiteTests : ICollectionFixture<ReleasedSite>
{
    public const string Name = "released site";
}
