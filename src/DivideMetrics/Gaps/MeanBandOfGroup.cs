using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The mean of a group with the band in which it lies whatever the members without data have.</summary>
internal static class MeanBandOfGroup
{
    internal static Measure Measure { get; } = new("mean-band", MeasureScope.Group, MeasureNeeds.Weights, Compute)
    {
        Documented = [new(typeof(MeanBand), nameof(MeanBand.Of))],
        Title = "Mean, and its band for missing members",
        Unit = "indicator's unit",
        Formula = "value = Σ p x / Σ p; interval = the same mean with every member without data at the least and at the greatest possible value; "
            + "where the indicator declares no bound, at the least or greatest value among the group's members of the year" + GroupMeasure.Rule,
        Reference = "Worst-case bounds for missing values, as C. Manski proposes them",
        Range = "from the least to the greatest member",
        Laws = MeasureLaws.OfPeople | MeasureLaws.AmongValues | MeasureLaws.Monotone,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        GroupMeasure.ForGroups(context, Measure.Id, group => Of(group, context.Indicator));

    private static Assessed Of(GroupYear group, Indicator indicator)
    {
        double informed = 0;
        foreach (var weight in group.Weights)
        {
            informed += weight;
        }

        var extremes = new Extremes(indicator.Min ?? group.Values[0], indicator.Max ?? group.Values[^1]);
        var missing = group.MissingWeight;
        var band = MeanBand.Of(group.Mean.Mean.Value!.Value, informed, missing, extremes);
        return missing > 0 ? band with { Reason = Assumed(indicator) } : band;
    }

    private static string? Assumed(Indicator indicator) => indicator switch
    {
        { Min: null, Max: null } => "no bounds are declared: band from the least to the greatest value observed in the group",
        { Min: null } => "no lower bound is declared: band from the least value observed in the group",
        { Max: null } => "no upper bound is declared: band to the greatest value observed in the group",
        _ => null,
    };
}
