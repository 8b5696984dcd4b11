using DivideMetrics.Gaps;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// The bounded projection year by year: from the year after the latest observation to the target year of <see cref="Projection2030"/>,
/// of each economy and of the provider's world row. A series without a trend has one row, of the target year, that says why.
/// </summary>
internal static class ProjectionPath
{
    internal static Measure Measure { get; } = new("projection-path", MeasureScope.Economy, MeasureNeeds.Bounds, Compute)
    {
        Title = "Projection year by year",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "indicator's unit",
        Formula = "the trend of projection-2030, a + r t on the logit scale, transformed back for each year t after the latest observation up to 2030, "
            + "each with its own 95 % prediction interval; the trend need not pass through the latest observation",
        Reference = "Logistic diffusion with fixed bounds, ordinary least squares on the logit scale",
        Range = "inside the bounds of the indicator",
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        context.Tracked().SelectMany(row => Path(context, row.Subject, row.Series));

    private static IEnumerable<Gap> Path(GapContext context, string subject, YearSeries series)
    {
        var first = series.Years[^1] + 1;
        if (first > Projection2030.Target)
        {
            return [];
        }

        return Projection2030.TrendOf(series, context.Indicator, out var reason) is { } trend
            ? Enumerable.Range(first, Projection2030.Target - first + 1)
                .Select(year => context.Gap(Measure.Id, subject, year, Projection2030.WithEstimates(trend.At(year), series)))
            : [context.Gap(Measure.Id, subject, Projection2030.Target, Assessed.Not(reason!))];
    }
}
