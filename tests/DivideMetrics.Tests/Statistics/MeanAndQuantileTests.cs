using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class MeanAndQuantileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4)]
    public void Quantile_without_weights_is_type_7(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Of([4, 2, 1, 3], probability).Value!.Value, 1e-12);

    [Theory]
    [InlineData(0.5, 10)]
    [InlineData(0.75, 15)]
    [InlineData(1, 20)]
    public void Quantile_with_weights_interpolates_between_the_middles_of_the_cumulated_weights(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Weighted([20, 0, 10], [1, 1, 1], probability).Value!.Value, 1e-12);

    [Fact]
    public void Quantile_is_drawn_to_the_heavier_value() =>
        Assert.Equal(12.5, Quantile.Weighted([0, 10, 20], [1, 1, 3], 0.5).Value!.Value, 1e-12);

    [Fact]
    public void Quantile_stays_inside_its_values_and_rises_with_the_probability() =>
        Gen.Select(Distribution.Any, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((found, a, b) =>
        {
            var low = Quantile.Weighted(found.Values, found.Weights, Math.Min(a, b)).Value!.Value;
            var high = Quantile.Weighted(found.Values, found.Weights, Math.Max(a, b)).Value!.Value;
            return found.Values.Min() <= low && low <= high && high <= found.Values.Max();
        });

    [Fact]
    public void Quantile_does_not_depend_on_the_order() =>
        Gen.Select(Distribution.Permuted, Gen.Double[0, 1]).Sample((pair, probability) =>
            Math.Abs(Quantile.Weighted(pair.Distribution.Values, pair.Distribution.Weights, probability).Value!.Value
                - Quantile.Weighted(pair.Shuffled.Values, pair.Shuffled.Weights, probability).Value!.Value) < 1e-9);

    [Fact]
    public void Quantile_of_one_economy_is_its_value() => Assert.Equal(7, Quantile.Weighted([7], [3], 0.9).Value);

    [Fact]
    public void Quantile_of_nothing_has_a_reason() => Assert.NotNull(Quantile.Of([], 0.5).Reason);

    [Fact]
    public void Quantile_refuses_a_probability_outside_0_to_1() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], double.NaN));

    [Fact]
    public void Mean_lies_between_the_least_and_the_greatest_value() =>
        Distribution.Any.Sample(found =>
            WeightedMean.Of(found.Values, found.Weights).Value!.Value is var mean
            && mean >= found.Values.Min() - 1e-9 && mean <= found.Values.Max() + 1e-9);

    [Fact]
    public void Mean_without_weight_has_a_reason_and_no_value() =>
        Assert.Equal((null, WeightedMean.NoWeight), (WeightedMean.Of([5], [0]).Value, WeightedMean.Of([5], [0]).Reason));

    [Theory]
    [InlineData(new[] { 1.0, 2 }, new[] { 1.0 })]
    [InlineData(new[] { double.NaN }, new[] { 1.0 })]
    [InlineData(new[] { double.PositiveInfinity }, new[] { 1.0 })]
    [InlineData(new[] { 1.0 }, new[] { -1.0 })]
    [InlineData(new[] { 1.0 }, new[] { double.NaN })]
    public void Mean_refuses_what_only_a_bug_can_give(double[] values, double[] weights) =>
        Assert.Throws<ArgumentException>(() => WeightedMean.Of(values, weights));

    [Fact]
    public void Result_beyond_the_range_of_numbers_is_not_assessable() =>
        Assert.Null(WeightedMean.Of([double.MaxValue, double.MaxValue], [1, 1]).Value);

    [Fact]
    public void Reason_must_have_words() => Assert.Throws<ArgumentException>(() => Assessed.Not(" "));
}
