using System.Diagnostics;
using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Benchmarks;

/// <summary>The reading of the 325 indicators alone, stage by stage: where the time of an import goes before the database is asked.</summary>
internal static class ReadBenchmark
{
    public static void Run(string archive, AreaCatalog areas)
    {
        using var services = new ServiceCollection().AddDivideMetricsSources(options => options.DataFolder = Path.GetTempPath()).BuildServiceProvider();
        var source = WorldIndicators.Catalog(archive, areas).Sources[0];
        var adapter = services.GetRequiredService<SourceRegistry>().For(source);
        var files = new[] { new RawFile(WorldIndicators.FileName, "x", "application/gzip", "", new FileInfo(archive).Length, archive) };
        IEnumerable<Observation> Parsed() => adapter.Parse(new(source, files, areas, new FindingSink()));
        for (var round = 1; round <= 3; round++)
        {
            Time("unpack", () => Unpack(archive));
            Time("parse", () => Parsed().Count());
            Time("parse, check, collect", () => ObservationCollection.Collect(
                new RowChecks(source, new FindingSink()).Passing(Parsed(), CancellationToken.None), new ObservationKeys(), files, new FindingSink()).Count);
        }
    }

    private static long Unpack(string archive)
    {
        using var stream = File.OpenRead(archive);
        return IndicatorArchive.Members(stream).Sum(member =>
        {
            member.Content.CopyTo(Stream.Null);
            return 1L;
        });
    }

    private static void Time(string what, Func<long> work)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var count = work();
        var (took, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-24} {took.TotalSeconds,6:0.00} s   ({busy.TotalSeconds:0.00} s of this process)   {count}"));
    }
}
