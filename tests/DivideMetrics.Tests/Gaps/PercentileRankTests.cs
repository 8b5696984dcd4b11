using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;

namespace DivideMetrics.Tests.Gaps;

public sealed class PercentileRankTests
{
    private static readonly Gen<double[]> Values = Gen.Int[0, 20].Select(value => (double)value).Array[2, 30];

    [Theory]
    [InlineData(1, Direction.Up, 0)]
    [InlineData(5, Direction.Up, 100)]
    [InlineData(5, Direction.Down, 0)]
    [InlineData(1, Direction.Down, 100)]
    [InlineData(3, Direction.Up, 50)]
    public void Percentile_runs_from_the_last_to_the_best(double value, Direction direction, double expected) =>
        Assert.Equal(expected, PercentileRank.Of(value, [1, 2, 3, 4, 5], direction).Value);

    [Theory]
    [InlineData(7, 50)]
    [InlineData(1, 0)]
    [InlineData(9, 100)]
    public void Percentile_of_ties_is_the_middle_of_their_ranks(double value, double expected) =>
        Assert.Equal(expected, PercentileRank.Of(value, [7, 1, 7, 9], Direction.Up).Value);

    [Fact]
    public void Percentile_of_equal_economies_is_50() => Assert.Equal(50, PercentileRank.Of(3, [3, 3, 3], Direction.Up).Value);

    [Fact]
    public void Percentile_of_one_economy_has_a_reason() =>
        Assert.Equal((null, "one economy only has a value in this year"), (PercentileRank.Of(3, [3], Direction.Up).Value, PercentileRank.Of(3, [3], Direction.Up).Reason));

    [Fact]
    public void Percentile_of_a_value_that_is_not_there_is_refused() => Assert.Throws<ArgumentException>(() => PercentileRank.Of(2, [1, 3], Direction.Up));

    [Fact]
    public void Percentiles_lie_from_0_to_100_and_are_50_on_average() =>
        Values.Sample(values =>
        {
            var ranks = values.Select(value => PercentileRank.Of(value, values, Direction.Up).Value!.Value).ToList();
            return ranks.All(rank => rank is >= 0 and <= 100) && Math.Abs(ranks.Average() - 50) < 1e-9;
        });

    [Fact]
    public void Percentile_where_lower_is_better_is_the_complement() =>
        Values.Sample(values => values.All(value =>
            Math.Abs(PercentileRank.Of(value, values, Direction.Up).Value!.Value + PercentileRank.Of(value, values, Direction.Down).Value!.Value - 100) < 1e-9));

    [Fact]
    public void Better_value_has_the_higher_percentile_in_any_order() =>
        Gen.Select(Values, Gen.Int[0, 1000]).Sample((values, seed) =>
        {
            var shuffled = values.ToArray();
            new Random(seed).Shuffle(shuffled);
            var ranks = values.Select(value => PercentileRank.Of(value, shuffled, Direction.Up).Value!.Value).ToList();
            return values.Zip(ranks).All(one => values.Zip(ranks).All(other => Math.Sign(one.First - other.First) == Math.Sign(one.Second - other.Second)));
        });

    [Fact]
    public void Percentile_is_taken_among_the_economies_of_the_year() =>
        Assert.Equal(
            [("AAA", 2020, 0), ("BBB", 2020, 100), ("BBB", 2021, 0), ("CCC", 2021, 100)],
            SmallWorld.Compute("percentile", SmallWorld.Value("AAA", 2020, 1), SmallWorld.Value("BBB", 2020, 2), SmallWorld.Value("BBB", 2021, 2), SmallWorld.Value("CCC", 2021, 3)).Rows());
}
