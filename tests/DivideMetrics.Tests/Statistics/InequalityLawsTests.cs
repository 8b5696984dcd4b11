using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

/// <summary>The laws that measures of inequality must keep, for Gini and Theil T alike.</summary>
public sealed class InequalityLawsTests
{
    private const double Tolerance = 1e-10;

    private delegate Assessed Inequality(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Inequality_does_not_depend_on_the_unit_of_the_values(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0.01, 100]).Sample((found, factor) =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, Times(found.Values, factor), found.Weights)));

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Inequality_does_not_depend_on_the_unit_of_the_weights(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0.01, 100]).Sample((found, factor) =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, found.Values, Times(found.Weights, factor))));

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Inequality_of_a_replicated_population_is_the_same(string measure) =>
        Distribution.Any.Sample(found =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, [.. found.Values, .. found.Values], [.. found.Weights, .. found.Weights])));

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Inequality_does_not_depend_on_the_order(string measure) =>
        Distribution.Permuted.Sample(pair =>
            Same(Of(measure, pair.Distribution.Values, pair.Distribution.Weights), Of(measure, pair.Shuffled.Values, pair.Shuffled.Weights)));

    [Theory, InlineData("gini"), InlineData("theil")]
    public void A_transfer_from_the_better_to_the_worse_off_never_raises_inequality(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0, 0.5]).Where(pair => pair.Item1.Weights.All(weight => weight > 0)).Sample((found, share) =>
        {
            var (from, to) = (Array.IndexOf(found.Values, found.Values.Max()), Array.IndexOf(found.Values, found.Values.Min()));
            var gap = found.Values[from] - found.Values[to];
            var moved = share * gap / ((1 / found.Weights[from]) + (1 / found.Weights[to]));
            var after = found.Values.ToArray();
            after[from] -= moved / found.Weights[from];
            after[to] += moved / found.Weights[to];
            return Of(measure, after, found.Weights) <= Of(measure, found.Values, found.Weights) + Tolerance;
        });

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Equal_values_have_no_inequality(string measure) =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Double[0.1, 10].Array[1, 20]).Sample((value, weights) =>
            Same(0, Of(measure, [.. weights.Select(_ => value)], weights)));

    [Theory, InlineData("gini"), InlineData("theil")]
    public void Economies_without_weight_do_not_count(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0, 100]).Sample((found, value) =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, [.. found.Values, value], [.. found.Weights, 0])));

    [Fact]
    public void Gini_lies_between_0_and_1() =>
        Distribution.Any.Sample(found => Of("gini", found.Values, found.Weights) is >= 0 and < 1);

    [Fact]
    public void Theil_lies_between_0_and_the_logarithm_of_the_least_share() =>
        Distribution.Any.Sample(found =>
        {
            var limit = Math.Log(found.Weights.Sum() / found.Weights.Where(weight => weight > 0).Min());
            var theil = Of("theil", found.Values, found.Weights);
            return theil >= 0 && theil <= limit + Tolerance;
        });

    [Fact]
    public void Gini_is_half_the_mean_difference_over_the_mean() =>
        Distribution.Any.Sample(found =>
        {
            var total = found.Weights.Sum();
            var mean = WeightedMean.Of(found.Values, found.Weights).Value!.Value;
            var difference = found.Values.Index().Sum(i => found.Values.Index()
                .Sum(j => found.Weights[i.Index] * found.Weights[j.Index] * Math.Abs(i.Item - j.Item)));
            return Same(difference / (2 * mean * total * total), Of("gini", found.Values, found.Weights));
        });

    [Fact]
    public void Theil_between_and_within_add_up_to_the_total() =>
        Distribution.Grouped.Sample(pair =>
        {
            var parts = Theil.Decompose(pair.Distribution.Values, pair.Distribution.Weights, pair.Groups);
            return Math.Abs(parts.Between.Value!.Value + parts.Within.Value!.Value - parts.Total.Value!.Value) < 1e-12;
        });

    [Fact]
    public void Theil_between_is_all_when_each_economy_is_its_own_group() =>
        Distribution.Any.Sample(found =>
        {
            var parts = Theil.Decompose(found.Values, found.Weights, Enumerable.Range(0, found.Values.Length).ToArray());
            return Same(parts.Total.Value!.Value, parts.Between.Value!.Value);
        });

    [Theory]
    [InlineData(new double[0], new double[0], "weight")]
    [InlineData(new[] { 1.0, 2 }, new[] { 0.0, 0 }, "weight")]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 }, "mean is 0")]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 1 }, "negative")]
    public void Inequality_says_why_it_is_not_assessable(double[] values, double[] weights, string reason) =>
        Assert.All([Gini.Weighted(values, weights), Theil.Of(values, weights)], found =>
        {
            Assert.Null(found.Value);
            Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
        });

    private static double Of(string measure, double[] values, double[] weights)
    {
        Inequality inequality = measure == "gini" ? Gini.Weighted : Theil.Of;
        return inequality(values, weights).Value!.Value;
    }

    private static double[] Times(double[] values, double factor) => [.. values.Select(value => value * factor)];

    private static bool Same(double expected, double found) => Math.Abs(expected - found) < Tolerance;
}
