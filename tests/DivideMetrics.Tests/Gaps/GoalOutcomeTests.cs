using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Goals met, missed and open.</summary>
public sealed class GoalOutcomeTests
{
    private static readonly Goal Closed = SmallWorld.Everyone with { Title = "Most", Value = 75, MetFrom = 70, Year = 2020 };

    [Theory]
    [InlineData(new[] { 2020, 2021 }, new[] { 72.0, 60 }, 3.0, "met", 2020)]
    [InlineData(new[] { 2020 }, new[] { 60.0 }, 15.0, "missed", 2020)]
    [InlineData(new[] { 2018, 2022 }, new[] { 60.0, 80 }, 15.0, "missed", 2018)]
    [InlineData(new[] { 2018, 2022 }, new[] { 80.0, 60 }, 0.0, "met", 2018)]
    [InlineData(new[] { 2015, 2019 }, new[] { 60.0, 65 }, 10.0, "open", 2019)]
    [InlineData(new[] { 2005 }, new[] { 65.0 }, 10.0, "open", 2005)]
    [InlineData(new[] { 2019 }, new[] { 75.0 }, 0.0, "met", 2019)]
    public void Goal_is_judged_in_its_year_or_by_the_latest_value_before(int[] years, double[] values, double gap, string category, int by)
    {
        var found = GoalOutcome.Of(years, values, Closed, Direction.Up);
        Assert.Equal((gap, category, $"Most: by the value of {by}"), (found.Value!.Value, found.Category, found.Reason));
    }

    [Theory]
    [InlineData(new int[0], "no value")]
    [InlineData(new[] { 2021 }, "no value up to 2020")]
    [InlineData(new[] { 2014, 2021 }, "the latest value up to 2020 is of 2014")]
    public void Goal_without_a_value_to_judge_by_has_a_reason(int[] years, string reason)
    {
        var found = GoalOutcome.Of(years, new double[years.Length], Closed, Direction.Up);
        Assert.Equal((null, GoalOutcome.NotAssessable, reason), (found.Value, found.Category, found.Reason));
    }

    [Fact]
    public void Goal_that_is_declared_closed_is_missed_by_the_latest_value_before_its_year() =>
        Assert.Equal(GoalOutcome.Missed, GoalOutcome.Of([2015, 2019], [60, 65], Closed with { Closed = true }, Direction.Up).Category);

    [Fact]
    public void Goal_of_a_price_is_met_below_it() =>
        Assert.Equal(GapToGoal.Met, GoalOutcome.Of([2025], [1.9], Closed with { Value = 2, MetFrom = 2, Year = 2025 }, Direction.Down).Category);

    [Fact]
    public void Later_values_never_change_a_judgement() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Sample((value, later) =>
            GoalOutcome.Of([2020], [value], Closed, Direction.Up) == GoalOutcome.Of([2020, 2024], [value, later], Closed, Direction.Up));

    [Fact]
    public void Every_goal_for_economies_has_a_row_in_its_year()
    {
        var indicator = SmallWorld.Indicator("goal-outcome") with { Goals = [SmallWorld.Everyone, Closed, Closed with { Group = "LDC" }] };
        var gaps = SmallWorld.Compute(indicator, SmallWorld.Value("AAA", 2020, 60), SmallWorld.Value("WLD", 2022, 96), SmallWorld.Value("WLD", 2019, 70), SmallWorld.Value("BBB", 2020, null));
        Assert.Equal([("AAA", 2030, "open"), ("AAA", 2020, "missed"), ("WLD", 2030, "met"), ("WLD", 2020, "met")], gaps.Select(gap => (gap.Subject, gap.Year, gap.Category!)));
    }

    [Fact]
    public void Goal_of_a_group_is_judged_by_its_mean()
    {
        // (40 · 100 + 70 · 200)/300 = 60
        var gap = Assert.Single(SmallWorld.Compute(OfGroup("LDC"), SmallWorld.Value("AAA", 2020, 40), SmallWorld.Value("BBB", 2020, 70), SmallWorld.Value("CCC", 2020, 99)));
        Assert.Equal(("LDC", 2020, 15.0, "missed", 2), (gap.Subject, gap.Year, gap.Value!.Value, gap.Category, gap.Coverage!.Areas));
    }

    [Theory]
    [InlineData("LDC", "no published mean")]
    [InlineData("ZZZ", "no group 'ZZZ'")]
    public void Goal_of_a_group_without_a_mean_has_a_reason(string group, string reason)
    {
        var gap = Assert.Single(SmallWorld.Compute(OfGroup(group), SmallWorld.Value("AAA", 2020, 40)));
        Assert.Equal((null, GoalOutcome.NotAssessable, reason), (gap.Value, gap.Category, gap.Reason));
    }

    [Theory]
    [InlineData("goal-outcome", null, 2, "needs a goal for every economy, and no two of one year")]
    [InlineData("goal-outcome", "LDC", 1, "needs a goal for every economy, and no two of one year")]
    [InlineData("goal-outcome-group", "LDC", 2, "needs a goal for a group's mean, and no two of one group and year")]
    [InlineData("goal-outcome-group", null, 1, "needs a goal for a group's mean, and no two of one group and year")]
    public void Goals_that_a_row_cannot_tell_apart_are_refused(string measure, string? group, int times, string expected)
    {
        var indicator = SmallWorld.Indicator(measure) with { Goals = [.. Enumerable.Repeat(Closed with { Group = group }, times)] };
        Assert.Contains(expected, Assert.Single(MeasureRegistry.Problems(indicator)), StringComparison.Ordinal);
    }

    private static Indicator OfGroup(string group) => SmallWorld.Indicator("goal-outcome-group") with { Goals = [SmallWorld.Everyone, Closed with { Group = group }] };
}
