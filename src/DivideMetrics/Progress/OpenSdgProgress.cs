using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>
/// Progress by the rule of Open SDG, which follows Eurostat and Statistics Canada: the growth rate since the base year against the rate that would
/// lead from the base to the target. Where Open SDG replaces a zero by 0.001, this is not assessable.
/// </summary>
public static class OpenSdgProgress
{
    private const double AccelerationFrom = 0.60;
    private const double OnTrackFrom = 0.95;
    private const double FastGrowth = 0.015;
    private const double SlowGrowth = 0.005;
    private const double LimitPower = 4.44;
    private const double Best = 5;

    /// <summary>
    /// R = d CAGR/|CAGR needed|, CAGR = (v_t/v_b)^(1/(t−b)) − 1, CAGR needed = (v_T/v_b)^(1/(T−b)) − 1. On track from 0.95, acceleration needed from
    /// 0.60, limited from 0, else deterioration. Without a numeric target by the CAGR in the desired direction: from 1.5 %, 0.5 %, 0, the first two
    /// times <see cref="LimitFactor"/>. Met overrides all. Source: Open SDG, progress calculation; sdg-build.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met", target year and natural limit.</param>
    /// <returns>
    /// Value: R (1 = just fast enough), null where the class does not rest on R. Category: one of <see cref="ProgressStatus.OfPace"/>. Not assessable:
    /// no value after 2015, one point only, a base or a target of 0, values of two signs, a base at the target or beyond it, a target year that is over.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Assess(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target) =>
        ProgressFrame.Assess(years, values, target, Rate);

    /// <summary>
    /// The score from −5 to 5 that belongs to the class: with a target min(7.1429 R − 4.2857, 5) from R = 0.6 on, else max(4.1667 R − 2.5, −5). Without:
    /// growth g below 0: max(125 g − 2.5, −5); to 0.5 %: 500 g/C − 2.5; to 1.5 %: 250 g/C − 1.25; above: min(500 g/C − 5, 5). A met target is worth 5.
    /// </summary>
    /// <inheritdoc cref="Assess" path="/param"/>
    /// <inheritdoc cref="Assess" path="/exception"/>
    /// <returns>Value: the score. Category and reasons as <see cref="Assess"/>.</returns>
    public static Assessed Score(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        var found = ProgressFrame.Assess(years, values, target, ScoreOf);
        return found.Category == ProgressStatus.Met ? Assessed.Of(Best, "the target is met") with { Category = ProgressStatus.Met } : found;
    }

    /// <summary>
    /// Factor of the thresholds of growth near a natural limit, where growth must slow down: C = 1 − (v_b/y)^4.44 to the limit y,
    /// 1 − ((2y − v_b)/y)^4.44 from there to 2y, 1 elsewhere. From 0 (at the limit) to 1.
    /// </summary>
    /// <param name="value">The base value.</param>
    /// <param name="limit">The limit; null or not above 0: there is none to come near to, and the factor is 1.</param>
    public static double LimitFactor(double value, double? limit)
    {
        if (limit is not { } end || end <= 0 || value < 0 || value >= 2 * end)
        {
            return 1;
        }

        return 1 - Math.Pow((value <= end ? value : (2 * end) - value) / end, LimitPower);
    }

    /// <summary>Class of a ratio of an observed to a required pace.</summary>
    internal static string ByRatio(double ratio) =>
        ratio >= OnTrackFrom ? ProgressStatus.OnTrack
        : ratio >= AccelerationFrom ? ProgressStatus.Acceleration
        : ratio >= 0 ? ProgressStatus.Limited : ProgressStatus.Deterioration;

    private static Assessed Rate(ProgressStretch stretch, ProgressTarget target)
    {
        if (stretch.Growth is not { } growth)
        {
            return ProgressFrame.NotAssessable(stretch.NoGrowth);
        }

        var remark = FormattableString.Invariant($"{100 * growth:0.00} % a year from {stretch.BaseYear} to {stretch.LatestYear}");
        if (target.Value is not { } goal)
        {
            return WithoutTarget(target.Sign * growth, LimitFactor(stretch.Base, target.Limit), remark);
        }

        if ((target.Obstacle(stretch) ?? NoGrowthTo(goal, stretch)) is { } obstacle)
        {
            return ProgressFrame.NotAssessable(obstacle);
        }

        var needed = Needed(stretch, goal, target.Year);
        return ProgressFrame.Classed(
            target.Sign * growth / Math.Abs(needed), FormattableString.Invariant($"{remark}, needed {100 * needed:0.00} %; {target.Words}"), ByRatio);
    }

    private static string? NoGrowthTo(double goal, ProgressStretch stretch) =>
        goal > 0 ? null : FormattableString.Invariant($"no growth rate leads from {stretch.Base} to a target of {goal}");

    private static double Needed(ProgressStretch stretch, double goal, int year) => Math.Pow(goal / stretch.Base, 1.0 / (year - stretch.BaseYear)) - 1;

    private static Assessed WithoutTarget(double growth, double factor, string remark)
    {
        if (factor <= 0)
        {
            return ProgressFrame.NotAssessable($"no numeric target, and the base stands at the natural limit ({remark})");
        }

        var category = growth >= FastGrowth * factor ? ProgressStatus.OnTrack
            : growth >= SlowGrowth * factor ? ProgressStatus.Acceleration
            : growth >= 0 ? ProgressStatus.Limited : ProgressStatus.Deterioration;
        return Assessed.Not($"no numeric target: classed by growth, {remark}") with { Category = category };
    }

    private static Assessed ScoreOf(ProgressStretch stretch, ProgressTarget target)
    {
        var found = Rate(stretch, target);
        if (found.Category == ProgressStatus.NotAssessable)
        {
            return found;
        }

        var score = found.Value is { } ratio
            ? ByRatioScore(ratio)
            : ByGrowthScore(target.Sign * stretch.Growth!.Value, LimitFactor(stretch.Base, target.Limit));
        return Assessed.Of(score, found.Reason) with { Category = found.Category };
    }

    private static double ByRatioScore(double ratio) =>
        ratio >= AccelerationFrom ? Math.Min((7.1429 * ratio) - 4.2857, Best) : Math.Max((4.1667 * ratio) - 2.5, -Best);

    private static double ByGrowthScore(double growth, double factor) =>
        growth < 0 ? Math.Max((125 * growth) - 2.5, -Best)
        : growth < SlowGrowth * factor ? (500 * growth / factor) - 2.5
        : growth < FastGrowth * factor ? (250 * growth / factor) - 1.25
        : Math.Min((500 * growth / factor) - 5, Best);
}
