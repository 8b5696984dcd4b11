using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>The trend arrow of the Sustainable Development Report, as it is remembered and not verified: shown as an assumption, never counted.</summary>
public static class SdrTrend
{
    /// <summary>At least the required pace.</summary>
    public const string OnTrack = ProgressStatus.OnTrack;

    /// <summary>From half the required pace.</summary>
    public const string Moderate = "moderately-improving";

    /// <summary>From standing still.</summary>
    public const string Stagnating = "stagnating";

    /// <summary>Away from the target.</summary>
    public const string Decreasing = "decreasing";

    /// <summary>How many years back "recent" reaches; an assumption.</summary>
    public const int RecentYears = 4;

    /// <summary>All classes, best first.</summary>
    public static IReadOnlyList<string> Categories { get; } = [ProgressStatus.Met, OnTrack, Moderate, Stagnating, Decreasing, ProgressStatus.NotAssessable];

    /// <summary>
    /// Change a year over the last four years (from the value nearest to four years before the latest) divided by the change a year that leads from
    /// the base (2015 or the nearest year) to the target. From 1 on track, from 0.5 moderately improving, from 0 stagnating, below 0 decreasing.
    /// Source: SDSN, Sustainable Development Report, from memory; cut-offs, "recent" and the full goal as optimum are assumptions.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met" and target year.</param>
    /// <returns>Value: the ratio, without unit. Category: one of <see cref="Categories"/>. Not assessable as <see cref="LinearProgress"/>.</returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Assess(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        ProgressFrame.Check(years, values, target);
        var recent = years.Length < 2 ? default : ProgressStretch.Recent(years, values, RecentYears);
        return ProgressFrame.Assess(years, values, target, (stretch, aim) => Apply(stretch, recent, aim));
    }

    private static Assessed Apply(ProgressStretch stretch, ProgressStretch recent, ProgressTarget target)
    {
        if (target.Obstacle(stretch) is { } obstacle)
        {
            return ProgressFrame.NotAssessable(obstacle);
        }

        var needed = LinearProgress.Needed(stretch, target);
        var remark = FormattableString.Invariant($"assumption; {LinearProgress.Words(recent, needed, target)} from {stretch.BaseYear}");
        return ProgressFrame.Classed(recent.Pace / needed, remark, ByRatio);
    }

    private static string ByRatio(double ratio) => ratio >= 1 ? OnTrack : ratio >= 0.5 ? Moderate : ratio >= 0 ? Stagnating : Decreasing;
}
