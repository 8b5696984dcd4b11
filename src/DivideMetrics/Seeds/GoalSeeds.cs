using DivideMetrics.Indicators;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns validated documents of <c>seeds/goals</c> into records, and says which goal an indicator is measured against.</summary>
internal static class GoalSeeds
{
    /// <summary>The year that the summary of progress speaks of; open goals of this year come first.</summary>
    private const int MainYear = 2030;

    public static Goal Goal(JObject root) => new(
        Text(root, "id"),
        Text(root, "indicator"),
        Text(root, "title"),
        Text(root, "authority"),
        (double)root["value"]!,
        (double?)root["met_from"] ?? (double)root["value"]!,
        (int)root["year"]!,
        (bool)root["assumption"]!,
        Text(root, "reference"))
    {
        Group = (string?)root["group"],
        Closed = (bool?)root["closed"] ?? false,
    };

    /// <summary>
    /// The goals of each indicator, the one that it is measured against first: the one declared <c>primary</c>, else an open goal for all
    /// economies of 2030, else another open one, the nearest year first.
    /// </summary>
    public static ILookup<string, Goal> ByIndicator(IReadOnlyList<SeedDocument> documents) => documents
        .Select(document => (Goal: Goal(document.Root), IsNamed: (bool?)document.Root["primary"] ?? false))
        .OrderByDescending(known => known.IsNamed)
        .ThenByDescending(known => IsPrimary(known.Goal))
        .ThenBy(known => known.Goal.Year == MainYear ? 0 : 1)
        .ThenBy(known => known.Goal.Year).ThenBy(known => known.Goal.Id, StringComparer.Ordinal)
        .ToLookup(known => known.Goal.Indicator, known => known.Goal, StringComparer.Ordinal);

    /// <summary>True for a goal that an indicator can be measured against: open, and for all economies.</summary>
    public static bool IsPrimary(Goal goal) => goal is { Closed: false, Group: null };

    private static string Text(JObject item, string key) => (string)item[key]!;
}
