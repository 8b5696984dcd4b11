using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Distance of an economy from the frontier of the same year.</summary>
public static class GapToFrontier
{
    internal static Measure Measure { get; } = new("gap-to-frontier", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Title = "Gap to the frontier",
        Reads = MeasureReads.Point | MeasureReads.Economies,
        Unit = "indicator's unit",
        Formula = "frontier − x (x − frontier where lower is better); frontier = median of the top ceil(n/10) economies of the year, ties by code",
        Reference = "Choice of this product",
        Range = "any; below 0 for economies ahead of the frontier",
        HigherIsWider = true,
    };

    /// <summary>d (reference − x): positive is behind. Unit: the indicator's (percentage points of a percentage).</summary>
    /// <param name="value">Finite value of an economy.</param>
    /// <param name="reference">The frontier, or the mean of a group, of the same year.</param>
    /// <param name="direction">Which way is better.</param>
    /// <exception cref="ArgumentException">A value that is not finite, no direction.</exception>
    public static Assessed Of(double value, double reference, Direction direction)
    {
        Require.Finite(value, nameof(value));
        Require.Finite(reference, nameof(reference));
        return Assessed.Of(GapToGoal.SignOf(direction) * (reference - value));
    }

    private static IEnumerable<Gap> Compute(GapContext context)
    {
        var rows = context.Totals().ToList();
        var frontiers = rows.GroupBy(row => row.Year).ToDictionary(year => year.Key, year => FrontierOf(year, context.Indicator.Direction));
        return rows.Select(row => context.Gap(
            Measure.Id, row.Area, row.Year, Of(row.Value, frontiers[row.Year], context.Indicator.Direction)));
    }

    private static double FrontierOf(IEnumerable<(string Area, int Year, double Value)> rows, Direction direction)
    {
        var year = rows.ToList();
        return Frontier.Of([.. year.Select(row => row.Value)], [.. year.Select(row => row.Area)], direction).Value!.Value;
    }
}
