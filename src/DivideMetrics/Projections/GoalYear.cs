using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>The year in which the goal's threshold is reached, by each economy and by the provider's world row.</summary>
internal static class GoalYear
{
    internal const string Met = "met";
    internal const string Expected = "expected";
    internal const string NotExpected = "not-expected";

    internal static Measure Measure { get; } = new(
        "goal-year", MeasureScope.Economy, MeasureNeeds.Goal | MeasureNeeds.Direction, Compute)
    {
        Documented = [new(typeof(GoalYear)), new(typeof(SeriesProjection))],
        Title = "Year of reaching the goal",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "calendar year",
        Formula = "year in which the projection stands at the goal's threshold of \"met\"; its interval: the years in which the ends of the 95 % interval "
            + "do; where it is met already, the year of first reaching it, linear between points",
        Reference = Projection2030.Sources + "; of logit-linear trends Fieller's inverse prediction",
        Range = "calendar years as fractions, to 2100",
        HigherIsWider = true,
        Categories = [Met, Expected, NotExpected],
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        context.Projections.Select(row => context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row, context.Indicator, context.Sign)));

    private static Assessed Of(SeriesProjection row, Indicator indicator, int sign)
    {
        var level = indicator.Goal!.MetFrom;
        if (sign * (row.Series.Values[^1] - level) >= 0)
        {
            return Reached(row.Series, sign, level) with { Category = Met };
        }

        return row.CanReach(level)
            ? row.YearOf(level, sign)
            : Assessed.Not(FormattableString.Invariant($"a bounded trend never reaches its bound {level}; the goal declares no threshold before it"));
    }

    private static Assessed Reached(YearSeries series, int sign, double level)
    {
        var first = TimeDistance.FirstCrossing(series.Years, [.. series.Values.Select(value => sign * value)], sign * level);
        return first is null || first <= series.Years[0]
            ? Assessed.Not(FormattableString.Invariant($"met since {series.Years[0]} or before, where the series starts"))
            : Assessed.Of(first.Value, "met already");
    }
}
