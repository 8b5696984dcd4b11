using DivideMetrics.Gaps;
using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Hosting;

/// <summary>What <c>seeds/</c> declares, checked against the measures that the program knows.</summary>
internal static class Declarations
{
    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="SeedException">Something is missing, against its schema, or does not fit together.</exception>
    public static Catalog Load(string folder) => SeedLoader.Load(folder, MeasureRegistry.Ids.ToHashSet(StringComparer.Ordinal));
}
