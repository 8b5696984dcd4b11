using CsCheck;
using DivideMetrics.Indicators;
using DivideMetrics.Progress;
using DivideMetrics.Statistics;
using DivideMetrics.Tests.Gaps;

namespace DivideMetrics.Tests.Progress;

public sealed class UnsdProgress2023Tests
{
    private static readonly ProgressTarget Everyone = new(Direction.Up, 100, 95, 2030);
    private static readonly ProgressTarget NoNumber = new(Direction.Up, null, null, 2030);

    [Fact]
    public void Worked_example_of_the_methodology_has_a_ratio_of_0_9374() =>
        Assert.Equal(.9374, UnsdProgress2023.Assess([2015, 2024], [39.8, 67.6], Everyone).Value!.Value, 0.00005);

    [Fact]
    public void Worked_example_of_the_methodology_is_fair() =>
        Assert.Equal(ProgressStatus.Fair, UnsdProgress2023.Assess([2015, 2024], [39.8, 67.6], Everyone).Category);

    // Base 50 in 2015, target 100: a latest value of 2022 (seven years, eight to go) gives v̂ = v (v/50)^(8/7).
    [Theory]
    [InlineData(70, "on-track", 1.0565)]
    [InlineData(65, "fair", .7545)]
    [InlineData(51, "stagnation", .0433)]
    [InlineData(50, "stagnation", 0)]
    [InlineData(40, "stagnation", -.3801)]
    public void Status_follows_the_ratio(double latest, string category, double ratio) =>
        Assert.Equal((category, ratio), Rounded(UnsdProgress2023.Assess([2015, 2022], [50, latest], Everyone)));

    [Theory]
    [InlineData(94.9, false)]
    [InlineData(95, true)]
    [InlineData(100, true)]
    public void Status_is_met_from_the_threshold_of_the_goal(double latest, bool met) =>
        Assert.Equal(met, UnsdProgress2023.Assess([2015, 2022], [90, latest], Everyone).Category == ProgressStatus.Met);

    [Fact]
    public void Status_is_met_even_when_there_is_one_year_only() =>
        Assert.Equal((ProgressStatus.Met, null), Pair(UnsdProgress2023.Assess([2021], [97], Everyone)));

