using DivideMetrics.Benchmarks;
using DivideMetrics.Seeds;

if (args is ["projections", var folder, .. var files])
{
    ProjectionBenchmark.Run(folder, files);
    return 0;
}

if (args is not ["ingest" or "read" or "duckdb" or "framework" or "compute" or "compute-wide", .. { Length: <= 1 } rest])
{
    Console.Error.WriteLine("Usage: ingest|read|duckdb [path of wdi-325-indicators.tar.gz]");
    Console.Error.WriteLine("       framework [folder of a bundle]");
    Console.Error.WriteLine("       compute|compute-wide [folder of a bundle]   (wide: one more indicator for each World Bank series that the seeds do not use)");
    Console.Error.WriteLine("       projections <folder of World Bank files> <file>…");
    return 2;
}

var root = Repository.Root;
var data = Path.Combine(root, "..", "shared", "data");
if (args[0] == "framework")
{
    return await FrameworkTable.WriteAsync(rest is [var bundle] ? bundle : data, Path.Combine(root, "seeds"));
}

var isComputation = args[0].StartsWith("compute", StringComparison.Ordinal);
var input = Path.GetFullPath(rest is [var path] ? path : isComputation ? data : Path.Combine(data, "worldbank", "wdi-325-indicators.tar.gz"));
if (!Path.Exists(input))
{
    Console.WriteLine($"Skipped: there is nothing at {input}.");
    return 0;
}

var catalog = SeedLoader.Load(Path.Combine(root, "seeds"));
if (args[0] == "duckdb")
{
    return DuckBenchmark.Run(input, catalog.Areas);
}

await (args[0] switch
{
    "compute" => ComputeBenchmark.RunAsync(input, catalog),
    "compute-wide" => ComputeBenchmark.RunAsync(input, WideCatalog.Of(catalog)),
    "ingest" => IngestBenchmark.RunAsync(input, Path.Combine(root, "seeds")),
    _ => Task.Run(() => ReadBenchmark.Run(input, catalog.Areas)),
});
return 0;
