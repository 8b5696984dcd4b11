using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The median of a group, by people and by economies.</summary>
internal static class MedianOfGroup
{
    private const MeasureLaws Common =
        MeasureLaws.Symmetric | MeasureLaws.ScalesWithValues | MeasureLaws.AmongValues | MeasureLaws.WeightUnitInvariant;

    internal static Measure Weighted { get; } = new("median", MeasureScope.Group, MeasureNeeds.Weights, ComputeWeighted)
    {
        Documented = [new(typeof(Quantile), nameof(Quantile.Weighted))],
        Title = "Population-weighted median",
        Unit = "indicator's unit",
        Formula = "quantile 0.5 of the economies' values weighted by population, linear interpolation of the cumulated weights" + GroupMeasure.Rule,
        Reference = "Choice of this product for weighted quantiles; type 7 of Hyndman and Fan when weights are equal",
        Range = "from the least to the greatest member",
        Laws = Common | MeasureLaws.IgnoresWeightless,
    };

    internal static Measure Unweighted { get; } = new("median-unweighted", MeasureScope.Group, MeasureNeeds.Weights, ComputeUnweighted)
    {
        Documented = [new(typeof(Quantile), nameof(Quantile.Of))],
        Title = "Unweighted median",
        Unit = "indicator's unit",
        Formula = "quantile 0.5 of the economies' values, each counting alike" + GroupMeasure.Rule,
        Reference = "Type 7 of Hyndman and Fan",
        Range = "from the least to the greatest member",
        Laws = Common | MeasureLaws.Monotone,
    };

    private static IEnumerable<Gap> ComputeWeighted(GapContext context) =>
        GroupMeasure.ForGroups(context, Weighted.Id, group => Quantile.Weighted(group.Values, group.Weights, 0.5));

    private static IEnumerable<Gap> ComputeUnweighted(GapContext context) =>
        GroupMeasure.ForGroups(context, Unweighted.Id, group => Quantile.Of(group.Values, 0.5));
}
