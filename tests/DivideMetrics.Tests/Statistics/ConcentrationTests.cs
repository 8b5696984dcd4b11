using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class ConcentrationTests
{
    [Fact]
    public void Concentration_is_the_gini_when_the_ranking_is_that_of_the_values() =>
        Distribution.Any.Sample(found =>
            Math.Abs(Concentration.Index(found.Values, found.Weights, found.Values).Value!.Value - Gini.Weighted(found.Values, found.Weights).Value!.Value) < 1e-10);

    [Fact]
    public void Concentration_of_the_turned_ranking_is_the_opposite() =>
        Ranked.Sample((found, ranking) =>
            Math.Abs(Index(found, ranking) + Index(found, [.. ranking.Select(rank => -rank)])) < 1e-10);

    [Fact]
    public void Concentration_is_never_farther_from_0_than_the_gini() =>
        Ranked.Sample((found, ranking) => Math.Abs(Index(found, ranking)) <= Gini.Weighted(found.Values, found.Weights).Value!.Value + 1e-10);

    [Fact]
    public void Concentration_looks_at_ranks_only() =>
        Ranked.Sample((found, ranking) => Math.Abs(Index(found, ranking) - Index(found, [.. ranking.Select(rank => rank > 4 ? rank * 4 : rank)])) < 1e-12);

    [Fact]
    public void Concentration_is_0_when_all_have_the_same_rank() =>
        Distribution.Any.Sample(found => Math.Abs(Index(found, new double[found.Values.Length])) < 1e-12);

    [Fact]
    public void Concentration_of_one_economy_is_0() => Assert.Equal(0, Concentration.Index([7], [3], [1]).Value);

    [Fact]
    public void Concentration_at_its_end_is_all_with_the_highest_ranked() =>
        Assert.Equal(0.999, Concentration.Index([0, 1000], [999, 1], [1, 2]).Value!.Value, 1e-9);

    [Fact]
    public void Erreygers_of_those_without_is_the_opposite_of_those_with() =>
        Ranked.Where((found, _) => Average(found) is > 0.01 and < 99.99).Sample((found, ranking) =>
            Math.Abs(Erreygers(found, ranking) + Erreygers(found with { Values = [.. found.Values.Select(value => 100 - value)] }, ranking)) < 1e-9);

    [Fact]
    public void Erreygers_lies_between_minus_1_and_1() => Ranked.Sample((found, ranking) => Math.Abs(Erreygers(found, ranking)) <= 1 + 1e-12);

    [Fact]
    public void Erreygers_of_what_is_no_percentage_is_not_assessable() =>
        Assert.Equal("120 is not a percentage between 0 and 100", Concentration.Erreygers([120, 50], [1, 1], [1, 2]).Reason);

    [Theory]
    [InlineData(new double[0], new double[0], "weight")]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 }, "mean is 0")]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 1 }, "negative")]
    public void Concentration_says_why_it_is_not_assessable(double[] values, double[] weights, string reason) =>
        Assert.Contains(reason, Concentration.Index(values, weights, new double[values.Length]).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 1.0 })]
    [InlineData(new[] { 1.0, double.NaN })]
    public void Concentration_refuses_a_ranking_that_does_not_fit(double[] ranking) =>
        Assert.Throws<ArgumentException>(() => Concentration.Index([1, 2], [1, 1], ranking));

    private static Gen<(Distribution, double[])> Ranked { get; } = Distribution.Any.SelectMany(found =>
        Gen.Frequency((3, Gen.Double[0, 9]), (1, Gen.Int[0, 3].Select(step => (double)step))).Array[found.Values.Length].Select(ranking => (found, ranking)));

    private static double Index(Distribution found, double[] ranking) => Concentration.Index(found.Values, found.Weights, ranking).Value!.Value;

    private static double Erreygers(Distribution found, double[] ranking) => Concentration.Erreygers(found.Values, found.Weights, ranking).Value!.Value;

    private static double Average(Distribution found) => WeightedMean.Of(found.Values, found.Weights).Value!.Value;
}
