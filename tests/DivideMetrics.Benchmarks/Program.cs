using DivideMetrics.Benchmarks;

if (args is not ["ingest", .. { Length: <= 1 } rest])
{
    Console.Error.WriteLine("Usage: ingest [path of wdi-325-indicators.tar.gz]");
    return 2;
}

var root = Repository.Root;
var archive = rest is [var path] ? path : Path.Combine(root, "..", "shared", "data", "worldbank", "wdi-325-indicators.tar.gz");
if (!File.Exists(archive))
{
    Console.WriteLine($"Skipped: there is no file {Path.GetFullPath(archive)}.");
    return 0;
}

await IngestBenchmark.RunAsync(Path.GetFullPath(archive), Path.Combine(root, "seeds"));
return 0;