    [Theory]
    [InlineData(new int[0], new double[0], "no value")]
    [InlineData(new[] { 2021 }, new[] { 50.0 }, "one year only (2021)")]
    [InlineData(new[] { 2015, 2021 }, new[] { 0.0, 50 }, "no growth rate from 0 (2015) to 50 (2021)")]
    [InlineData(new[] { 2015, 2021 }, new[] { -2.0, 50 }, "no growth rate from -2")]
    [InlineData(new[] { 2015, 2021 }, new[] { 2.0, -50 }, "to -50 (2021)")]
    [InlineData(new[] { 2010, 2014 }, new[] { 2.0, 50 }, "latest value is of 2014")]
    [InlineData(new[] { 2015, 2021 }, new[] { 100.0, 90 }, "already stood at the target")]
    [InlineData(new[] { 2015, 2031 }, new[] { 50.0, 90 }, "target year 2030 is over")]
    public void Status_says_why_it_is_not_assessable(int[] years, double[] values, string reason)
    {
        var found = UnsdProgress2023.Assess(years, values, Everyone);
        Assert.Equal((ProgressStatus.NotAssessable, null), Pair(found));
        Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_beyond_the_range_of_numbers_is_not_assessable() =>
        Assert.Equal((ProgressStatus.NotAssessable, null), Pair(UnsdProgress2023.Assess([2015, 2016], [1e-300, 90], Everyone)));

    [Theory]
    [InlineData(new[] { 2013, 2015, 2016, 2021 }, "from 2015 to 2021")]
    [InlineData(new[] { 2013, 2014, 2017, 2021 }, "from 2014 to 2021")]
    [InlineData(new[] { 2013, 2017, 2019, 2021 }, "from 2013 to 2021")]
    [InlineData(new[] { 2017, 2018, 2019, 2021 }, "from 2017 to 2021")]
    public void Base_is_2015_or_the_nearest_year_the_earlier_of_two(int[] years, string expected) =>
        Assert.Contains(expected, UnsdProgress2023.Assess(years, [50, 51, 52, 53], Everyone).Reason, StringComparison.Ordinal);

    [Fact]
    public void Latest_value_is_never_its_own_base() =>
        Assert.Contains("from 2012 to 2016", UnsdProgress2023.Assess([2012, 2016], [50, 60], Everyone).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(Direction.Up, 121.9, "on-track")]
    [InlineData(Direction.Up, 110.4, "fair")]
    [InlineData(Direction.Up, 105, "stagnation")]
    [InlineData(Direction.Down, 105, "stagnation")]
    [InlineData(Direction.Down, 95, "fair")]
    [InlineData(Direction.Down, 80, "on-track")]
    public void Status_without_a_numeric_target_follows_the_growth_in_the_desired_direction(Direction direction, double latest, string category) =>
        Assert.Equal((category, null), Pair(UnsdProgress2023.Assess([2015, 2025], [100, latest], NoNumber with { Direction = direction })));

    [Theory]
    [InlineData(21, "fair")]
    [InlineData(4, "on-track")]
    [InlineData(2, "met")]
    [InlineData(45, "stagnation")]
    public void Status_of_a_quantity_that_is_to_fall_is_mirrored(double latest, string category) =>
        Assert.Equal(category, UnsdProgress2023.Assess([2015, 2020], [40, latest], new(Direction.Down, 2, 2, 2030)).Category);

    [Fact]
    public void Every_series_gets_a_class_and_a_finite_value_or_a_reason() =>
        Gen.Select(Gen.Int[2000, 2029].HashSet[0, 12], Gen.Double[0, 100].Array[12]).Sample((years, values) =>
        {
            var found = UnsdProgress2023.Assess([.. years.Order()], values.AsSpan(0, years.Count), Everyone);
            return ProgressStatus.OfUnsd.Contains(found.Category) && (found.Value is { } value ? double.IsFinite(value) : found.Reason is not null);
        });

    [Fact]
    public void Progress_without_a_direction_is_refused() =>
        Assert.Throws<ArgumentException>(() => UnsdProgress2023.Assess([2015, 2020], [1, 2], Everyone with { Direction = Direction.None }));

    [Fact]
    public void Years_that_do_not_rise_are_refused() =>
        Assert.Throws<ArgumentException>(() => UnsdProgress2023.Assess([2020, 2015], [1, 2], Everyone));

    [Fact]
    public void Target_of_a_percentage_is_met_within_one_point_of_its_bound() =>
        Assert.Equal(99, ProgressTarget.Of(Percentage(metFrom: 100)).MetFrom);

    [Fact]
    public void Target_keeps_a_threshold_further_from_the_bound() => Assert.Equal(95, ProgressTarget.Of(Percentage(metFrom: 95)).MetFrom);

    [Fact]
    public void Target_of_a_percentage_that_is_to_fall_is_met_within_one_point_of_0() =>
        Assert.Equal(1, ProgressTarget.Of(Percentage(metFrom: 0) with { Direction = Direction.Down }).MetFrom);

    [Fact]
    public void Target_of_an_index_has_no_point_to_spare() =>
        Assert.Equal(1.0, ProgressTarget.Of(Percentage(metFrom: 1) with { Max = 1 }).MetFrom);

    [Fact]
    public void Target_without_a_goal_ends_in_2030() =>
        Assert.Equal(new ProgressTarget(Direction.Up, null, 99, 2030) { Limit = 100 }, ProgressTarget.Of(Percentage(metFrom: 95) with { Goal = null }));

    private static Indicator Percentage(double metFrom)
    {
        var indicator = StarterFigures.InternetUsersIndicator();
        return indicator with { Goal = indicator.Goal! with { MetFrom = metFrom } };
    }

    private static (string?, double?) Pair(Assessed found) => (found.Category, found.Value);

    private static (string?, double) Rounded(Assessed found) => (found.Category, Math.Round(found.Value!.Value, 4));
}
