using System.Diagnostics;
using System.Globalization;
using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Benchmarks;

/// <summary>
/// Imports a bundle into the embedded server and times the computation: of everything, of nothing new, after a new release of one source,
/// and after a release in which three series of sixty changed.
/// </summary>
internal sealed class ComputeBenchmark(ServiceProvider services, string home)
{
    private const string LateSource = "ITU";
    private const string ChangedSource = "WB_WDI";

    private Catalog Catalog => services.GetRequiredService<Catalog>();

    /// <summary>Runs it.</summary>
    /// <param name="folder">The bundle.</param>
    /// <param name="catalog">The declarations.</param>
    public static async Task RunAsync(string folder, Catalog catalog)
    {
        var home = Path.Combine(Path.GetTempPath(), $"divide-metrics-benchmark-{Guid.NewGuid():n}");
        Directory.CreateDirectory(home);
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(home), NullLogger.Instance, CancellationToken.None);
            await using var services = Services(server.ConnectionString, home, catalog);
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            await new ComputeBenchmark(services, home).MeasureAsync(folder);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static ServiceProvider Services(string connectionString, string home, Catalog catalog)
    {
        var services = new ServiceCollection();
        services.AddDivideMetricsStorage(connectionString, Path.Combine(home, "snapshots"));
        services.AddSingleton(catalog);
        var data = Path.Combine(Repository.Root, "data");
        services.AddDivideMetricsJobs(new() { ConnectionString = connectionString, DataFolder = data, Role = Role.Web });
        return services.BuildServiceProvider();
    }

    private async Task MeasureAsync(string folder)
    {
        using var bundle = Bundle.Open(new(folder, null), Catalog.Bundles, new SourcesOptions());
        await ImportAsync(bundle);
        Console.WriteLine($"{Catalog.Indicators.Count} indicators declared");
        await ComputeAsync("full");
        await ReadAsync();
        await ComputeAsync("unchanged");
        await ImportAsync(LateSource, bundle.ReleasesOf(LateSource)[^1]);
        await ComputeAsync($"new release of {LateSource}");
        await ImportChangedAsync(folder);
        await ComputeAsync($"3 series of {ChangedSource} changed");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process {Peak():0} MB"));
    }

    /// <summary>All delivered sources, then every release of the bundle but the newest of one source.</summary>
    private async Task ImportAsync(Bundle bundle)
    {
        var watch = Stopwatch.StartNew();
        foreach (var source in Catalog.Sources.Where(source => source.Starter))
        {
            await ImportAsync(source.Id, services.GetRequiredService<IByteOrigin>());
        }

        foreach (var source in bundle.Sources.Where(id => Catalog.FindSource(id) is not null))
        {
            var releases = bundle.ReleasesOf(source);
            foreach (var release in source == LateSource ? releases.SkipLast(1) : releases)
            {
                await ImportAsync(source, release);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"imported in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private async Task ImportAsync(string source, IByteOrigin origin)
    {
        try
        {
            await services.GetRequiredService<IngestJob>().RunAsync(new IngestRequest(source, "hand") { Origin = origin }, CancellationToken.None);
        }
        catch (SourceException failure)
        {
            Console.WriteLine($"{source}: {failure.Message}");
        }
    }

    /// <summary>The newest World Bank tables, three of which have another last value.</summary>
    private async Task ImportChangedAsync(string folder)
    {
        var copy = Path.Combine(home, "changed");
        ChangedTables.Write(Path.Combine(folder, "worldbank"), Path.Combine(copy, "worldbank"), tables: 3);
        using var bundle = Bundle.Open(new(copy, null), Catalog.Bundles, new SourcesOptions());
        await ImportAsync(ChangedSource, bundle.ReleasesOf(ChangedSource)[^1]);
    }

    private async Task ComputeAsync(string what)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await services.GetRequiredService<ComputeGapsJob>().RunAsync("hand", CancellationToken.None);
        var (took, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
        var run = (await services.GetRequiredService<RunQueries>().NewestAsync(null, 1, CancellationToken.None))[0];
        var computation = (await services.GetRequiredService<ComputationQueries>().LatestAsync(null, CancellationToken.None))!;
        var size = await SizeAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-32} {took.TotalSeconds,6:0.00} s ({busy.TotalSeconds:0.00} s of this process) {run.Status}: {computation.Figures} figures, {computation.Gaps} measures; "
            + $"rows {run.Difference.Created} new, {run.Difference.Updated} changed, {run.Difference.Withdrawn} withdrawn; peak {Peak():0} MB; {size}"));
    }

    private async Task ReadAsync()
    {
        var queries = services.GetRequiredService<ComputationQueries>();
        var id = (await queries.LatestAsync(null, CancellationToken.None))!.Id;
        foreach (var indicator in new[] { "internet-users", "population" })
        {
            await TimeAsync($"figures of {indicator}", async () => (await queries.FiguresOfIndicatorAsync(id, indicator, CancellationToken.None)).Count);
            await TimeAsync($"measures of {indicator}", async () => (await queries.GapsOfIndicatorAsync(id, indicator, CancellationToken.None)).Count);
        }

        foreach (var subject in new[] { "KEN", "WLD" })
        {
            await TimeAsync($"measures of {subject}", async () => (await queries.GapsOfSubjectAsync(id, subject, CancellationToken.None)).Count);
        }
    }

    /// <summary>The best of five.</summary>
    private static async Task TimeAsync(string what, Func<Task<int>> read)
    {
        var (best, count) = (TimeSpan.MaxValue, 0);
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            count = await read();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  read {what,-28} {best.TotalMilliseconds,7:0.0} ms   {count} rows"));
    }

    private async Task<string> SizeAsync()
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            select string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)), ', ' order by relname)
            from pg_class
            where relname in ('figure', 'gap', 'figure_series', 'gap_series') and relkind = 'r'
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The greatest resident set of this process so far, PostgreSQL's own processes apart.</summary>
    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
