using DivideMetrics.Indicators;

namespace DivideMetrics.Indices;

/// <summary>What may enter the gap index, and what may not: no composite, no index beside its own parts, nothing without goalposts.</summary>
public static class GapIndexRules
{
    /// <summary>Community of indicators that explain and are never scored.</summary>
    public const string Context = "context";

    /// <summary>The indicators that are scored: goalposts, no context, not computed as a composite. By id, so that their order in the seeds does not count.</summary>
    public static IReadOnlyList<Indicator> Scored(IReadOnlyList<Indicator> indicators) =>
        indicators.Where(indicator => indicator is { Goalposts: not null, Composite: null } && indicator.Community != Context)
            .OrderBy(indicator => indicator.Id, StringComparer.Ordinal).ToList();

    /// <summary>Declarations that break the rules of the gap index, in words; empty when all is well.</summary>
    public static IReadOnlyList<DeclarationProblem> Problems(IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var withGoalposts = indicators.Where(indicator => indicator.Goalposts is not null).ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        return
        [
            .. withGoalposts.Values.SelectMany(GoalpostProblems),
            .. withGoalposts.Values.SelectMany(indicator => Wholes(indicator, indicators).Where(withGoalposts.ContainsKey)
                .Select(whole => Told(indicator, $"it is a part of '{whole}', and both have goalposts; take them from one of the two"))),
            .. Published(indicators).Where(withGoalposts.ContainsKey)
                .Select(id => Told(withGoalposts[id], "an index that a composite recomputes is never scored in the gap index; take its goalposts away")),
        ];
    }

    private static IEnumerable<DeclarationProblem> GoalpostProblems(Indicator indicator)
    {
        var goalposts = indicator.Goalposts!;
        if (indicator.Composite is not null)
        {
            yield return Told(indicator, "composites are never scored in the gap index; take its goalposts away");
        }

        if (indicator.Community == Context)
        {
            yield return Told(indicator, "context is never scored; take its goalposts or its community away");
        }

        if (GoalpostScore.Problem(goalposts) is { } problem)
        {
            yield return Told(indicator, problem);
        }

        if (indicator.Direction != (goalposts.High > goalposts.Low ? Direction.Up : Direction.Down))
        {
            yield return Told(indicator, FormattableString.Invariant(
                $"goalposts from {goalposts.Low} to {goalposts.High} do not fit its direction ({indicator.Direction}); expected high above low where higher is better, below it where lower is"));
        }
    }

    private static DeclarationProblem Told(Indicator indicator, string reason) => new(indicator.Id, "goalposts", reason);

    /// <summary>The indicators of which this one is a part, and of which those are parts.</summary>
    private static IEnumerable<string> Wholes(Indicator indicator, IReadOnlyList<Indicator> indicators)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { indicator.Id };
        for (var whole = indicator.PartOf; whole is not null && seen.Add(whole); whole = indicators.FirstOrDefault(each => each.Id == whole)?.PartOf)
        {
            yield return whole;
        }
    }

    /// <summary>Indices that a provider publishes and a composite recomputes.</summary>
    private static IEnumerable<string> Published(IReadOnlyList<Indicator> indicators) =>
        indicators.Select(indicator => indicator.Composite?.Roles.GetValueOrDefault(Egdi.Published)).OfType<string>().Distinct(StringComparer.Ordinal);
}
