using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class LeastSquaresTests
{
    [Fact]
    public void Line_through_points_of_a_line_is_that_line() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-10, 10], Gen.Int[3, 30]).Sample((intercept, slope, count) =>
        {
            var x = Enumerable.Range(2000, count).Select(year => (double)year).ToArray();
            var fit = LeastSquares.Fit(x, [.. x.Select(at => intercept + (slope * at))])!.Value;
            return Math.Abs(fit.Slope - slope) < 1e-7 && Math.Abs(fit.At(2010) - intercept - (slope * 2010)) < 1e-6 && fit.ResidualError < 1e-6;
        });

    [Fact]
    public void Fit_of_a_hand_computed_example()
    {
        // x̄ = 2.5, ȳ = 3.5, S_xx = 5, S_xy = 7: slope 1.4, intercept 0; residuals .6, −.8, −.2, .4, their squares 1.2
        var fit = LeastSquares.Fit([1, 2, 3, 4], [2, 2, 4, 6])!.Value;
        Assert.Equal("slope 1.4000, at 2.5 3.5000, s 0.7746", FormattableString.Invariant($"slope {fit.Slope:F4}, at 2.5 {fit.At(2.5):F4}, s {fit.ResidualError:F4}"));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2 }, new[] { 1.0, 2 })]
    [InlineData(new[] { 5.0, 5, 5 }, new[] { 1.0, 2, 3 })]
    public void Fit_without_a_slope_or_an_error_is_none(double[] x, double[] y) => Assert.Null(LeastSquares.Fit(x, y));

    [Fact]
    public void Fit_refuses_a_value_that_is_not_finite() =>
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit([1, 2, 3], [1, double.NaN, 3]));

    // Tables of Student's t, two-sided 95 %.
    [Theory]
    [InlineData(1, 12.7062047364)]
    [InlineData(4, 2.7764451052)]
    [InlineData(6, 2.4469118487)]
    [InlineData(8, 2.3060041350)]
    [InlineData(16, 2.1199052992)]
    [InlineData(30, 2.0422724563)]
    public void Student_quantile_is_that_of_the_tables(int degrees, double expected) =>
        Assert.Equal(expected, StudentQuantile.TwoSided(0.95, degrees), 1e-8);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.95, 0)]
    public void Student_quantile_refuses_what_has_no_quantile(double confidence, int degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentQuantile.TwoSided(confidence, degrees));

    [Fact]
    public void Logit_and_its_inverse_undo_each_other() =>
        Gen.Double[0.001, 99.999].Sample(value => Math.Abs(Logit.Inverse(Logit.Of(value, new(0, 100)), new(0, 100)) - value) < 1e-9);

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e6, 0)]
    [InlineData(0, 50)]
    [InlineData(1e6, 100)]
    public void Logit_inverse_stays_inside_the_bounds(double logit, double expected) =>
        Assert.Equal(expected, Logit.Inverse(logit, new(0, 100)), 1e-12);

    [Theory, InlineData(0), InlineData(100), InlineData(120), InlineData(double.NaN)]
    public void Logit_refuses_a_value_at_a_bound_or_beyond(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Logit.Of(value, new(0, 100)));

    [Theory, InlineData(1, 1), InlineData(2, 1), InlineData(double.NaN, 1)]
    public void Bounds_refuse_a_lower_that_is_not_below_the_upper(double lower, double upper) =>
        Assert.Throws<ArgumentException>(() => new Bounds(lower, upper));
}
