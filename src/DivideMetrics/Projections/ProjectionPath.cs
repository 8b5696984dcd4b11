using DivideMetrics.Gaps;

namespace DivideMetrics.Projections;

/// <summary>
/// The projection year by year: from the year after the latest observation to the target year of <see cref="Projection2030"/>,
/// of each economy and of the provider's world row. A series without a projection has one row, of the target year, that says why.
/// </summary>
internal static class ProjectionPath
{
    internal static Measure Measure { get; } = new("projection-path", MeasureScope.Economy, MeasureNeeds.None, Compute)
    {
        Documented = [new(typeof(ProjectionPath)), new(typeof(SeriesProjection))],
        Title = "Projection year by year",
        Reads = MeasureReads.Point | MeasureReads.Series,
        Unit = "indicator's unit",
        Formula = "the projection of projection-2030 for each year after the latest observation up to 2030, each with its own 95 % prediction "
            + "interval; it need not pass through the latest observation",
        Reference = Projection2030.Sources,
        Range = "inside the bounds of the indicator",
        Categories = ProjectionModels.Ids,
    };

    private static IEnumerable<Gap> Compute(GapContext context) => context.Projections.SelectMany(row => Path(context, row));

    private static IEnumerable<Gap> Path(GapContext context, SeriesProjection row)
    {
        var first = row.Model is null ? Projection2030.Target : row.Series.Years[^1] + 1;
        return row.Series.Years[^1] >= Projection2030.Target
            ? []
            : Enumerable.Range(first, Projection2030.Target - first + 1)
                .Select(year => context.Gap(Measure.Id, row.Subject, year, row.At(year, LogitTrend.Confidence)));
    }
}
