using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Coefficient of variation between economies, by people and by economies.</summary>
internal static class VariationBetweenEconomies
{
    internal static Measure Weighted { get; } = new("cov", MeasureScope.Group, MeasureNeeds.Weights, ComputeWeighted)
    {
        Documented = [new(typeof(Dispersion), nameof(Dispersion.VariationWeighted))],
        Title = "Coefficient of variation between economies",
        Unit = "ratio",
        Formula = "σ/μ, σ² = Σ p (x − μ)²" + GroupMeasure.Rule,
        Reference = "Population standard deviation over the mean, weighted by population",
        Range = "0 (all equal) and above",
        HigherIsWider = true,
        Laws = MeasureLaws.Inequality | MeasureLaws.ZeroWhenEqual,
    };

    internal static Measure Unweighted { get; } = new("cov-unweighted", MeasureScope.Group, MeasureNeeds.Weights, ComputeUnweighted)
    {
        Documented = [new(typeof(Dispersion), nameof(Dispersion.Variation))],
        Title = "Coefficient of variation between economies, unweighted",
        Unit = "ratio",
        Formula = "σ/μ, σ² = Σ (x − μ)²/n, each economy counting alike" + GroupMeasure.Rule,
        Reference = "Population standard deviation over the mean",
        Range = "0 (all equal) and above",
        HigherIsWider = true,
        Laws = MeasureLaws.ScaleInvariant | MeasureLaws.ReplicationInvariant | MeasureLaws.Symmetric | MeasureLaws.WeightUnitInvariant
            | MeasureLaws.NotNegative | MeasureLaws.ZeroWhenEqual,
    };

    private static IEnumerable<Gap> ComputeWeighted(GapContext context) =>
        GroupMeasure.ForGroups(context, Weighted.Id, group => Dispersion.VariationWeighted(group.Values, group.Weights));

    private static IEnumerable<Gap> ComputeUnweighted(GapContext context) =>
        GroupMeasure.ForGroups(context, Unweighted.Id, group => Dispersion.Variation(group.Values));
}
