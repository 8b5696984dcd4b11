using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>Coverages over the years, in columns. A year without coverage is null in all of them.</summary>
/// <param name="Areas">Members with data.</param>
/// <param name="AreasOf">All members.</param>
/// <param name="PopulationShare">Share (0–1) of the population.</param>
/// <param name="EstimatedShare">Share (0–1) of the informed population.</param>
public sealed record CoverageColumns(int?[] Areas, int?[] AreasOf, double?[] PopulationShare, double?[] EstimatedShare)
{
    /// <summary>The coverage of a row, or null.</summary>
    public Coverage? this[int row] =>
        Areas[row] is { } areas ? new(areas, AreasOf[row]!.Value, PopulationShare[row]!.Value, EstimatedShare[row]!.Value) : null;

    internal static CoverageColumns? Of(List<Gap> gaps) => gaps.Exists(gap => gap.Coverage is not null)
        ? new(
            PackedColumn.Of(gaps, gap => gap.Coverage?.Areas),
            PackedColumn.Of(gaps, gap => gap.Coverage?.AreasOf),
            PackedColumn.Of(gaps, gap => gap.Coverage?.PopulationShare),
            PackedColumn.Of(gaps, gap => gap.Coverage?.EstimatedShare))
        : null;
}
