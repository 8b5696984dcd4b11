using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>σ-convergence: does the spread between the economies of a group fall?</summary>
internal static class SigmaConvergence
{
    private const string Set =
        "over the members with values of both years and no break between; base year 2015, or the first later one with a published mean; where "
        + "the set holds at least 2/3 of the group's population";

    private const MeasureLaws Laws = MeasureLaws.ScaleInvariant | MeasureLaws.Symmetric | MeasureLaws.WeightUnitInvariant;

    internal static Measure OfVariation { get; } = new("sigma-convergence", MeasureScope.Group, MeasureNeeds.Weights, ComputeVariation)
    {
        Documented = [new(typeof(SigmaConvergence)), new(typeof(ConstantSet)), new(typeof(Dispersion), nameof(Dispersion.Variation))],
        Title = "σ-convergence: change of the coefficient of variation",
        Unit = "per year",
        Formula = $"(CoV_t − CoV_base)/(t − base), CoV = σ/μ with σ² = Σ (x − μ)²/n, each economy counting alike; {Set}",
        Reference = "Standard definition, after Barro and Sala-i-Martin",
        Range = "any; below 0 the economies draw together",
        HigherIsWider = true,
        Laws = Laws | MeasureLaws.ReplicationInvariant,
    };

    internal static Measure OfLogs { get; } = new("sigma-convergence-log", MeasureScope.Group, MeasureNeeds.Weights, ComputeLogs)
    {
        Documented = [new(typeof(SigmaConvergence)), new(typeof(ConstantSet)), new(typeof(Dispersion), nameof(Dispersion.OfLogs))],
        Title = "σ-convergence: change of the standard deviation of logarithms",
        Unit = "per year",
        Formula = $"(s_t − s_base)/(t − base), s² = Σ (ln x − mean)²/(n − 1), each economy counting alike, members at 0 left out; {Set}",
        Reference = "Standard definition, after Barro and Sala-i-Martin",
        Range = "any; below 0 the economies draw together",
        HigherIsWider = true,
        Laws = Laws,
    };

    private static IEnumerable<Gap> ComputeVariation(GapContext context) =>
        context.ConstantSets.ForGroups(OfVariation.Id, Usable.All, set => Change(set, values => Dispersion.Variation(values)));

    private static IEnumerable<Gap> ComputeLogs(GapContext context) =>
        context.ConstantSets.ForGroups(OfLogs.Id, Usable.Positive, set => Change(set, values => Dispersion.OfLogs(values)));

    private static Assessed Change(ConstantSet set, Func<double[], Assessed> spread)
    {
        var (start, end) = (spread(set.Start), spread(set.End));
        return (start.Value, end.Value) switch
        {
            ({ } first, { } last) => Assessed.Of((last - first) / set.Years, FormattableString.Invariant($"from {first:0.####} to {last:0.####}")),
            (null, _) => start,
            _ => end,
        };
    }
}
