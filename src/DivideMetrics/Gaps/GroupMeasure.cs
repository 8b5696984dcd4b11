using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>
/// A measure of groups: one row for each group and year of the panel, with the coverage of the group's mean; a value only where that mean is
/// published (members with data hold at least 2/3 of the population), else its reason.
/// </summary>
internal static class GroupMeasure
{
    /// <summary>Words of the registry for the rule of publication.</summary>
    internal const string Rule = "; where the group's mean is published";

    internal static IEnumerable<Gap> ForGroups(GapContext context, string measure, Func<GroupYear, Assessed> of) =>
        context.Groups.SelectMany(group => ForGroup(context, measure, group.Code, of));

    /// <summary>The same for the group of all economies only.</summary>
    internal static IEnumerable<Gap> ForWorld(GapContext context, string measure, Func<GroupYear, Assessed> of) =>
        context.WorldGroup is { } world ? ForGroup(context, measure, world.Code, of) : [];

    /// <summary>A value where the group's mean is published, with its remarks; else its reason.</summary>
    internal static Assessed Published(GroupYear group, Func<GroupYear, Assessed> of)
    {
        if (group.Mean.Mean.Value is null)
        {
            return group.Mean.Mean;
        }

        var found = of(group);
        return found.Value is null ? found : found with { Reason = Joined(found.Reason, group.Mean.Mean.Reason) };
    }

    /// <summary>Two remarks as one.</summary>
    internal static string? Joined(string? one, string? other) => one is null ? other : other is null ? one : $"{one}; {other}";

    private static IEnumerable<Gap> ForGroup(GapContext context, string measure, string group, Func<GroupYear, Assessed> of)
    {
        foreach (var year in context.Panel.Years)
        {
            var found = context.GroupYears.At(group, year);
            yield return context.Gap(measure, group, year, Published(found, of), found.Mean.Coverage);
        }
    }
}
