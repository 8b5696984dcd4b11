using CsCheck;
using DivideMetrics.Quality.Checks;

namespace DivideMetrics.Tests.Quality;

public sealed class MedianTests
{
    private static readonly Gen<double[]> Values = Gen.Frequency((3, Gen.Double[-100, 100]), (2, Gen.Int[0, 3].Select(step => (double)step))).Array[1, 80];

    [Theory]
    [InlineData(new double[0], double.NaN)]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 4, 1 }, 2.5)]
    [InlineData(new double[] { 9, 1, 5 }, 5)]
    [InlineData(new double[] { 2, 2, 2, 7 }, 2)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6 }, 3.5)]
    public void Median_is_the_middle_one_or_the_mean_of_two(double[] values, double expected) => Assert.Equal(expected, Median.Of(values.AsSpan()));

    [Fact]
    public void Median_is_that_of_the_sorted_values() => Values.Sample(values =>
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return Median.Of(values.AsSpan()) == (sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    });

    [Fact]
    public void Median_keeps_the_values() => Values.Sample(values =>
    {
        var kept = values.ToArray();
        Median.Of(kept.AsSpan());
        return kept.Order().SequenceEqual(values.Order());
    });

    [Fact]
    public void Absolute_deviation_is_the_median_of_the_distances() => Assert.Equal(2, Median.AbsoluteDeviation(new double[] { 1, 3, 5, 7, 20 }, 5));

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, 0)]
    [InlineData(new double[] { 8, 1, 3, 2, 5, 4, 7, 6 }, 4)]
    public void Spread_is_the_distance_of_the_quartiles(double[] values, double expected) => Assert.Equal(expected, Median.Spread([.. values]));
}
