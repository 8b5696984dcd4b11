using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Observed and required pace, and the year of catching up.</summary>
public sealed class PaceTests
{
    private static readonly Gen<MovingLevel> Level = Gen.Select(Gen.Double[0, 100], Gen.Double[-5, 5]).Select(pair => new MovingLevel(pair.Item1, pair.Item2));

    [Theory]
    [InlineData(new[] { 2010, 2015, 2019, 2020, 2024 }, new[] { 0.0, 10, 20, 21, 40 }, 2019, 4)]
    [InlineData(new[] { 2018, 2021, 2024 }, new[] { 0.0, 30, 36 }, 2021, 2)]
    [InlineData(new[] { 2020, 2024 }, new[] { 40.0, 30 }, 2020, -2.5)]
    public void Pace_runs_from_the_first_value_of_the_last_five_years(int[] years, double[] values, int from, double expected)
    {
        var pace = Pace.Of(years, values, out var reason);
        Assert.Equal((from, 2024, expected, null), (pace!.Value.From, pace.Value.To, pace.Value.PerYear, reason));
    }

    [Theory]
    [InlineData(new int[0], "no value")]
    [InlineData(new[] { 2024 }, "no pace: no value from 2019 to 2021 to compare that of 2024 with")]
    [InlineData(new[] { 2018, 2022, 2024 }, "no pace: no value from 2019 to 2021 to compare that of 2024 with")]
    public void Pace_needs_two_values_a_few_years_apart(int[] years, string expected)
    {
        Assert.Null(Pace.Of(years, new double[years.Length], out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Pace_of_a_straight_line_is_its_slope() =>
        Gen.Select(Gen.Double[0, 50], Gen.Double[-3, 3], Gen.Int[4, 20]).Sample((start, slope, count) =>
        {
            var years = Enumerable.Range(2000, count).ToArray();
            return Math.Abs(Pace.Of(years, [.. years.Select(year => start + (slope * (year - 2000)))], out _)!.Value.PerYear - slope) < 1e-9;
        });

    [Theory]
    [InlineData(Direction.Up, 2)]
    [InlineData(Direction.Down, -2)]
    public void Observed_pace_is_positive_towards_the_better(Direction direction, double expected)
    {
        var gap = Assert.Single(SmallWorld.Compute(SmallWorld.Indicator("observed-pace") with { Direction = direction }, SmallWorld.Series("AAA", 2020, 10, 12, 14, 16)));
        Assert.Equal(("AAA", 2023, expected, "pace from 2020 to 2023"), (gap.Subject, gap.Year, gap.Value!.Value, gap.Reason));
    }

    [Fact]
    public void Observed_pace_never_spans_a_switch_of_the_source()
    {
        var figures = SmallWorld.Series("AAA", 2018, 1, 2, 3, 50, 51, 52, 53).Select(figure => figure.Year < 2021 ? figure : figure with { Source = "T" });
        var gap = Assert.Single(SmallWorld.Compute("observed-pace", figures));
        Assert.Equal((1.0, "pace from 2021 to 2024; series since 2021, where the source switches from S to T"), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Pace_that_a_break_cuts_off_says_so() =>
        Assert.Equal("no pace: no value from 2017 to 2019 to compare that of 2022 with; series since 2021, where the provider marks a break",
            Assert.Single(SmallWorld.Compute("observed-pace", SmallWorld.Series("AAA", 2018, 1, 2, 3, 50, 51)
                .Select(figure => figure.Year == 2021 ? figure with { Status = ObsStatus.B } : figure))).Reason);

    [Theory]
    [InlineData(2024, 70, 5.0, "not-met")]
    [InlineData(2025, 95, 1.0, "met")]
    [InlineData(2025, 100, 0.0, "met")]
    [InlineData(2030, 70, null, "not-met")]
    [InlineData(2031, 96, null, "met")]
    public void Required_pace_leads_to_the_goal_in_its_year(int year, double value, double? expected, string category)
    {
        var found = RequiredPace.Of(year, value, SmallWorld.Everyone, Direction.Up);
        Assert.Equal((expected, category, expected is null), (found.Value, found.Category, found.Reason is not null));
    }

    [Fact]
    public void Required_pace_of_a_price_counts_downward() =>
        Assert.Equal(0.5, RequiredPace.Of(2024, 5, SmallWorld.Everyone with { Value = 2, MetFrom = 2 }, Direction.Down).Value);

    [Fact]
    public void Required_pace_brings_the_value_to_the_goal() =>
        Gen.Select(Gen.Double[0, 100], Gen.Int[2000, 2029]).Sample((value, year) =>
            Math.Abs(value + (RequiredPace.Of(year, value, SmallWorld.Everyone, Direction.Up).Value!.Value * (2030 - year)) - 100) < 1e-9);

    [Theory]
    [InlineData(5, 5, 1, "enough")]
    [InlineData(1, 4, .25, "too-slow")]
    [InlineData(0, 4, 0, "no-advance")]
    [InlineData(-2, 4, -.5, "no-advance")]
    public void Pace_ratio_says_whether_the_pace_is_enough(double observed, double required, double expected, string category) =>
        Assert.Equal((expected, category), (PaceRatio.Of(observed, required).Value!.Value, PaceRatio.Of(observed, required).Category));

    [Fact]
    public void Pace_ratio_without_a_required_pace_has_a_reason() => Assert.Equal("no pace is required: the goal is reached", PaceRatio.Of(1, 0).Reason);

    [Theory]
    [InlineData(new[] { 76.0, 78, 80, 82 }, 2.0 * 7 / 18, "too-slow")]
    [InlineData(new[] { 90.0, 92, 94, 96 }, 3.5, "met")]
    [InlineData(new[] { 97.0, 98, 99, 100 }, null, "met")]
    [InlineData(new[] { 80.0 }, null, null)]
    public void Pace_ratio_compares_the_two_measures(double[] values, double? expected, string? category)
    {
        var gap = Assert.Single(SmallWorld.Compute("pace-ratio", SmallWorld.Series("AAA", 2020, values)));
        Assert.Equal((expected is { } ratio ? Math.Round(ratio, 9) : null, category), (gap.Value is { } found ? Math.Round(found, 9) : (double?)null, gap.Category));
    }

    [Fact]
    public void World_of_the_methodology_needs_less_than_twice_its_pace()
    {
        // WDI world, individuals using the Internet: 39.8 in 2015, 67.6 in 2024: 3.0889 points a year, 5.4 needed to reach 100 in 2030.
        Assert.Equal(3.0889 / 5.4, PaceRatio.Of((67.6 - 39.8) / 9, RequiredPace.Of(2024, 67.6, SmallWorld.Everyone, Direction.Up).Value!.Value).Value!.Value, 1e-4);
    }

    [Fact]
    public void Catch_up_is_the_distance_over_the_difference_of_paces()
    {
        var found = CatchUp.Of(2020, new(40, 3), new(60, 1), Direction.Up);
        Assert.Equal((2030, CatchUp.CatchesUp), (found.Value, found.Category));
    }

    [Theory]
    [InlineData(60, 1, 60, 5, CatchUp.CaughtUp)]
    [InlineData(70, -1, 60, 5, CatchUp.CaughtUp)]
    [InlineData(40, 1, 60, 1, CatchUp.Never)]
    [InlineData(40, 0, 60, 1, CatchUp.Never)]
    [InlineData(40, 1.1, 60, 1, CatchUp.TooLate)]
    public void Catch_up_without_a_year_has_a_class_and_a_reason(double value, double pace, double benchmark, double benchmarkPace, string category)
    {
        var found = CatchUp.Of(2020, new(value, pace), new(benchmark, benchmarkPace), Direction.Up);
        Assert.Equal((null, category, true), (found.Value, found.Category, found.Reason is not null));
    }

    [Fact]
    public void Levels_meet_in_the_year_of_catching_up() =>
        Gen.Select(Level, Level).Sample((economy, benchmark) =>
            CatchUp.Of(2020, economy, benchmark, Direction.Up).Value is not { } year
            || Math.Abs(economy.Value + (economy.PerYear * (year - 2020)) - benchmark.Value - (benchmark.PerYear * (year - 2020))) < 1e-6);

    [Fact]
    public void Catching_up_downward_is_catching_up_of_the_opposites() =>
        Gen.Select(Level, Level).Sample((economy, benchmark) =>
            CatchUp.Of(2020, economy, benchmark, Direction.Up)
            == CatchUp.Of(2020, new(-economy.Value, -economy.PerYear), new(-benchmark.Value, -benchmark.PerYear), Direction.Down));

    [Fact]
    public void Catch_up_with_the_world_compares_the_same_years()
    {
        // World 1 point a year, linear over the hole of 2019; the economy 3; 2 behind in 2022.
        Figure[] figures = [SmallWorld.Value("WLD", 2018, 50), SmallWorld.Value("WLD", 2020, 52), SmallWorld.Value("WLD", 2022, 54), .. SmallWorld.Series("AAA", 2019, 43, 46, 49, 52)];
        var gap = Assert.Single(SmallWorld.Compute("catch-up-world", figures));
        Assert.Equal(("AAA", 2022, 2023.0, CatchUp.CatchesUp), (gap.Subject, gap.Year, gap.Value!.Value, gap.Category));
        Assert.Equal("pace from 2019 to 2022; benchmark: the provider's world series", gap.Reason);
    }

    [Fact]
    public void Catch_up_ends_with_the_benchmark() =>
        Assert.Equal(2021, Assert.Single(SmallWorld.Compute("catch-up-world",
            [SmallWorld.Value("WLD", 2017, 50), SmallWorld.Value("WLD", 2021, 54), .. SmallWorld.Series("AAA", 2018, 40, 43, 46, 49, 99)])).Year);

    [Fact]
    public void Catch_up_where_no_value_can_be_is_not_assessable() =>
        Assert.StartsWith("the two paces would meet at 110.0, where no value can be", SmallWorld.Compute("catch-up-world",
            [.. SmallWorld.Series("WLD", 2018, 88, 90, 92, 94), .. SmallWorld.Series("AAA", 2018, 77, 80, 83, 86)]).Single().Reason, StringComparison.Ordinal);

    [Fact]
    public void Catch_up_with_the_frontier_leaves_out_years_of_a_few_reporters()
    {
        // CCC leads; in 2022 only AAA has a value, which makes no frontier.
        Figure[] figures =
        [
            .. SmallWorld.Series("AAA", 2018, 20, 24, 28, 32, 36), .. SmallWorld.Series("BBB", 2018, 10, 10, 10, 10),
            .. SmallWorld.Series("CCC", 2018, 60, 61, 62, 63), .. SmallWorld.Series("DDD", 2018, 10, 10, 10, 10),
        ];
        var gap = SmallWorld.Compute("catch-up-frontier", figures).Single(gap => gap.Subject == "AAA");
        Assert.Equal((2021, Math.Round(2021 + (31 / 3.0), 9)), (gap.Year, Math.Round(gap.Value!.Value, 9)));
    }

    [Fact]
    public void Catch_up_without_a_common_year_has_a_reason() =>
        Assert.StartsWith("no year in which both the economy and the benchmark have a value", SmallWorld.Compute("catch-up-world",
            [.. SmallWorld.Series("WLD", 2010, 50, 51), .. SmallWorld.Series("AAA", 2018, 40, 43, 46, 49)]).Single().Reason, StringComparison.Ordinal);
}
