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
/// A site that began on 20 January 2025. Its internet users came in three releases, each on its day: that of January 2025, that of June
/// 2025, and late, in August 2025, that of September 2024. The survey of e-government came once, as released in February 2024. The figures
/// are invented.
/// </summary>
public sealed class ReleasedSite(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SetClock _clock = new(new(2025, 1, 20));
    private readonly string _folder = Directory.CreateTempSubdirectory("divide-metrics-releases-").FullName;
    private string _database = "";
    private TestSite? _site;

    internal HttpClient Client => _site!.Client;

    internal IServiceProvider Services => _site!.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _site = await TestSite.StartAsync(_database, Role.Web, change: new(services => services.AddSingleton<TimeProvider>(_clock), Declared: Undelivered));
        await TakeSurveyAsync(new(2024, 2, 1));
        await TakeAsync(new(2025, 1, 20), new(2025, 1, 15), "KEN,_T,2021,28.5,A");
        await TakeAsync(new(2025, 6, 15), new(2025, 6, 10), "KEN,_T,2021,30.5,A", "BDI,_T,2021,7.5,A");
        await TakeAsync(new(2025, 8, 1), new(2024, 9, 1), "KEN,_T,2021,25.5,A");
        _clock.Day = new(2025, 9, 1);
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

    private Task TakeSurveyAsync(DateOnly released) =>
        TakeAsync("UNEGOV", released, "UNEGOV_2022.csv", ["name,egdi,epi,osi,hci,tii", "Kenya,0.55,0.45,0.65,0.55,0.45", "Germany,0.85,0.75,0.85,0.95,0.85"]);

    private Task TakeAsync(DateOnly day, DateOnly released, params string[] rows)
    {
        _clock.Day = day;
        return TakeAsync(
            "UNSD",
            released,
            "UNSD_17.8.1.csv",
            ["REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "DEU,_T,2020,88.5,A", "DEU,_T,2021,91.5,A", "KEN,_T,2020,22.5,E", "WLD,_T,2021,60.5,E", .. rows]);
    }

    /// <summary>Imports a release, and computes, with the program's own jobs.</summary>
    private async Task TakeAsync(string source, DateOnly released, string file, string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "starter"));
        await File.WriteAllLinesAsync(Path.Combine(_folder, "starter", file), lines);
        var catalog = Services.GetCatalog();
        await using var jobs = Jobs(catalog with { Sources = catalog.Sources.Select(one => one.Id == source ? one with { Released = released } : one).ToList() });
        await jobs.GetRequiredService<IngestJob>().RunAsync(source, "hand", CancellationToken.None);
        await jobs.GetRequiredService<ComputeGapsJob>().RunAsync("hand", CancellationToken.None);
    }

    private ServiceProvider Jobs(Catalog catalog)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton<TimeProvider>(_clock);
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
