using System.Diagnostics;
using System.Globalization;
using DivideMetrics.Jobs;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Benchmarks;

/// <summary>Imports the 325 indicators into the embedded server: first, unchanged, with 1 % of the values changed, and the bare COPY of the same rows.</summary>
internal sealed class IngestBenchmark(ServiceProvider services, string home)
{
    private const double ChangedShare = 0.01;

    public static async Task RunAsync(string archive, string seeds)
    {
        var home = Path.Combine(Path.GetTempPath(), $"divide-metrics-benchmark-{Guid.NewGuid():n}");
        Directory.CreateDirectory(home);
        try
        {
            var changed = Path.Combine(home, "changed.tar.gz");
            Console.WriteLine($"{WorldIndicators.WriteChanged(archive, changed, ChangedShare)} values changed in the copy");
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(home), NullLogger.Instance, CancellationToken.None);
            await using var services = Services(server.ConnectionString, home, WorldIndicators.Catalog(archive, SeedLoader.Load(seeds).Areas));
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            await new IngestBenchmark(services, home).MeasureAsync(archive, changed);
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
        services.AddDivideMetricsJobs(new() { ConnectionString = connectionString, DataFolder = home, Role = Role.Web });
        return services.BuildServiceProvider();
    }

    private async Task MeasureAsync(string archive, string changed)
    {
        await WarmUpAsync(archive);
        var first = await ImportAsync("first import", archive);
        var unchanged = await ImportAsync("unchanged", archive);
        var revised = await ImportAsync("1 % changed", changed);
        var peak = Peak();
        var bare = await BareAsync();
        Console.WriteLine();
        Report("first import / bare COPY", first / bare, "at most 3");
        Report("unchanged, s", unchanged.TotalSeconds, "under 2");
        Report("1 % changed / first import", revised / first, "under 0.5");
        Report("peak memory of this process, MB", peak, "under 500");
    }

    /// <summary>A program that serves has its code compiled and its connections open: a dry run of the same files, which leaves nothing behind.</summary>
    private async Task WarmUpAsync(string archive)
    {
        File.Copy(archive, Path.Combine(home, WorldIndicators.FileName), overwrite: true);
        await services.GetRequiredService<IngestJob>().DryRunAsync(WorldIndicators.Id, "hand", CancellationToken.None);
    }

    private static void Report(string what, double value, string wanted) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {value,8:0.00}   ({wanted})"));

    private async Task<TimeSpan> ImportAsync(string what, string archive)
    {
        File.Copy(archive, Path.Combine(home, WorldIndicators.FileName), overwrite: true);
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await services.GetRequiredService<IngestJob>().RunAsync(WorldIndicators.Id, "hand", CancellationToken.None);
        var (took, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
        var run = (await services.GetRequiredService<RunQueries>().NewestAsync(WorldIndicators.Id, 1, CancellationToken.None))[0];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-14} {took.TotalSeconds,7:0.00} s   ({busy.TotalSeconds:0.00} s of this process) {run.Status}, {run.RowsRead} rows, {run.Difference.Created} new, {run.Difference.Updated} changed, "
            + $"{run.Difference.Withdrawn} withdrawn, {run.Findings} findings {run.Message}"));
        return took;
    }

    /// <summary>The better of three.</summary>
    private async Task<TimeSpan> BareAsync()
    {
        var database = services.GetRequiredService<NpgsqlDataSource>();
        var rows = await services.GetRequiredService<ObservationQueries>().TableAsync(WorldIndicators.Id, null, new ObservationKeys(), CancellationToken.None);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            await BareCopy.PrepareAsync(database);
            var watch = Stopwatch.StartNew();
            await BareCopy.RunAsync(database, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"bare COPY",-14} {watch.Elapsed.TotalSeconds,7:0.00} s   {rows.Count} rows"));
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    /// <summary>The greatest resident set of this process so far, PostgreSQL's own processes apart.</summary>
    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
