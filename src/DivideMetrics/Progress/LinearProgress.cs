using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>Progress as a straight line: the change a year since the base against the change a year that would lead from the base to the target.</summary>
public static class LinearProgress
{
    /// <summary>
    /// ratio = [(v_t − v_b)/(t − b)]/[(v_T − v_b)/(T − b)]. On track from 0.95, acceleration needed from 0.60, limited from 0, else deterioration:
    /// the cut-offs of Open SDG, which are an assumption here, as Open SDG compares growth rates. Met overrides all.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met" and target year.</param>
    /// <returns>
    /// Value: the ratio, without unit (1 = just fast enough, below 0 away from the target). Category: one of <see cref="ProgressStatus.OfPace"/>. A base
    /// of 0 is as good as any other here. Not assessable: no value after 2015, one point only, no numeric target, a base at the target or beyond it,
    /// a target year that is over.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Assess(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target) =>
        ProgressFrame.Assess(years, values, target, Apply);

    /// <summary>Change a year that leads from the base of a stretch to the target.</summary>
    internal static double Needed(ProgressStretch stretch, ProgressTarget target) =>
        (target.Value!.Value - stretch.Base) / (target.Year - stretch.BaseYear);

    /// <summary>"3.09 a year from 2015 to 2024, needed 4.01; target 100 in 2030".</summary>
    internal static string Words(ProgressStretch stretch, double needed, ProgressTarget target) => FormattableString.Invariant(
        $"{stretch.Pace:0.##} a year from {stretch.BaseYear} to {stretch.LatestYear}, needed {needed:0.##}; {target.Words}");

    private static Assessed Apply(ProgressStretch stretch, ProgressTarget target)
    {
        if (target.Obstacle(stretch) is { } obstacle)
        {
            return ProgressFrame.NotAssessable(obstacle);
        }

        var needed = Needed(stretch, target);
        return ProgressFrame.Classed(stretch.Pace / needed, Words(stretch, needed, target), OpenSdgProgress.ByRatio);
    }
}
