using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Progress;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>Bounded projection to 2030 of each economy and of the provider's world row.</summary>
internal static class Projection2030
{
    /// <summary>The year up to which trends are drawn: that of the goals.</summary>
    internal const int Target = 2030;

    internal static Measure Measure { get; } = new("projection-2030", MeasureScope.Economy, MeasureNeeds.Bounds, Compute)
    {
        Title = "Projection to 2030",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "indicator's unit",
        Formula = "least squares on ln((x − min)/(max − x)) = a + r t over the points since 2015, transformed back; 95 % prediction interval "
            + "ẑ ± t(0.975, n − 2) s √(1 + 1/n + (t − t̄)²/S_tt); points within 0.05 of 0 or 100 left out, at least 6 needed",
        Reference = "Logistic diffusion with fixed bounds, ordinary least squares on the logit scale",
        Range = "inside the bounds of the indicator",
    };

    /// <summary>The trend of a series since the base year of the goals.</summary>
    internal static LogitTrend? TrendOf(YearSeries series, Indicator indicator, out string? reason)
    {
        var window = series.Since(UnsdProgress2023.BaseYear);
        var trend = LogitTrend.Fit(window.Years, window.Values, BoundsOf(indicator), out reason);
        reason = trend is null ? FormattableString.Invariant($"no trend since {UnsdProgress2023.BaseYear}: {reason}") : null;
        return trend;
    }

    /// <summary>Says how many points are estimates: they are smoother than data, and intervals from them too narrow.</summary>
    internal static Assessed WithEstimates(Assessed found, YearSeries series)
    {
        var window = series.Since(UnsdProgress2023.BaseYear);
        var estimates = window.Statuses.Count(status => status is ObsStatus.E or ObsStatus.I);
        return estimates == 0
            ? found
            : found with { Reason = FormattableString.Invariant($"{found.Reason}; {estimates} of {window.Count} points are estimates: interval too narrow") };
    }

    internal static Bounds BoundsOf(Indicator indicator) => new(indicator.Min!.Value, indicator.Max!.Value);

    private static IEnumerable<Gap> Compute(GapContext context) =>
        context.Tracked()
            .Where(row => row.Series.Years[^1] < Target)
            .Select(row => context.Gap(Measure.Id, row.Subject, Target, Of(row.Series, context.Indicator)));

    private static Assessed Of(YearSeries series, Indicator indicator) =>
        TrendOf(series, indicator, out var reason) is { } trend ? WithEstimates(trend.At(Target), series) : Assessed.Not(reason!);
}
