using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Time distances to benchmarks, and the time of the last step.</summary>
public sealed class TimeMeasureTests
{
    [Fact]
    public void Distance_to_the_frontier_counts_from_the_leaders()
    {
        var gaps = SmallWorld.Compute("time-distance-frontier", [.. SmallWorld.Series("CCC", 2010, 10, 20, 30, 40), .. SmallWorld.Series("AAA", 2010, 5, 8, 12, 25)]);
        Assert.Equal([("AAA", 2012, 2 - .2), ("AAA", 2013, 3 - 1.5)], gaps.Where(gap => gap is { Subject: "AAA", Value: not null }).Rows());
        Assert.All(gaps.Where(gap => gap.Subject == "CCC"), gap => Assert.Equal(0, gap.Value));
    }

    [Fact]
    public void Distance_to_the_goal_counts_on_the_straight_path()
    {
        // The path leads from the world's 40 in 2015 to 100 in 2030: 4 points a year.
        var gaps = SmallWorld.Compute("time-distance-goal",
            [SmallWorld.Value("WLD", 2015, 40), SmallWorld.Value("WLD", 2020, 70), .. SmallWorld.Series("AAA", 2014, 50, 50), SmallWorld.Value("AAA", 2024, 60), SmallWorld.Value("BBB", 2020, 39)]);
        Assert.Equal([("AAA", 2015, -2.5), ("AAA", 2024, 4)], gaps.Where(gap => gap.Value is not null).Rows());
        Assert.Equal((TimeDistance.BeyondSeries, 5.0), gaps.Where(gap => gap.Subject == "BBB").Select(gap => (gap.Category, gap.Lower!.Value)).Single());
    }

    [Fact]
    public void Distance_to_the_goal_of_a_price_counts_downward()
    {
        var indicator = SmallWorld.Indicator("time-distance-goal") with { Direction = Direction.Down, Goal = SmallWorld.Everyone with { Value = 2, MetFrom = 2, Year = 2025 } };
        Assert.Equal([("AAA", 2020, 2.5)], SmallWorld.Compute(indicator,
            [SmallWorld.Value("WLD", 2015, 6), SmallWorld.Value("WLD", 2020, 3), SmallWorld.Value("AAA", 2020, 5)]).Rows());
    }

