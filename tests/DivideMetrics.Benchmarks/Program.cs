using DivideMetrics.Benchmarks;
using DivideMetrics.Seeds;

if (args is ["projections", var folder, .. var files])
{
    ProjectionBenchmark.Run(folder, files);
    return 0;
}

if (args is not ["ingest" or "read" or "framework", .. { Length: <= 1 } rest])
{
    Console.Error.WriteLine(
        "Usage: ingest|read [path of wdi-325-indicators.tar.gz], framework [folder of providers' files], or projections <folder of World Bank files> <file>…");
    return 2;
}

var root = Repository.Root;
if (args[0] == "framework")
{
    return await FrameworkTable.WriteAsync(rest is [var folder] ? folder : Path.Combine(root, "..", "shared", "data"), Path.Combine(root, "seeds"));
}

var archive = rest is [var path] ? path : Path.Combine(root, "..", "shared", "data", "worldbank", "wdi-325-indicators.tar.gz");
if (!File.Exists(archive))
{
    Console.WriteLine($"Skipped: there is no file {Path.GetFullPath(archive)}.");
    return 0;
}

var seeds = Path.Combine(root, "seeds");
if (args[0] == "read")
{
    ReadBenchmark.Run(Path.GetFullPath(archive), SeedLoader.Load(seeds).Areas);
}
else
{
    await IngestBenchmark.RunAsync(Path.GetFullPath(archive), seeds);
}

return 0;
