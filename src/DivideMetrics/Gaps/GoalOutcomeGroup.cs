using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Whether a goal for the mean of a group was met.</summary>
internal static class GoalOutcomeGroup
{
    internal static Measure Measure { get; } = new(
        "goal-outcome-group", MeasureScope.Group, MeasureNeeds.Direction | MeasureNeeds.Weights | MeasureNeeds.GoalOfGroups, Compute)
    {
        Documented = [new(typeof(GoalOutcomeGroup)), new(typeof(GoalOutcome), nameof(GoalOutcome.Of))],
        Title = "Goal of a group met or missed",
        Unit = "indicator's unit",
        Formula = GoalOutcome.Formula + "; every goal of a group, judged by the published population-weighted means of the group, latest classification",
        Reference = "Goals and thresholds as declared; rule of publication as for group means",
        Range = "0 (goal reached or passed) and above",
        HigherIsWider = true,
        Laws = MeasureLaws.OfPeople | MeasureLaws.NotNegative,
        Categories = GoalOutcome.Categories,
    };

    /// <summary>The goals for means of groups.</summary>
    internal static IReadOnlyList<Goal> GoalsOf(Indicator indicator) => [.. GoalOutcome.AllOf(indicator).Where(goal => goal.Group is not null)];

    private static IEnumerable<Gap> Compute(GapContext context) => GoalsOf(context.Indicator).Select(goal => Of(context, goal));

    private static Gap Of(GapContext context, Goal goal)
    {
        var group = goal.Group!;
        if (context.Groups.All(known => known.Code != group))
        {
            return Row(context, goal, Assessed.Not($"no group '{group}'") with { Category = GoalOutcome.NotAssessable }, new(0, 0, 0, 0));
        }

        var means = context.Panel.Years.Select(year => (Year: year, Mean: context.MeanOf(group, year))).ToList();
        var published = means.Where(row => row.Mean.Mean.Value is not null).ToList();
        var found = GoalOutcome.Of(
            [.. published.Select(row => row.Year)], [.. published.Select(row => row.Mean.Mean.Value!.Value)], goal, context.Indicator.Direction);
        var judged = published.LastOrDefault(row => row.Year <= goal.Year).Mean ?? means.LastOrDefault().Mean;
        return Row(
            context,
            goal,
            published.Count == 0 ? found with { Reason = "no published mean" } : found.Remarked(judged.Mean.Reason),
            judged?.Coverage ?? new(0, 0, 0, 0));
    }

    private static Gap Row(GapContext context, Goal goal, Assessed found, Coverage coverage) =>
        context.Gap(Measure.Id, goal.Group!, goal.Year, found) with { Coverage = coverage };
}
