using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>β-convergence of a group: speed and half-life, on the scale of logarithms and, for bounded indicators, of logits.</summary>
internal static class BetaConvergenceOfGroup
{
    private const string Set =
        "τ years since the base year 2015, or the first later one with a published mean; ordinary least squares over the members with usable "
        + "values of both years and no break between, each counting alike; interval of 95 % from the slope's standard error; where they hold at "
        + "least 2/3 of the group's population";

    private static readonly Scale Logs = new(
        "", "z = ln x, members at 0 left out; mechanical for a bounded indicator: see the logit version", MeasureNeeds.Weights);

    private static readonly Scale Logits = new(
        "-logit", "z = ln((x − min)/(max − x)), members within 0.05 % of the bounds' distance left out",
        MeasureNeeds.Weights | MeasureNeeds.Bounds);

    internal static IReadOnlyList<Measure> All { get; } = [Speed(Logs), Speed(Logits), HalfLife(Logs), HalfLife(Logits)];

    private static Measure Speed(Scale scale) => new(
        "beta-convergence" + scale.Suffix, MeasureScope.Group, scale.Needs,
        context => Compute(context, "beta-convergence" + scale.Suffix, scale, fit => fit.Speed))
    {
        Documented = [new(typeof(BetaConvergence)), new(typeof(BetaConvergence), nameof(BetaConvergence.Fit)), new(typeof(ConstantSet))],
        Title = "β-convergence: speed" + scale.InTitle,
        Unit = "per year",
        Formula = $"λ = −ln(1 + b τ)/τ, b the slope of (z_t − z_base)/τ over z_base; {scale.Words}; {Set}",
        Reference = "Standard definition, after Barro and Sala-i-Martin",
        Range = "any; above 0 those who started lower catch up",
        HigherIsWider = false,
        Laws = LawsOf(scale),
    };

    private static Measure HalfLife(Scale scale) => new(
        "half-life" + scale.Suffix, MeasureScope.Group, scale.Needs,
        context => Compute(context, "half-life" + scale.Suffix, scale, fit => fit.HalfLife))
    {
        Documented = [new(typeof(BetaConvergence)), new(typeof(BetaConvergence), nameof(BetaConvergence.Fit)), new(typeof(ConstantSet))],
        Title = "β-convergence: half-life" + scale.InTitle,
        Unit = "years",
        Formula = $"ln 2/λ, λ = −ln(1 + b τ)/τ, b the slope of (z_t − z_base)/τ over z_base; not assessable when λ is not above 0; "
            + $"{scale.Words}; {Set}",
        Reference = "Standard definition, after Barro and Sala-i-Martin",
        Range = "above 0: years until half of the distance is closed",
        HigherIsWider = true,
        Laws = LawsOf(scale) | MeasureLaws.NotNegative,
    };

    private static MeasureLaws LawsOf(Scale scale) =>
        MeasureLaws.Symmetric | MeasureLaws.WeightUnitInvariant
        | (scale == Logs ? MeasureLaws.ScaleInvariant : MeasureLaws.None);

    private static IEnumerable<Gap> Compute(GapContext context, string measure, Scale scale, Func<BetaConvergence, Assessed> of)
    {
        var (usable, onScale) = scale == Logs ? (Usable.Positive, Math.Log) : (Usable.InsideBounds, LogitOf(context));
        return context.ConstantSets.ForGroups(measure, usable, set =>
            BetaConvergence.Fit(Array.ConvertAll(set.Start, onScale), Array.ConvertAll(set.End, onScale), set.Years) is { } fit
                ? of(fit)
                : Assessed.Not("no line: fewer than 3 members, or all started from one level"));
    }

    private static Converter<double, double> LogitOf(GapContext context)
    {
        var bounds = context.Bounds!.Value;
        return value => Logit.Of(value, bounds);
    }

    private sealed record Scale(string Suffix, string Words, MeasureNeeds Needs)
    {
        internal string InTitle => Suffix.Length == 0 ? "" : ", logit version";
    }
}
