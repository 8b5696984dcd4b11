using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class PopulationDeviationTests
{
    [Fact]
    public void Deviation_over_the_mean_is_the_variation_of_the_methodology() =>
        Assert.Equal(.4415947750, PopulationDeviation.Of([20, 40, 60, 80, 90]).Value!.Value / 58, 1e-10);

    [Theory]
    [InlineData(new[] { 0.1, 0.1, 0.1 })]
    [InlineData(new[] { 0.3, 0.1 + 0.2 })]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { 0.0, 0 })]
    public void Deviation_of_what_is_equal_but_for_rounding_is_0(double[] values) => Assert.Equal(0, PopulationDeviation.Of(values).Value);

    [Fact]
    public void Deviation_of_nothing_has_a_reason() => Assert.Equal("no value", PopulationDeviation.Of([]).Reason);

    [Fact]
    public void Deviation_beyond_the_range_of_numbers_has_a_reason() => Assert.NotNull(PopulationDeviation.Of([1e300, -1e300]).Reason);

    [Fact]
    public void Deviation_grows_with_the_unit_and_not_with_the_zero() =>
        Gen.Select(Gen.Double[0, 100].Array[2, 20], Gen.Double[1, 50]).Sample((values, factor) =>
            Math.Abs((factor * Of(values)) - Of([.. values.Select(value => factor * value)])) < 1e-7
            && Math.Abs(Of(values) - Of([.. values.Select(value => value + factor)])) < 1e-7);

    private static double Of(double[] values) => PopulationDeviation.Of(values).Value!.Value;
}
