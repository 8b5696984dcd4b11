using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class XoshiroTests
{
    [Fact]
    public void Sequence_is_that_of_the_reference_implementation()
    {
        var random = Xoshiro256.InState(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832,
            10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(_ => random.Next()));
    }

    [Fact]
    public void State_is_filled_by_the_reference_sequence_of_SplitMix64()
    {
        ulong state = 1234567;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(_ => Xoshiro256.SplitMix64(ref state)));
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        ulong[] first = [.. Enumerable.Range(0, 100).SelectMany(n => new[] { new Xoshiro256(5, (ulong)n).Next(), new Xoshiro256((ulong)n + 6).Next() })];
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Uniform_numbers_lie_in_their_interval_and_spread_evenly()
    {
        var random = new Xoshiro256(1);
        double[] found = [.. Enumerable.Range(0, 100_000).Select(_ => random.Between(-2, 4))];
        Assert.All(found, value => Assert.InRange(value, -2, 4));
        Assert.Equal(1, found.Average(), 0.03);
        Assert.Equal(3, found.Average(value => (value - 1) * (value - 1)), 0.03);
    }

    [Fact]
    public void Coins_fall_on_both_sides_alike()
    {
        var random = new Xoshiro256(2);
        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => random.Coin()), 49_000, 51_000);
    }

    [Fact]
    public void Dirichlet_weights_are_above_0_and_add_up_to_1() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 12]).Sample((seed, count) =>
        {
            var weights = new double[count];
            new Xoshiro256(seed).Dirichlet(weights);
            return weights.All(weight => weight > 0) && Math.Abs(weights.Sum() - 1) < 1e-12;
        });

    [Fact]
    public void Dirichlet_weights_have_the_moments_of_the_uniform_simplex()
    {
        // mean 1/n, variance (n − 1)/(n² (n + 1)) for n = 4
        var weights = new double[4];
        double sum = 0, squares = 0;
        for (ulong draw = 0; draw < 20_000; draw++)
        {
            new Xoshiro256(7, draw).Dirichlet(weights);
            sum += weights[1];
            squares += weights[1] * weights[1];
        }

        Assert.Equal(0.25, sum / 20_000, 0.005);
        Assert.Equal(3.0 / 80, (squares / 20_000) - Math.Pow(sum / 20_000, 2), 0.002);
    }
}