    [Theory]
    [InlineData(35, 2015, 40, "no path, it would lead from 40 in 2015 to 35 in 2025, not ahead")]
    [InlineData(100, 2016, 40, "no path, the world has no comparable value of 2015 (the provider's world series)")]
    public void Distance_to_the_goal_without_a_path_has_a_reason(double goal, int year, double world, string expected)
    {
        var indicator = SmallWorld.Indicator("time-distance-goal") with { Goal = SmallWorld.Everyone with { Value = goal, MetFrom = goal, Year = 2025 } };
        var gap = Assert.Single(SmallWorld.Compute(indicator, [SmallWorld.Value("WLD", year, world), SmallWorld.Value("WLD", 2020, 70), SmallWorld.Value("AAA", 2020, 50)]));
        Assert.Equal((null, "no benchmark series; benchmark: " + expected), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Distance_to_the_world_starts_after_its_last_break()
    {
        Figure[] world = [.. SmallWorld.Series("WLD", 2010, 10, 20, 30, 40, 50)];
        world[2] = world[2] with { Status = ObsStatus.B };
        var gap = Assert.Single(SmallWorld.Compute("time-distance-world", [.. world, SmallWorld.Value("AAA", 2014, 35)]));
        Assert.Equal((1.5, "benchmark: the provider's world series, series since 2012, where the provider marks a break"), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Frontier_starts_anew_where_half_of_the_leaders_do()
    {
        var figures = SmallWorld.Series("CCC", 2010, 10, 20, 60, 70).Select(figure => figure with { Source = figure.Year < 2012 ? "S" : "T" });
        var gap = SmallWorld.Compute("time-distance-frontier", [.. figures, SmallWorld.Value("AAA", 2013, 15)]).Single(gap => gap.Subject == "AAA");
        Assert.Equal((TimeDistance.BeyondSeries, 1.0), (gap.Category, gap.Lower!.Value));
        Assert.EndsWith("benchmark: the frontier, since 2012, where half of it comes from series that start anew", gap.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(true, null)]
    public void Mean_of_the_world_starts_anew_where_half_of_the_people_do(bool large, double? expected)
    {
        // CCC and DDD hold 700 of 1000 people, AAA and BBB 300.
        string[] switching = large ? ["CCC", "DDD"] : ["AAA", "BBB"];
        var figures = SmallWorld.Economies.SelectMany(code => SmallWorld.Series(code, 2020, 10, 20, 30)
            .Select(figure => switching.Contains(code) && figure.Year > 2020 ? figure with { Source = "T" } : figure));
        var gap = SmallWorld.Compute("time-distance-world", [.. figures, SmallWorld.Value("AAA", 2023, 15)]).Single(gap => gap.Year == 2023);
        Assert.Equal(expected is null ? null : 2.5, gap.Value);
    }

    [Theory]
    [InlineData(new[] { 10.0, 20, 30, 40 }, 1)]
    [InlineData(new[] { 10.0, 12, 14, 18, 21 }, 3 + (2.0 / 3) - .5 + (1.0 / 3))]
    [InlineData(new[] { 0.0, 20, 15, 20 }, .5)]
    public void Time_step_is_the_time_between_two_first_crossings(double[] values, double expected) =>
        Assert.Equal(expected, TimeStep.Of([.. Enumerable.Range(2010, values.Length)], values, 10).Value!.Value, 1e-9);

    [Fact]
    public void Time_step_within_a_short_series_has_only_a_least_duration()
    {
        var found = TimeStep.Of([2010, 2014], [10, 15], 10);
        Assert.Equal((null, TimeDistance.BeyondSeries, 4), (found.Value, found.Category, found.Lower));
    }

    [Theory]
    [InlineData(new double[0], "no value")]
    [InlineData(new[] { 30.0, 20 }, "no step forward: the latest value is no better than that of 2010")]
    [InlineData(new[] { 30.0 }, "no step forward: the latest value is no better than that of 2010")]
    public void Time_step_without_a_step_has_a_reason(double[] values, string expected) =>
        Assert.Equal((null, expected), (TimeStep.Of([.. Enumerable.Range(2010, values.Length)], values, 10).Value, TimeStep.Of([.. Enumerable.Range(2010, values.Length)], values, 10).Reason));

    [Fact]
    public void Time_step_on_a_straight_line_is_the_step_over_the_slope() =>
        Gen.Select(Gen.Double[0.5, 10], Gen.Double[1, 5]).Sample((slope, step) =>
        {
            var years = Enumerable.Range(2000, 30).ToArray();
            return Math.Abs(TimeStep.Of(years, [.. years.Select(year => slope * (year - 2000))], step).Value!.Value - (step / slope)) < 1e-6;
        });

    [Fact]
    public void Smaller_step_never_takes_longer() =>
        Gen.Select(Gen.Double[0, 10].Array[5, 20], Gen.Double[0.5, 4], Gen.Double[0.5, 4]).Sample((steps, a, b) =>
        {
            var (years, values) = (Enumerable.Range(2000, steps.Length).ToArray(), steps.Scan().ToArray());
            return TimeStep.Of(years, values, Math.Min(a, b)).Value is not { } shorter
                || TimeStep.Of(years, values, Math.Max(a, b)).Value is not { } longer || shorter <= longer;
        });

    [Fact]
    public void Time_step_of_an_indicator_is_a_tenth_of_its_range() =>
        Assert.Equal([("AAA", 2013, 2)], SmallWorld.Compute("time-step", SmallWorld.Series("AAA", 2010, 10, 15, 20, 25)).Rows());
}
