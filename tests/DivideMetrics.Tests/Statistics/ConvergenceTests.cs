using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

/// <summary>Spread, band of a mean, and convergence.</summary>
public sealed class ConvergenceTests
{
    [Fact]
    public void Speed_of_economies_that_close_their_distance_at_one_rate_is_that_rate() =>
        Gen.Select(Gen.Double[-3, 5].Array[3, 30], Gen.Double[-0.2, 0.5], Gen.Int[1, 15]).Where((start, _, _) => start.Max() - start.Min() > 0.1)
            .Sample((start, speed, years) =>
            {
                double[] end = [.. start.Select(level => 2 + ((level - 2) * Math.Exp(-speed * years)))];
                return Math.Abs(BetaConvergence.Fit(start, end, years)!.Speed.Value!.Value - speed) < 1e-6;
            });

    // Growth −.1, −.2, −.45 over starts 1, 2, 4: x̄ = 7/3, S_xx = 14/3, S_xy = −.55: b = −.117857, λ = −ln(1 + b), half-life ln 2/λ.
    [Fact]
    public void Speed_of_one_year_is_the_logarithm_of_the_slope()
    {
        var fit = BetaConvergence.Fit([1, 2, 4], [0.9, 1.8, 3.55], 1)!;
        Assert.Equal(-0.55 / (14 / 3.0), fit.Line.Slope, 1e-12);
        Assert.Equal(-Math.Log(1 + fit.Line.Slope), fit.Speed.Value!.Value, 1e-12);
        Assert.Equal(Math.Log(2) / fit.Speed.Value.Value, fit.HalfLife.Value!.Value, 1e-12);
    }

    [Fact]
    public void Interval_holds_the_speed_and_turns_round_for_the_half_life()
    {
        var fit = BetaConvergence.Fit([1, 2, 3, 4, 5, 6], [1.61, 2.38, 3.22, 3.99, 4.78, 5.62], 2)!;
        Assert.True(fit.Speed.Lower < fit.Speed.Value && fit.Speed.Value < fit.Speed.Upper);
        Assert.True(fit.HalfLife.Lower < fit.HalfLife.Value && fit.HalfLife.Value < fit.HalfLife.Upper);
    }

    [Fact]
    public void Interval_is_that_of_the_slope_with_its_standard_error()
    {
        var fit = BetaConvergence.Fit([1, 2, 3, 4], [1.1, 2, 2.9, 3.6], 1)!;
        var half = StudentQuantile.TwoSided(0.95, 2) * fit.Line.ResidualError / Math.Sqrt(5);
        Assert.Equal(-Math.Log(1 + fit.Line.Slope + half), fit.Speed.Lower!.Value, 1e-12);
    }

    [Fact]
    public void Economies_that_part_have_no_half_life()
    {
        var fit = BetaConvergence.Fit([1, 2, 3], [1, 2.5, 4], 5)!;
        Assert.True(fit.Speed.Value < 0);
        Assert.StartsWith("no convergence: λ is -0.0811 a year (slope 0.1 a year", fit.HalfLife.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Economies_that_have_overtaken_have_no_speed()
    {
        var fit = BetaConvergence.Fit([1, 2, 3], [3, 2, 1], 1)!;
        Assert.Equal((null, null), (fit.Speed.Value, fit.HalfLife.Value));
        Assert.StartsWith("those who started lower have overtaken", fit.Speed.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2 })]
    [InlineData(new[] { 4.605170185988092, 4.605170185988092, 4.605170185988092 })]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 })]
    public void Convergence_needs_three_economies_that_differ(double[] start) =>
        Assert.Null(BetaConvergence.Fit(start, [.. start.Select((level, i) => level + i)], 1));

    [Theory, InlineData(0), InlineData(-1)]
    public void Convergence_refuses_no_time(double years) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaConvergence.Fit([1, 2, 3], [1, 2, 3], years));

    [Fact]
    public void Deviation_of_logarithms_does_not_depend_on_the_unit() =>
        Gen.Select(Gen.Double[0.1, 100].Array[2, 30], Gen.Double[0.01, 100]).Sample((values, factor) =>
            Math.Abs(Dispersion.OfLogs(values).Value!.Value - Dispersion.OfLogs([.. values.Select(value => value * factor)]).Value!.Value) < 1e-9);

    [Theory]
    [InlineData(new double[0], "weight")]
    [InlineData(new[] { 0.0, 2 }, "not above 0 (0)")]
    [InlineData(new[] { 5.0 }, "sample of one")]
    public void Deviation_of_logarithms_says_why_it_is_not_assessable(double[] values, string reason) =>
        Assert.Contains(reason, Dispersion.OfLogs(values).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(80, 20, 40, 60)]
    [InlineData(100, 0, 50, 50)]
    [InlineData(50, 50, 25, 75)]
    public void Band_puts_those_without_data_at_the_extremes(double informed, double missing, double lower, double upper)
    {
        var band = MeanBand.Of(50, informed, missing, new(0, 100));
        Assert.Equal((50.0, lower, upper), (band.Value!.Value, band.Lower!.Value, band.Upper!.Value));
    }

    [Fact]
    public void Band_holds_the_mean_that_any_missing_values_would_give() =>
        Gen.Select(Distribution.Any, Gen.Double[0, 100], Gen.Double[0, 500]).Sample((found, value, weight) =>
        {
            var informed = found.Weights.Sum();
            var band = MeanBand.Of(WeightedMean.Of(found.Values, found.Weights).Value!.Value, informed, weight, new(0, 100));
            var completed = WeightedMean.Of([.. found.Values, value], [.. found.Weights, weight]).Value!.Value;
            return band.Lower <= completed + 1e-9 && completed <= band.Upper + 1e-9;
        });

    [Theory]
    [InlineData(0, 1, 0, 100)]
    [InlineData(1, -1, 0, 100)]
    [InlineData(1, 1, 100, 0)]
    [InlineData(1, double.NaN, 0, 100)]
    public void Band_refuses_what_only_a_bug_can_give(double informed, double missing, double least, double greatest) =>
        Assert.ThrowsAny<ArgumentException>(() => MeanBand.Of(50, informed, missing, new(least, greatest)));

    [Fact]
    public void Bounds_are_clear_of_a_value_beyond_their_margin() =>
        Assert.Equal(
            [false, false, true, true, false, false],
            new[] { 0, 0.05, 0.051, 99.949, 99.95, 100 }.Select(new Bounds(0, 100).IsClear));
}
