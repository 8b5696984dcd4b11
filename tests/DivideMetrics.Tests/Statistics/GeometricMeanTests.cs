using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class GeometricMeanTests
{
    private static readonly Gen<(double[] Values, double[] Weights)> Samples =
        Gen.Select(Gen.Double[0, 100], Gen.Double[0.01, 10]).Array[1, 12]
            .Select(pairs => (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray()));

    [Theory]
    [InlineData(new[] { 2.0, 8 }, new[] { 1.0, 1 }, 4.0)]
    [InlineData(new[] { 2.0, 8 }, new[] { 2.0, 1 }, 3.1748021039363987)]
    [InlineData(new[] { 5.0 }, new[] { 3.0 }, 5.0)]
    [InlineData(new[] { 0.0, 8 }, new[] { 1.0, 1 }, 0.0)]
    [InlineData(new[] { 0.0, 8 }, new[] { 0.0, 1 }, 8.0)]
    public void Geometric_mean_is(double[] values, double[] weights, double expected) =>
        Assert.Equal(expected, GeometricMean.Of(values, weights).Value!.Value, 1e-12);

    [Theory]
    [InlineData(new double[0], new double[0], "weight")]
    [InlineData(new[] { 1.0 }, new[] { 0.0 }, "weight")]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 1 }, "negative (-1)")]
    public void Geometric_mean_says_why_it_is_not_assessable(double[] values, double[] weights, string reason)
    {
        var found = GeometricMean.Of(values, weights);
        Assert.Null(found.Value);
        Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Geometric_mean_refuses_what_is_not_finite() => Assert.Throws<ArgumentException>(() => GeometricMean.Of([double.NaN], [1]));

    [Fact]
    public void Geometric_mean_never_exceeds_the_arithmetic() =>
        Samples.Sample(sample => GeometricMean.Of(sample.Values, sample.Weights).Value <= WeightedMean.Of(sample.Values, sample.Weights).Value + 1e-9);

    [Fact]
    public void Geometric_mean_lies_between_the_extremes() =>
        Samples.Sample(sample =>
            GeometricMean.Of(sample.Values, sample.Weights).Value is { } mean && mean >= sample.Values.Min() - 1e-9 && mean <= sample.Values.Max() + 1e-9);

    [Fact]
    public void Geometric_mean_grows_with_the_unit_of_its_values() =>
        Gen.Select(Samples, Gen.Double[0.1, 10]).Sample((sample, factor) => Math.Abs(
            (factor * GeometricMean.Of(sample.Values, sample.Weights).Value!.Value)
            - GeometricMean.Of([.. sample.Values.Select(value => value * factor)], sample.Weights).Value!.Value) < 1e-9);

    [Fact]
    public void Quantile_of_a_sorted_sample_is_type_7() =>
        Gen.Select(Gen.Double[-100, 100].Array[1, 40], Gen.Double[0, 1]).Sample((values, probability) =>
            Math.Abs(Quantile.Of(values, probability).Value!.Value - Quantile.OfSorted([.. values.Order()], probability)) < 1e-9);
}
