using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Gaps to yardsticks, in the indicator's unit, as a share and in standard deviations.</summary>
public sealed class GapToTests
{
    /// <summary>2020: SSF and LDC (10 · 100 + 40 · 200)/300 = 30, ECS 90, frontier 90; population deviation of 10, 40, 90, 60 is √850.</summary>
    private static readonly Figure[] Year2020 = [.. new[] { 10.0, 40, 90, 60 }.Select((value, i) => SmallWorld.Value(SmallWorld.Economies[i], 2020, value))];

    private static readonly double Deviation = Math.Sqrt(850);

    [Theory]
    [InlineData("gap-to-goal", new[] { 90.0, 60, 10, 40 })]
    [InlineData("gap-to-frontier", new[] { 80.0, 50, 0, 30 })]
    [InlineData("gap-to-ldc", new[] { 20.0, -10, -60, -30 })]
    public void Gap_is_the_way_to_the_yardstick(string measure, double[] expected)
    {
        Assert.Equal(expected, Values(measure));
        var reference = measure switch { "gap-to-goal" => 100.0, "gap-to-frontier" => 90, _ => 30 };
        Assert.Equal(expected.Select(gap => Math.Round(gap / reference, 9)), Values(measure + "-relative"));
        Assert.Equal(expected.Select(gap => Math.Round(gap / Deviation, 9)), Values(measure + "-sd"));
    }

    [Fact]
    public void Gap_to_region_names_it_and_needs_one()
    {
        var gaps = SmallWorld.Compute("gap-to-region", Year2020);
        Assert.Equal([(20.0, "against Africa (SSF)"), (-10, "against Africa (SSF)"), (0, "against Europe (ECS)"), (null, "no World Bank region in the latest classification")],
            gaps.Select(gap => (gap.Value, gap.Reason)));
    }

    [Fact]
    public void Gap_to_a_mean_that_is_not_published_says_so() =>
        Assert.Equal("mean of Africa (SSF) not published: members with data hold 33.3 % of the population, 2/3 needed",
            Assert.Single(SmallWorld.Compute("gap-to-region-relative", SmallWorld.Value("AAA", 2020, 10))).Reason);

    [Fact]
    public void Relative_gap_to_a_mean_of_0_is_not_assessable() =>
        Assert.All(SmallWorld.Compute("gap-to-region-relative", SmallWorld.Value("AAA", 2020, 0), SmallWorld.Value("BBB", 2020, 0)), gap =>
            Assert.Equal((null, "no share of 0: it needs a reference above 0; against Africa (SSF)"), (gap.Value, gap.Reason)));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    public void Relative_gap_to_a_goal_without_a_share_is_not_assessable(double goal)
    {
        var indicator = SmallWorld.Indicator("gap-to-goal-relative") with { Goal = SmallWorld.Everyone with { Value = goal, MetFrom = goal }, Direction = Direction.Down };
        var gap = Assert.Single(SmallWorld.Compute(indicator, SmallWorld.Value("AAA", 2020, 3)));
        Assert.Null(gap.Value);
        Assert.Contains("needs a reference above 0", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_gap_over_a_change_of_sign_stands() =>
        Assert.Equal(1.5, GapScale.Relative(GapScale.Absolute(-5, 10, Direction.Up).Value!.Value, 10).Value);

    [Theory]
    [InlineData(new[] { 0.1, 0.1, 0.1 })]
    [InlineData(new[] { 7.0 })]
    [InlineData(new[] { 0.0, 0 })]
    public void Gap_in_deviations_needs_economies_that_differ(double[] values) =>
        Assert.All(SmallWorld.Compute("gap-to-goal-sd", values.Select((value, i) => SmallWorld.Value(SmallWorld.Economies[i], 2020, value))), gap =>
            Assert.Equal((null, "no standard deviation: all economies with a value in this year have the same"), (gap.Value, gap.Reason)));

    [Fact]
    public void Gap_to_goal_is_classed_in_every_way_of_saying_it() =>
        Assert.Equal(Enumerable.Repeat("not-met", 3), new[] { "", "-relative", "-sd" }.Select(way =>
            SmallWorld.Compute("gap-to-goal" + way, Year2020).First().Category));

    [Fact]
    public void Gap_of_a_price_counts_downward_in_every_way_of_saying_it() =>
        Assert.All(new[] { "", "-relative", "-sd" }, way =>
            Assert.Equal([-1, 1, 1], SmallWorld.Compute(
                    SmallWorld.Indicator("gap-to-ldc" + way) with { Direction = Direction.Down },
                    SmallWorld.Value("AAA", 2020, 20), SmallWorld.Value("BBB", 2020, 25), SmallWorld.Value("CCC", 2020, 90))
                .Select(gap => Math.Sign(gap.Value!.Value))));

    [Fact]
    public void Gap_without_least_developed_countries_in_the_list_says_so()
    {
        var inputs = SmallWorld.Inputs(SmallWorld.Indicator("gap-to-ldc"), Year2020);
        Assert.All(GapEngine.Compute(inputs with { Areas = new([.. SmallWorld.Areas.All], [], [], [], []) }), gap =>
            Assert.Equal("the list of groups has no least developed countries", gap.Reason));
    }

    [Theory, InlineData("-relative"), InlineData("-sd")]
    public void Gaps_without_unit_do_not_depend_on_the_unit_of_the_values(string way) =>
        Gen.Select(Gen.Double[1, 100].Array[4], Gen.Double[0.01, 100]).Sample((values, factor) =>
            Same(Gaps("gap-to-ldc" + way, values), Gaps("gap-to-ldc" + way, [.. values.Select(value => factor * value)])));

    [Fact]
    public void Gap_in_deviations_does_not_depend_on_the_zero_of_the_values() =>
        Gen.Select(Gen.Double[1, 100].Array[4], Gen.Double[1, 100]).Where(pair => pair.Item1.Max() - pair.Item1.Min() > 0.1).Sample((values, shift) =>
            Same(Gaps("gap-to-frontier-sd", values), Gaps("gap-to-frontier-sd", [.. values.Select(value => value + shift)])));

    [Fact]
    public void Gaps_do_not_depend_on_the_order_of_the_figures() =>
        Gen.Shuffle(Year2020).Sample(shuffled => SmallWorld.Compute("gap-to-frontier-sd", shuffled).SequenceEqual(SmallWorld.Compute("gap-to-frontier-sd", Year2020)));

    [Fact]
    public void Higher_value_is_never_further_behind() =>
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100], Gen.Double[0, 100]).Sample((a, b, reference) =>
            GapScale.Absolute(Math.Max(a, b), reference, Direction.Up).Value <= GapScale.Absolute(Math.Min(a, b), reference, Direction.Up).Value);

    [Fact]
    public void Deviation_below_0_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => GapScale.InDeviations(1, -1));

    private static IEnumerable<double> Values(string measure) => SmallWorld.Compute(measure, Year2020).Rows().Select(row => row.Item3);

    private static List<double?> Gaps(string measure, double[] values) =>
        [.. SmallWorld.Compute(measure, values.Select((value, i) => SmallWorld.Value(SmallWorld.Economies[i], 2020, value))).Select(gap => gap.Value)];

    private static bool Same(List<double?> one, List<double?> other) =>
        one.Zip(other).All(pair => pair.First is { } a && pair.Second is { } b ? Math.Abs(a - b) <= 1e-7 * (1 + Math.Abs(a)) : pair.First is null && pair.Second is null);
}
