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
        "goal-year", MeasureScope.Economy, MeasureNeeds.Goal | MeasureNeeds.Direction | MeasureNeeds.Bounds, Compute)
    {
        Title = "Year of reaching the goal",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "calendar year",
        Formula = "year in which the bounded trend since 2015 stands at the goal's threshold of \"met\": t = (logit(level) − a)/r; where it is met already, "
            + "the year of first reaching it, linear between points",
        Reference = "Logistic diffusion with fixed bounds; interval by inverse prediction (Fieller)",
        Range = "calendar years as fractions, to 2100",
        HigherIsWider = true,
        Categories = [Met, Expected, NotExpected],
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from row in context.Tracked()
        select context.Gap(Measure.Id, row.Subject, row.Series.Years[^1], Of(row.Series, context.Indicator, context.Sign));

    private static Assessed Of(YearSeries series, Indicator indicator, int sign)
    {
        var level = indicator.Goal!.MetFrom;
        if (sign * (series.Values[^1] - level) >= 0)
        {
            return Reached(series, sign, level) with { Category = Met };
        }

        if (!Projection2030.BoundsOf(indicator).Contains(level))
        {
            return Assessed.Not(FormattableString.Invariant($"a bounded trend never reaches its bound {level}; the goal declares no threshold before it"));
        }

        return Projection2030.TrendOf(series, indicator, out var reason) is { } trend
            ? Projection2030.WithEstimates(Expectation(trend, sign, level, series.Years[^1]), series)
            : Assessed.Not(reason!);
    }

    private static Assessed Reached(YearSeries series, int sign, double level)
    {
        var first = TimeDistance.FirstCrossing(series.Years, [.. series.Values.Select(value => sign * value)], sign * level);
        return first is null || first <= series.Years[0]
            ? Assessed.Not(FormattableString.Invariant($"met since {series.Years[0]} or before, where the series starts"))
            : Assessed.Of(first.Value, "met already");
    }

    private static Assessed Expectation(LogitTrend trend, int sign, double level, int latest)
    {
        if (sign * trend.Line.Slope <= 0)
        {
            return Assessed.Not($"the trend does not lead to the goal ({trend.Basis})") with { Category = NotExpected };
        }

        var year = trend.YearOf(level);
        if (year.Value is not { } reached)
        {
            return year with { Category = NotExpected };
        }

        return reached > latest
            ? year with { Category = Expected }
            : Assessed.Not(FormattableString.Invariant($"the trend passed {level} in {reached:0.0}, the value of {latest} has not"));
    }
}
