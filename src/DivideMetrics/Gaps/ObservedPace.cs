using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How fast an economy, or the provider's world row, has moved in the last five years.</summary>
internal static class ObservedPace
{
    internal static Measure Measure { get; } = new("observed-pace", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Reads = MeasureReads.Point | MeasureReads.Series,
        Documented = [new(typeof(ObservedPace), nameof(ObservedPace.Of)), new(typeof(Pace), nameof(Pace.Of))],
        Title = "Observed pace",
        Unit = "indicator's unit a year",
        Formula = Pace.Formula + "; the sign turned where lower is better",
        Reference = "Linear rate between two observations; window of five years as a choice of this product",
        Range = "any; above 0 towards the better",
        HigherIsWider = false,
    };

    /// <summary>The observed pace towards the better, remarks included.</summary>
    internal static Assessed Of(YearSeries series, int sign) => Pace.Of(series, out var reason) is { } pace
        ? Assessed.Of(sign * pace.PerYear, pace.Basis).Remarked(series.Remark)
        : Assessed.Not(reason!);

    private static IEnumerable<Gap> Compute(GapContext context) =>
        context.Tracked().Select(row => context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row.Series, context.Sign)));
}
