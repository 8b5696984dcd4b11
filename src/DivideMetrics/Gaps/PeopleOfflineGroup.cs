using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How many people of a group do without.</summary>
internal static class PeopleOfflineGroup
{
    internal static Measure Measure { get; } = new(
        "people-offline-group", MeasureScope.Group, MeasureNeeds.Weights | MeasureNeeds.Percentage, Compute)
    {
        Documented = [new(typeof(PeopleOfflineGroup)), new(typeof(PeopleOffline), nameof(PeopleOffline.Of))],
        Title = "People offline",
        Unit = "persons",
        Formula = "(1 − mean/100) · population of the group; mean = population-weighted mean where it is published, members without data assumed at it",
        Reference = "World Bank, data help desk 198549 (missing members assumed at the mean)",
        Range = "0 to the population of the group",
        HigherIsWider = true,
        Laws = MeasureLaws.Symmetric | MeasureLaws.IgnoresWeightless | MeasureLaws.NotNegative,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from grp in context.Groups
        from year in context.Panel.Years
        let mean = context.MeanOf(grp.Code, year)
        select context.Gap(Measure.Id, grp.Code, year, Of(mean)) with { Coverage = mean.Coverage };

    /// <summary>People offline of a group, where its mean is published.</summary>
    internal static Assessed Of(GroupMean group)
    {
        if (group.Mean.Value is not { } mean)
        {
            return group.Mean;
        }

        var offline = PeopleOffline.Of(mean, group.Population);
        var uninformed = group.Coverage.AreasOf - group.Coverage.Areas;
        var remark = uninformed > 0 ? $"{GroupMean.Members(uninformed)} without data assumed at the mean" : null;
        var remarks = new[] { remark, group.Mean.Reason }.OfType<string>().ToList();
        return offline.Value is null || remarks.Count == 0 ? offline : offline with { Reason = string.Join("; ", remarks) };
    }
}
