using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Tests.Gaps;

/// <summary>The pure functions behind the measures of one economy.</summary>
public sealed class MeasureTests
{
    private static readonly Goal Everyone = new("g", "x", "Everyone", "ITU", 100, 95, 2030, false, "ITU");

    [Theory]
    [InlineData(60, 40, "not-met")]
    [InlineData(94.9, 5.1, "not-met")]
    [InlineData(95, 5, "met")]
    [InlineData(100, 0, "met")]
    [InlineData(104, 0, "met")]
    public void Gap_to_goal_is_what_is_missing_and_met_from_the_threshold(double value, double gap, string category)
    {
        var found = GapToGoal.Of(value, Everyone, Direction.Up);
        Assert.Equal((gap, category), (Math.Round(found.Value!.Value, 9), found.Category));
    }

    [Theory]
    [InlineData(5, 3, "not-met")]
    [InlineData(2, 0, "met")]
    [InlineData(1, 0, "met")]
    public void Gap_to_goal_of_a_price_counts_downward(double value, double gap, string category)
    {
        var found = GapToGoal.Of(value, Everyone with { Value = 2, MetFrom = 2 }, Direction.Down);
        Assert.Equal((gap, category), (found.Value!.Value, found.Category));
    }

    [Fact]
    public void Gap_to_goal_without_a_direction_is_refused() =>
        Assert.Throws<ArgumentException>(() => GapToGoal.Of(1, Everyone, Direction.None));

    [Fact]
    public void Gap_to_goal_of_a_value_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>(() => GapToGoal.Of(double.NaN, Everyone, Direction.Up));

    [Theory]
    [InlineData(Direction.Up, 10)]
    [InlineData(Direction.Down, -10)]
    public void Gap_to_a_reference_is_positive_for_those_behind(Direction direction, double expected) =>
        Assert.Equal(expected, GapScale.Absolute(50, 60, direction).Value);

    [Theory]
    [InlineData(new[] { 70.0 }, 70)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 10)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 10.5)]
    [InlineData(new[] { 5.0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, 5)]
    public void Frontier_is_the_median_of_the_top_tenth_rounded_up(double[] values, double expected) =>
        Assert.Equal(expected, Frontier.Of(values, Codes(values.Length), Direction.Up).Value);

    [Fact]
    public void Frontier_of_a_price_is_at_the_low_end() => Assert.Equal(1.5, Frontier.Of([.. Enumerable.Range(1, 20).Select(i => (double)i)], Codes(20), Direction.Down).Value);

    [Fact]
    public void Frontier_lies_among_the_values_and_does_not_depend_on_their_order() =>
        Gen.Double[0, 100].Array[1, 40].Sample(values =>
        {
            var (codes, reversed) = (Codes(values.Length), values.Reverse().ToArray());
            var frontier = Frontier.Of(values, codes, Direction.Up).Value!.Value;
            return frontier <= values.Max() && frontier >= values.Min()
                && frontier == Frontier.Of(reversed, codes.Reverse().ToArray(), Direction.Up).Value;
        });

    [Fact]
    public void Frontier_takes_ties_at_its_edge_by_code() =>
        Assert.Equal(["A5", "A1"], Frontier.Leaders([7, 7, 7, 7, 9, 1, 1, 1, 1, 1, 1], ["A4", "A3", "A1", "A2", "A5", "B1", "B2", "B3", "B4", "B5", "B6"], Direction.Up));

    [Fact]
    public void Frontier_of_nobody_has_a_reason() => Assert.NotNull(Frontier.Of([], [], Direction.Up).Reason);

    [Theory]
    [InlineData(0, 1000, 1000)]
    [InlineData(75, 1000, 250)]
    [InlineData(100, 1000, 0)]
    [InlineData(50, 0, 0)]
    public void People_offline_are_the_rest_of_the_population(double percentage, double population, double expected) =>
        Assert.Equal(expected, PeopleOffline.Of(percentage, population).Value!.Value, 1e-9);

    [Theory, InlineData(-1), InlineData(100.5)]
    public void People_offline_of_what_is_no_percentage_are_not_assessable(double percentage) =>
        Assert.Null(PeopleOffline.Of(percentage, 1000).Value);

    [Fact]
    public void People_offline_of_a_negative_population_is_refused() => Assert.Throws<ArgumentException>(() => PeopleOffline.Of(50, -1));

    private static string[] Codes(int count) => [.. Enumerable.Range(0, count).Select(i => $"A{i:D3}")];
}
