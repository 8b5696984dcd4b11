using CsCheck;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;

namespace DivideMetrics.Tests.Indices;

public sealed class GoalpostScoreTests
{
    private static readonly Gen<Goalposts> Any = Gen.Select(Gen.Double[-0.9, 1000], Gen.Double[-0.9, 1000], Gen.Bool)
        .Where(posts => Math.Abs(posts.Item1 - posts.Item2) > 1e-3).Select(posts => new Goalposts(posts.Item1, posts.Item2, posts.Item3));

    [Theory]
    [InlineData(0, 0, 95, false, 0)]
    [InlineData(47.5, 0, 95, false, 50)]
    [InlineData(95, 0, 95, false, 100)]
    [InlineData(-3, 0, 95, false, 0)]
    [InlineData(99, 0, 95, false, 100)]
    [InlineData(1.4, 33.30, 1, false, 98.7616099071)]
    [InlineData(33.30, 33.30, 1, false, 0)]
    [InlineData(50, 33.30, 1, false, 0)]
    [InlineData(0.5, 33.30, 1, false, 100)]
    [InlineData(123.3, 0, 500, true, 77.5776673)]
    [InlineData(0, 0, 500, true, 0)]
    [InlineData(-5, 0, 500, true, 0)]
    [InlineData(-5, 500, 0, true, 100)]
    public void Score_is(double value, double low, double high, bool log, double expected) =>
        Assert.Equal(expected, GoalpostScore.Of(value, new(low, high, log)), 1e-4);

    [Fact]
    public void Scores_of_a_span_are_those_of_its_values()
    {
        var scores = new double[3];
        GoalpostScore.Of([0, 19, 200], new(0, 95), scores);
        Assert.Equal([0, 20, 100], scores.Select(score => Math.Round(score, 9)));
    }

    [Fact]
    public void Score_lies_between_0_and_100() =>
        Gen.Select(Any, Gen.Double[-1e6, 1e6]).Sample((posts, value) => GoalpostScore.Of(value, posts) is >= 0 and <= 100);

    [Fact]
    public void Score_never_falls_on_the_way_to_the_better_goalpost() =>
        Gen.Select(Any, Gen.Double[-2000, 2000], Gen.Double[0, 500]).Sample((posts, value, step) =>
            (GoalpostScore.Of(value + step, posts) - GoalpostScore.Of(value, posts)) * (posts.High > posts.Low ? 1 : -1) >= -1e-9);

    [Fact]
    public void Exchanged_goalposts_give_the_rest_to_100() =>
        Gen.Select(Any, Gen.Double[-2000, 2000]).Sample((posts, value) =>
            Math.Abs(GoalpostScore.Of(value, posts) + GoalpostScore.Of(value, new(posts.High, posts.Low, posts.Log)) - 100) < 1e-9);

    [Fact]
    public void Score_does_not_depend_on_the_unit() =>
        Gen.Select(Any, Gen.Double[-2000, 2000], Gen.Double[0.1, 10]).Sample((posts, value, factor) =>
            Math.Abs(GoalpostScore.Of(value, posts with { Log = false })
                - GoalpostScore.Of(value * factor, new(posts.Low * factor, posts.High * factor))) < 1e-6);

    [Theory]
    [InlineData(5, 5, false, "two different")]
    [InlineData(double.NaN, 5, false, "finite")]
    [InlineData(0, double.PositiveInfinity, false, "finite")]
    [InlineData(-1, 5, true, "above -1")]
    public void Goalposts_that_score_nothing_are_named_and_refused(double low, double high, bool log, string expected)
    {
        Assert.Contains(expected, GoalpostScore.Problem(new(low, high, log)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GoalpostScore.Of(1, new(low, high, log)));
    }

    [Fact]
    public void Value_that_is_not_finite_is_refused() => Assert.Throws<ArgumentException>(() => GoalpostScore.Of(double.NaN, new(0, 1)));

    [Fact]
    public void Spans_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => GoalpostScore.Of([1, 2], new(0, 1), new double[1]));
}
