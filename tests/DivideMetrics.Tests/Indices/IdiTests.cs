using CsCheck;
using DivideMetrics.Indices;

namespace DivideMetrics.Tests.Indices;

/// <summary>ITU's index of today, against the worked example of its report (Box A1.1).</summary>
public sealed class IdiTests
{
    private static readonly string[] Symbols = ["u1", "u2", "u3", "a", "b", "m2", "m3", "m4", "m5", "m6"];

    private static readonly double[] Box = [87.4, 89.3, 105.7, 99.2, 98.5, 123.3, 2908.6, 1.0, 1.4, 93.8];

    private static readonly Gen<double[]> Inputs = Gen.Double[0, 1].Array[10].Select(shares =>
        shares.Zip([120.0, 120, 250, 120, 120, 900, 20_000, 60, 60, 120], (share, most) => share * most).ToArray());

    [Fact]
    public void Worked_example_scores_89_5() => Assert.Equal(89.5, Score(Box), 0.1);

    [Theory]
    [InlineData("u", 85.5)]
    [InlineData("m", 93.4)]
    [InlineData("u.u1", 92.0)]
    [InlineData("u.u2", 94.0)]
    [InlineData("u.u3", 70.5)]
    [InlineData("m.m1", 98.8)]
    [InlineData("m.m2", 77.6)]
    [InlineData("m.m3", 86.6)]
    [InlineData("m.m4", 100)]
    [InlineData("m.m5", 98.8)]
    [InlineData("m.m6", 98.8)]
    public void Worked_example_has_the_printed_sub_scores(string path, double expected) =>
        Assert.Equal(expected, Decomposition.Of(Of(Box), 100).Single(part => part.Path == path).Node.Score.Value!.Value, 0.1);

    [Theory]
    [InlineData("m5", "not scored: no value of fixed-broadband basket (m5)")]
    [InlineData("u1", "not scored: no value of individuals using the Internet (u1)")]
    public void Missing_input_is_named(string symbol, string reason)
    {
        var inputs = Symbols.Zip(Box).Where(pair => pair.First != symbol).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal((null, reason), (Idi.Of(inputs, IdiGoalposts.Edition2023).Score.Value, Idi.Of(inputs, IdiGoalposts.Edition2023).Score.Reason));
    }

    [Fact]
    public void Economy_without_inputs_is_told_all_ten() =>
        Assert.Equal(10, Idi.Of(new Dictionary<string, double>(), IdiGoalposts.Edition2023).Score.Reason!.Split(',').Length);

    [Fact]
    public void Value_that_is_not_finite_is_refused() => Assert.Throws<ArgumentException>(() => Score([double.NaN, .. Box[1..]]));

    [Fact]
    public void Score_lies_between_0_and_100() => Inputs.Sample(inputs => Score(inputs) is >= 0 and <= 100 + 1e-9);

    [Fact]
    public void Score_rises_with_each_input_and_falls_with_prices() =>
        Gen.Select(Inputs, Gen.Int[0, 9], Gen.Double[0, 50]).Sample((inputs, which, step) =>
        {
            var after = inputs.ToArray();
            after[which] += step;
            return (Score(after) - Score(inputs)) * (Symbols[which] is "m4" or "m5" ? -1 : 1) >= -1e-9;
        });

    [Fact]
    public void Inputs_at_their_goalposts_score_100() => Assert.Equal(100, Score([95, 95, 150, 100, 100, 500, 10_000, 1, 1, 95]), 1e-9);

    [Fact]
    public void Inputs_at_their_thresholds_score_0() => Assert.Equal(0, Score([0, 0, 0, 0, 0, 0, 0, 21.33, 33.30, 0]), 1e-9);

    private static double Score(double[] inputs) => Of(inputs).Score.Value!.Value;

    private static ScoreNode Of(double[] inputs) =>
        Idi.Of(Symbols.Zip(inputs).ToDictionary(pair => pair.First, pair => pair.Second), IdiGoalposts.Edition2023);
}
