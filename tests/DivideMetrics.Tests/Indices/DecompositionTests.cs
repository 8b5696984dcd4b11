using CsCheck;
using DivideMetrics.Indices;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Indices;

public sealed class DecompositionTests
{
    [Fact]
    public void Arithmetic_parts_lose_what_they_lack()
    {
        var parts = Decomposition.Of(ScoreNode.Mean("whole", Aggregation.Arithmetic, Leaf("a", 40), Leaf("b", 80)), 100);
        Assert.Equal([("a", 50, 30, 20), ("b", 50, 10, 40)], Rows(parts));
    }

    [Fact]
    public void Geometric_parts_lose_in_the_ratio_of_their_logarithms()
    {
        // G = √(25 · 100) = 50: all 50 points are lost on a
        var parts = Decomposition.Of(ScoreNode.Mean("whole", Aggregation.Geometric, Leaf("a", 25), Leaf("b", 100)), 100);
        Assert.Equal([("a", 50, 50, 0), ("b", 50, 0, 50)], Rows(parts));
    }

    [Fact]
    public void Parts_at_0_take_the_whole_loss_of_a_geometric_mean()
    {
        var parts = Decomposition.Of(ScoreNode.Mean("whole", Aggregation.Geometric, Leaf("a", 0), Leaf("b", 0), Leaf("c", 10)), 100);
        Assert.Equal([50.0, 50, 0], parts.Select(part => part.Loss!.Value));
    }

    [Fact]
    public void Parts_at_their_best_lose_nothing() =>
        Assert.All(Decomposition.Of(ScoreNode.Mean("whole", Aggregation.Geometric, Leaf("a", 1), Leaf("b", 1)), 1), part => Assert.Equal((0.5, 0.0), (part.Share, part.Loss)));

    [Fact]
    public void Paths_lead_from_the_whole_to_the_part()
    {
        var tree = ScoreNode.Mean("whole", Aggregation.Arithmetic, ScoreNode.Mean("u", Aggregation.Arithmetic, Leaf("u1", 1)), Leaf("m", 2));
        Assert.Equal(["u", "u.u1", "m"], Decomposition.Of(tree, 100).Select(part => part.Path));
    }

    [Fact]
    public void Missing_part_loses_nothing_that_is_known()
    {
        var parts = Decomposition.Of(ScoreNode.Mean("whole", Aggregation.Arithmetic, ScoreNode.Leaf("a", Assessed.Not("no value")), Leaf("b", 80)), 100);
        Assert.Equal([(0.0, null), (100.0, 20.0)], parts.Select(part => (part.Share, part.Loss)));
    }

    [Fact]
    public void Whole_without_a_score_has_no_losses() =>
        Assert.All(Decomposition.Of(ScoreNode.Refused("whole", "no index", Leaf("a", 50)), 100), part => Assert.Null(part.Loss));

    [Fact]
    public void Losses_of_the_leaves_and_the_score_add_up_to_the_greatest() =>
        Trees.Any.Sample(tree =>
            Math.Abs(tree.Score.Value!.Value + Decomposition.Of(tree, 100).Where(Trees.IsLeaf).Sum(part => part.Loss ?? 0) - 100) < 1e-12 * 100);

    [Fact]
    public void Contributions_of_the_leaves_add_up_to_the_score() =>
        Trees.Any.Sample(tree =>
            Math.Abs(tree.Score.Value!.Value - Decomposition.Of(tree, 100).Where(Trees.IsLeaf).Sum(part => part.Contribution ?? 0)) < 1e-12 * 100);

    [Fact]
    public void Losses_of_the_first_level_add_up_too() =>
        Trees.Any.Sample(tree =>
            Math.Abs(tree.Score.Value!.Value + Decomposition.Of(tree, 100).Where(part => !part.Path.Contains('.')).Sum(part => part.Loss ?? 0) - 100) < 1e-10
            || tree.Parts.Count(part => part.Score.Value is not null) == 0);

    [Fact]
    public void Losses_are_never_below_0() =>
        Trees.Any.Sample(tree => Decomposition.Of(tree, 100).All(part => part.Loss is null or (>= -1e-12 and <= 100 + 1e-9)));

    [Theory, InlineData(0), InlineData(-1)]
    public void Greatest_score_must_be_above_0(double greatest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Decomposition.Of(Leaf("a", 1), greatest));

    private static ScoreNode Leaf(string name, double score) => ScoreNode.Leaf(name, Assessed.Of(score));

    private static IEnumerable<(string, double, double, double)> Rows(IEnumerable<ScorePart> parts) =>
        parts.Select(part => (part.Path, part.Share, Math.Round(part.Loss!.Value, 9), Math.Round(part.Contribution!.Value, 9)));
}
