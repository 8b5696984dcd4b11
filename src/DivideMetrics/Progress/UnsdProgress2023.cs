using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>
/// Progress status by the rule of the UNSD Progress Chart, Technical Note 2023 (as stated by EUSTAT): the compound annual growth rate since 2015
/// is carried on to the target year and compared with the way to go. Optimistic for bounded percentages: show a bounded projection beside it.
/// </summary>
public static class UnsdProgress2023
{
    /// <summary>Year from which progress counts.</summary>
    public const int BaseYear = ProgressStretch.CountsFrom;

    private const double OnTrackFrom = 0.95;
    private const double FairFrom = 0.10;
    private const double FastGrowth = 0.02;
    private const double SlowGrowth = 0.005;

    /// <summary>
    /// CAGR = (v_t/v_b)^(1/(t−b)) − 1; v̂ = v_t (1 + CAGR)^(T−t); ρ = (v̂ − v_b)/(v_T − v_b). On track from 0.95, fair from 0.10, else stagnation.
    /// Without a numeric target by the CAGR in the desired direction: from 2 %, from 0.5 %, below. Met overrides all.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met" and target year.</param>
    /// <returns>
    /// Value: ρ (1 = the target is just reached in the target year), null where the class does not rest on ρ. Category: one of
    /// <see cref="ProgressStatus.OfUnsd"/>. Not assessable: no value after 2015, one point only, a base of 0, values below 0, a base at the target
    /// or beyond it, a target year that is over. The base is the value of 2015, else of the nearest year, the earlier of two.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Assess(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target) =>
        ProgressFrame.Assess(years, values, target, Apply);

    private static Assessed Apply(ProgressStretch stretch, ProgressTarget target)
    {
        if (stretch.Growth is not { } growth)
        {
            return ProgressFrame.NotAssessable(stretch.NoGrowth);
        }

        var remark = FormattableString.Invariant($"{100 * growth:0.00} % a year from {stretch.BaseYear} to {stretch.LatestYear}");
        if (target.Value is not { } goal)
        {
            return Assessed.Not($"no numeric target: classed by growth, {remark}") with { Category = ByGrowth(target.Sign * growth) };
        }

        if (target.Obstacle(stretch) is { } obstacle)
        {
            return ProgressFrame.NotAssessable(obstacle);
        }

        var expected = stretch.Latest * Math.Pow(1 + growth, target.Year - stretch.LatestYear);
        return ProgressFrame.Classed((expected - stretch.Base) / (goal - stretch.Base), $"{remark}; {target.Words}", ByRatio);
    }

    private static string ByRatio(double ratio) =>
        ratio >= OnTrackFrom ? ProgressStatus.OnTrack : ratio >= FairFrom ? ProgressStatus.Fair : ProgressStatus.Stagnation;

    private static string ByGrowth(double desired) =>
        desired >= FastGrowth ? ProgressStatus.OnTrack : desired >= SlowGrowth ? ProgressStatus.Fair : ProgressStatus.Stagnation;
}
