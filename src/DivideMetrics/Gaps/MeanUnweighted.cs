using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The mean of a group in which every economy counts alike.</summary>
internal static class MeanUnweighted
{
    internal static Measure Measure { get; } = new("mean-unweighted", MeasureScope.Group, MeasureNeeds.Weights, Compute)
    {
        Documented = [new(typeof(WeightedMean), nameof(WeightedMean.Unweighted))],
        Title = "Unweighted mean",
        Unit = "indicator's unit",
        Formula = "Σ x / n over the members that enter the weighted mean" + GroupMeasure.Rule,
        Reference = "Simple average of a group, as UN ESCAP takes it lest large economies decide",
        Range = "from the least to the greatest member",
        Laws = MeasureLaws.Average | MeasureLaws.Monotone,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        GroupMeasure.ForGroups(context, Measure.Id, group => WeightedMean.Unweighted(group.Values));
}
