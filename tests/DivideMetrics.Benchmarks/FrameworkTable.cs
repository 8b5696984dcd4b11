using DivideMetrics.Seeds;
using DivideMetrics.Tests.Framework;

namespace DivideMetrics.Benchmarks;

/// <summary>Prints what a folder of providers' files gives for the declared framework. Nothing is imported.</summary>
internal static class FrameworkTable
{
    public static async Task<int> WriteAsync(string folder, string seeds)
    {
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"Skipped: there is no folder {Path.GetFullPath(folder)}.");
            return 0;
        }

        var catalog = SeedLoader.Load(seeds);
        var figures = await BundleFigures.ReadAsync(catalog, Path.GetFullPath(folder), CancellationToken.None);
        foreach (var line in FrameworkCoverage.Of(catalog, figures).Lines())
        {
            Console.WriteLine(line);
        }

        return 0;
    }
}
