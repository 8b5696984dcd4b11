using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Atkinson's index between economies, for three aversions to inequality.</summary>
internal static class AtkinsonBetweenEconomies
{
    internal static IReadOnlyList<Measure> All { get; } =
    [
        Define("atkinson-05", 0.5, "A = 1 − [Σ p √(x/μ)]²"),
        Define("atkinson-1", 1, "A = 1 − exp(Σ p ln x)/μ; not assessable when a member is at 0"),
        Define("atkinson-2", 2, "A = 1 − 1/Σ p μ/x; not assessable when a member is at 0"),
    ];

    private static Measure Define(string id, double aversion, string formula) => new(
        id, MeasureScope.Group, MeasureNeeds.Weights,
        context => GroupMeasure.ForGroups(context, id, group => Atkinson.Of(group.Values, group.Weights, aversion)))
    {
        Documented = [new(typeof(Atkinson), nameof(Atkinson.Of))],
        Title = FormattableString.Invariant($"Atkinson between economies, ε = {aversion}"),
        Unit = "index",
        Formula = formula + GroupMeasure.Rule,
        Reference = "Standard definition of the index named after A. B. Atkinson",
        Range = "0 (all equal) to below 1",
        HigherIsWider = true,
        Laws = MeasureLaws.Inequality | MeasureLaws.ZeroWhenEqual | MeasureLaws.WithinOne,
    };
}
