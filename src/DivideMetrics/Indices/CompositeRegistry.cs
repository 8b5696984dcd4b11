using DivideMetrics.Indicators;

namespace DivideMetrics.Indices;

/// <summary>Every kind of composite. To add one: a file with its formula, a line here, a test.</summary>
public static class CompositeRegistry
{
    /// <summary>The kinds, in display order.</summary>
    public static IReadOnlyList<CompositeKind> All { get; } =
    [
        GapIndex.Kind,
        CompositeFormulas.Idi,
        CompositeFormulas.Egdi,
        CompositeFormulas.Idi2017,
        CompositeFormulas.B2c,
    ];

    /// <summary>The kind with this id, or null.</summary>
    public static CompositeKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);

    /// <summary>Ids of the indicators that a composite is computed from, in order: when one of them changes, it must be computed anew.</summary>
    /// <exception cref="ArgumentException">The indicator is no composite.</exception>
    public static IReadOnlyList<string> InputsOf(Indicator composite, IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(composite);
        if (composite.Composite is not { } declared)
        {
            throw new ArgumentException($"Expected a composite, found '{composite.Id}'.", nameof(composite));
        }

        var ids = declared.Kind == GapIndex.Kind.Id
            ? GapIndexRules.Scored(indicators).Select(indicator => indicator.Id)
            : declared.Roles.Values.Distinct(StringComparer.Ordinal);
        return ids.Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>
    /// What keeps a composite from being computed: an unknown kind, parts of the formula that are missing or unknown, and for the gap index
    /// declarations that break its rules. Empty when all is well. For seed validation; <see cref="CompositeEngine"/> throws on the same problems.
    /// </summary>
    public static IReadOnlyList<DeclarationProblem> Problems(Indicator composite, IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(composite);
        ArgumentNullException.ThrowIfNull(indicators);
        return [.. OwnProblems(composite, indicators), .. composite.Composite?.Kind == GapIndex.Kind.Id ? GapIndexRules.Problems(indicators) : []];
    }

    /// <summary>All that keeps the composites of a catalog from being computed, and goalposts that could not score.</summary>
    public static IReadOnlyList<DeclarationProblem> ProblemsOfAll(IReadOnlyList<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        return [.. GapIndexRules.Problems(indicators), .. indicators.SelectMany(indicator => OwnProblems(indicator, indicators))];
    }

    private static IEnumerable<DeclarationProblem> OwnProblems(Indicator composite, IReadOnlyList<Indicator> indicators)
    {
        if (composite.Composite is not { } declared)
        {
            return [];
        }

        return Find(declared.Kind) is { } kind
            ? RoleProblems(declared, kind, indicators).Select(problem => new DeclarationProblem(composite.Id, problem.Path, problem.Reason))
            : [new(composite.Id, "composite.kind", $"unknown kind of composite '{declared.Kind}'; known are {string.Join(", ", All.Select(each => each.Id))}")];
    }

    private static IEnumerable<(string Path, string Reason)> RoleProblems(Composite declared, CompositeKind kind, IReadOnlyList<Indicator> indicators)
    {
        var known = indicators.Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        var composites = indicators.Where(indicator => indicator.Composite is not null).Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var role in kind.Roles.Where(role => role.Required && !declared.Roles.ContainsKey(role.Id)))
        {
            yield return ("composite.roles", $"'{kind.Id}' needs the role '{role.Id}': {role.Title}, {role.Unit}");
        }

        foreach (var (role, id) in declared.Roles)
        {
            if (kind.Roles.All(each => each.Id != role))
            {
                yield return (PathOf(role), $"'{kind.Id}' has no role '{role}'; its roles are {string.Join(", ", kind.Roles.Select(each => each.Id))}");
            }
            else if (!known.Contains(id) || composites.Contains(id))
            {
                yield return (PathOf(role), $"role '{role}' names '{id}', which is {(known.Contains(id) ? "a composite itself" : "no declared indicator")}; expected an indicator with figures in seeds/indicators");
            }
        }
    }

    private static string PathOf(string role) => $"composite.roles['{role}']";
}
