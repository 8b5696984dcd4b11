using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Distance of an economy from the mean of its income group.</summary>
internal static class GapToIncomeGroup
{
    internal static Measure Measure { get; } = new(
        "gap-to-income-group", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Weights, Compute)
    {
        Title = "Gap to the income group's average",
        Reads = MeasureReads.Point | MeasureReads.IncomeGroup,
        Unit = "indicator's unit",
        Formula = "mean − x (x − mean where lower is better); mean = population-weighted mean of the economy's income group in the same year, "
            + "latest classification, only where that mean is published",
        Reference = "World Bank income groups; rule of publication as for group means",
        Range = "any; below 0 for economies ahead of their group",
        HigherIsWider = true,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from row in context.Totals()
        select context.Gap(Measure.Id, row.Area, row.Year, Of(context, row.Area, row.Year, row.Value));

    private static Assessed Of(GapContext context, string area, int year, double value)
    {
        if (context.IncomeGroups[area] is not { } group)
        {
            return Assessed.Not("no income group in the latest classification");
        }

        var mean = context.MeanOf(group.Code, year).Mean;
        return mean.Value is { } reference
            ? GapToFrontier.Of(value, reference, context.Indicator.Direction) with { Reason = $"against {group.Name} ({group.Code})" }
            : Assessed.Not($"mean of {group.Name} ({group.Code}) {mean.Reason}");
    }
}
