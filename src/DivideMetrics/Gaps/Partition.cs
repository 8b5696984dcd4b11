using DivideMetrics.Areas;

namespace DivideMetrics.Gaps;

/// <summary>A way to split the economies of the world into groups that share no member.</summary>
/// <param name="Suffix">What it adds to a measure's id.</param>
/// <param name="Title">The groups in a title.</param>
/// <param name="Words">How economies are placed, in words.</param>
/// <param name="GroupOf">Code of the group of an economy; empty for those without one.</param>
internal sealed record Partition(string Suffix, string Title, string Words, Func<AreaCatalog, string, string> GroupOf)
{
    private const string LeastDeveloped = "LDC";

    /// <summary>Income groups, World Bank regions, and least developed countries against all others.</summary>
    internal static IReadOnlyList<Partition> All { get; } =
    [
        new("", "income groups", "income groups of the latest classification, economies without one together form a group of their own",
            (areas, code) => areas.GroupOf(code, AreaGroupKind.IncomeGroup)?.Code ?? ""),
        new("-region", "regions", "World Bank regions of the latest classification, economies without one together form a group of their own",
            (areas, code) => areas.GroupOf(code, AreaGroupKind.WorldBankRegion)?.Code ?? ""),
        new("-ldc", "least developed countries and others", "two groups: least developed countries, and all others",
            (areas, code) => areas.GroupsOfArea(code).Any(group => group.Code == LeastDeveloped) ? LeastDeveloped : ""),
    ];

    /// <summary>A label for the group of each economy, equal where the groups are.</summary>
    internal Dictionary<string, int> LabelsOf(GapContext context)
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal), labels = new(StringComparer.Ordinal);
        foreach (var economy in context.Economies)
        {
            var group = GroupOf(context.Areas, economy);
            groups.TryAdd(group, groups.Count);
            labels[economy] = groups[group];
        }

        return labels;
    }
}
