using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Gini coefficient between economies.</summary>
internal static class GiniBetweenEconomies
{
    internal static Measure Measure { get; } = new("gini", MeasureScope.Group, MeasureNeeds.Weights, Compute)
    {
        Documented = [new(typeof(Gini), nameof(Gini.Weighted))],
        Title = "Gini between economies",
        Unit = "index",
        Formula = "G = 1 − Σ (P_k − P_k−1)(L_k + L_k−1), economies sorted by x, P cumulated share of population, L cumulated share of p · x"
            + GroupMeasure.Rule,
        Reference = "Trapezoid rule on the Lorenz curve, weighted by population",
        Range = "0 (all equal) to below 1",
        HigherIsWider = true,
        Laws = MeasureLaws.Inequality | MeasureLaws.ZeroWhenEqual | MeasureLaws.WithinOne,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        GroupMeasure.ForGroups(context, Measure.Id, group => Gini.Weighted(group.Values, group.Weights));
}
