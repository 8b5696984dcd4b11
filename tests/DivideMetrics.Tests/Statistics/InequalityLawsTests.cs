using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

/// <summary>The laws that measures of inequality must keep.</summary>
public sealed class InequalityLawsTests
{
    private const double Tolerance = 1e-10;

    private static readonly Dictionary<string, Inequality> Functions = new()
    {
        ["gini"] = Gini.Weighted,
        ["theil"] = Theil.Of,
        ["theil-l"] = TheilL.Of,
        ["atkinson-05"] = (values, weights) => Atkinson.Of(values, weights, 0.5),
        ["atkinson-1"] = (values, weights) => Atkinson.Of(values, weights, 1),
        ["atkinson-2"] = (values, weights) => Atkinson.Of(values, weights, 2),
        ["palma"] = (values, weights) => LorenzCurve.ShareRatio(values, weights, 0.1, 0.4),
        ["20-20"] = (values, weights) => LorenzCurve.ShareRatio(values, weights, 0.2, 0.2),
        ["variation"] = Dispersion.VariationWeighted,
    };

    private delegate Assessed Inequality(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    public static TheoryData<string> Measures { get; } = [.. Functions.Keys];

    [Theory, MemberData(nameof(Measures))]
    public void Inequality_does_not_depend_on_the_unit_of_the_values(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0.01, 100]).Sample((found, factor) =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, Times(found.Values, factor), found.Weights)));

    [Theory, MemberData(nameof(Measures))]
    public void Inequality_does_not_depend_on_the_unit_of_the_weights(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0.01, 100]).Sample((found, factor) =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, found.Values, Times(found.Weights, factor))));

    [Theory, MemberData(nameof(Measures))]
    public void Inequality_of_a_replicated_population_is_the_same(string measure) =>
        Distribution.Any.Sample(found =>
            Same(Of(measure, found.Values, found.Weights), Of(measure, [.. found.Values, .. found.Values], [.. found.Weights, .. found.Weights])));

    [Theory, MemberData(nameof(Measures))]
    public void Inequality_does_not_depend_on_the_order(string measure) =>
        Distribution.Permuted.Sample(pair =>
            Same(Of(measure, pair.Distribution.Values, pair.Distribution.Weights), Of(measure, pair.Shuffled.Values, pair.Shuffled.Weights)));

    [Theory, MemberData(nameof(Measures))]
    public void A_transfer_from_the_better_to_the_worse_off_never_raises_inequality(string measure) =>
        Gen.Select(Distribution.Any, Gen.Double[0, 0.5]).Where(pair => pair.Item1.Weights.All(weight => weight > 0)).Sample((found, share) =>
        {
            var (from, to) = (Array.IndexOf(found.Values, found.Values.Max()), Array.IndexOf(found.Values, found.Values.Min()));
            var gap = found.Values[from] - found.Values[to];
            var moved = share * gap / ((1 / found.Weights[from]) + (1 / found.Weights[to]));
            var after = found.Values.ToArray();
            after[from] -= moved / found.Weights[from];
            after[to] += moved / found.Weights[to];
            return Of(measure, found.Values, found.Weights) is not { } before || Of(measure, after, found.Weights) is null || Of(measure, after, found.Weights) <= before + (Tolerance * (1 + before));
        });

    [Theory, MemberData(nameof(Measures))]
    public void Equal_values_have_no_inequality(string measure) =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Double[0.1, 10].Array[1, 20]).Sample((value, weights) =>
            Same(measure switch { "palma" => 0.25, "20-20" => 1, _ => 0 }, Of(measure, [.. weights.Select(_ => value)], weights)));

    [Theory, MemberData(nameof(Measures))]
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
    public void Theil_L_between_and_within_add_up_to_the_total() =>
        Distribution.Grouped.Select(pair => (pair.Distribution.Positive(), pair.Groups)).Sample((found, groups) =>
        {
            var parts = TheilL.Decompose(found.Values, found.Weights, groups);
            return Math.Abs(parts.Between.Value!.Value + parts.Within.Value!.Value - parts.Total.Value!.Value) < 1e-12;
        });

    [Fact]
    public void Theil_L_is_not_assessable_where_a_value_with_weight_is_0() =>
        Assert.Equal((null, "a value is 0: this measure takes the logarithm or the reciprocal of every value"),
            (TheilL.Of([0, 5], [1, 1]).Value, TheilL.Of([0, 5], [1, 1]).Reason));

    [Fact]
    public void Theil_L_does_not_mind_a_value_of_0_without_weight() => Assert.Equal(0, TheilL.Of([0, 5], [0, 1]).Value);

    [Fact]
    public void Atkinson_rises_with_the_aversion() =>
        Gen.Select(Distribution.Any.Select(found => found.Positive()), Gen.Double[0.05, 4], Gen.Double[0.05, 4]).Sample((found, a, b) =>
            Atkinson.Of(found.Values, found.Weights, Math.Min(a, b)).Value <= Atkinson.Of(found.Values, found.Weights, Math.Max(a, b)).Value + 1e-9);

    [Theory, InlineData(0.5), InlineData(1), InlineData(2)]
    public void Atkinson_lies_between_0_and_1(double aversion) =>
        Distribution.Any.Sample(found => Atkinson.Of(found.Values, found.Weights, aversion).Value is null or (>= 0 and <= 1));

    [Fact]
    public void Atkinson_is_near_its_limit_at_an_aversion_of_1() =>
        Distribution.Any.Select(found => found.Positive()).Sample(found =>
            Math.Abs(Atkinson.Of(found.Values, found.Weights, 1).Value!.Value - Atkinson.Of(found.Values, found.Weights, 1 + 1e-6).Value!.Value) < 1e-4);

    [Theory, InlineData(1.0, true), InlineData(2.0, true), InlineData(0.5, false)]
    public void Atkinson_of_an_aversion_of_1_or_more_needs_values_above_0(double aversion, bool refused) =>
        Assert.Equal(refused, Atkinson.Of([0, 5], [1, 1], aversion).Value is null);

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Atkinson_refuses_what_is_no_aversion(double aversion) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Atkinson.Of([1], [1], aversion));

    [Fact]
    public void Variation_says_why_it_is_not_assessable() =>
        Assert.Equal(
            [WeightedMean.NoWeight, "the mean is 0", "the mean is below 0"],
            new[] { Dispersion.Variation([]), Dispersion.Variation([0, 0]), Dispersion.Variation([-1, 0]) }.Select(found => found.Reason));

    [Fact]
    public void Theil_between_is_all_when_each_economy_is_its_own_group() =>
        Distribution.Any.Sample(found =>
        {
            var parts = Theil.Decompose(found.Values, found.Weights, Enumerable.Range(0, found.Values.Length).ToArray());
            return Same(parts.Total.Value, parts.Between.Value);
        });

    [Theory]
    [InlineData(new double[0], new double[0], "weight")]
    [InlineData(new[] { 1.0, 2 }, new[] { 0.0, 0 }, "weight")]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 }, "mean is 0")]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 1 }, "negative")]
    public void Inequality_says_why_it_is_not_assessable(double[] values, double[] weights, string reason) =>
        Assert.All(Functions.Where(pair => pair.Key != "variation").Select(pair => pair.Value(values, weights)), found =>
        {
            Assert.Null(found.Value);
            Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
        });

    private static double? Of(string measure, double[] values, double[] weights) => Functions[measure](values, weights).Value;

    private static double[] Times(double[] values, double factor) => [.. values.Select(value => value * factor)];

    private static bool Same(double? expected, double? found) =>
        expected is null ? found is null : Math.Abs(expected.Value - found!.Value) < Tolerance * (1 + Math.Abs(expected.Value));
}
