using CsCheck;
using DivideMetrics.Gaps;

namespace DivideMetrics.Tests.Gaps;

public sealed class TimeDistanceTests
{
    private static readonly int[] Years = [2000, 2005, 2006, 2010];
    private static readonly double[] World = [10, 20, 18, 30];

    [Theory]
    [InlineData(15, 2010, 7.5)]
    [InlineData(15, 2001, -1.5)]
    [InlineData(20, 2012, 7)]
    [InlineData(10, 2003, 3)]
    [InlineData(30, 2010, 0)]
    [InlineData(24, 2010, 2)]
    public void Distance_counts_from_the_interpolated_crossing(double level, int year, double expected) =>
        Assert.Equal(expected, TimeDistance.Of(Years, World, level, year).Value!.Value, 1e-9);

    [Fact]
    public void Distance_counts_from_the_first_of_several_crossings() =>
        Assert.Equal(2010 - 2004.5, TimeDistance.Of(Years, World, 19, 2010).Value!.Value, 1e-9);

    [Fact]
    public void Level_that_the_benchmark_never_reached_is_ahead() =>
        Assert.Equal((null, TimeDistance.Ahead), (TimeDistance.Of(Years, World, 30.1, 2010).Value, TimeDistance.Of(Years, World, 30.1, 2010).Category));

    [Fact]
    public void Level_below_the_start_of_the_benchmark_has_only_a_least_distance()
    {
        var found = TimeDistance.Of(Years, World, 9, 2010);
        Assert.Equal((null, TimeDistance.BeyondSeries, 10), (found.Value, found.Category, found.Lower));
    }

    [Fact]
    public void Without_a_benchmark_there_is_a_reason() => Assert.Equal("no benchmark series", TimeDistance.Of([], [], 5, 2010).Reason);

    [Fact]
    public void Benchmark_is_at_no_distance_from_its_own_rising_series() =>
        Gen.Double[0.1, 10].Array[1, 20].Sample(steps =>
        {
            var years = Enumerable.Range(2000, steps.Length).ToArray();
            var values = steps.Scan().ToArray();
            return years.Zip(values).All(point => Math.Abs(TimeDistance.Of(years, values, point.Second, point.First).Value!.Value) < 1e-9);
        });

    [Fact]
    public void Later_year_at_the_same_level_lags_by_the_difference() =>
        Gen.Select(Gen.Double[10, 30], Gen.Int[1, 30]).Sample((level, later) =>
            Math.Abs(TimeDistance.Of(Years, World, level, 2010 + later).Value!.Value - TimeDistance.Of(Years, World, level, 2010).Value!.Value - later) < 1e-9);

    [Fact]
    public void Higher_level_is_never_reached_earlier() =>
        Gen.Select(Gen.Double[10, 30], Gen.Double[10, 30]).Sample((a, b) =>
            TimeDistance.FirstCrossing(Years, World, Math.Min(a, b)) <= TimeDistance.FirstCrossing(Years, World, Math.Max(a, b)));

    [Fact]
    public void Years_that_do_not_rise_are_refused() => Assert.Throws<ArgumentException>(() => TimeDistance.Of([2001, 2000], [1, 2], 1, 2001));
}

/// <summary>Running sums for the tests.</summary>
internal static class RunningSums
{
    internal static IEnumerable<double> Scan(this IEnumerable<double> steps)
    {
        double sum = 0;
        foreach (var step in steps)
        {
            yield return sum += step;
        }
    }
}
