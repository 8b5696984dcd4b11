using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>How parts become a whole.</summary>
public enum Aggregation
{
    /// <summary>Weighted arithmetic mean: a weak part can be made up for by a strong one.</summary>
    Arithmetic,

    /// <summary>Weighted geometric mean: a weak part weighs the more, the weaker it is.</summary>
    Geometric,
}

/// <summary>
/// A score and the parts that it was made of, down to the indicators. Immutable. A part without a score says why and counts for nothing in the
/// whole; whether there is a whole at all is decided by who builds it.
/// </summary>
public sealed record ScoreNode
{
    private ScoreNode(string name, Assessed score)
    {
        Name = name;
        Score = score;
    }

    /// <summary>Short name inside the whole, in kebab case: <c>development</c>, <c>u1</c>.</summary>
    public string Name { get; }

    /// <summary>The score in the unit of the index, or why there is none.</summary>
    public Assessed Score { get; }

    /// <summary>Weight inside the whole, at least 0; only its share of the weights of all scored parts counts.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How <see cref="Parts"/> were aggregated.</summary>
    public Aggregation Aggregation { get; private init; }

    /// <summary>The parts, in order; empty for an indicator.</summary>
    public IReadOnlyList<ScoreNode> Parts { get; private init; } = [];

    /// <summary>The parts that have a score and weigh something.</summary>
    public IEnumerable<ScoreNode> Scored => Parts.Where(part => part is { Score.Value: not null, Weight: > 0 });

    /// <summary>An indicator's score.</summary>
    /// <param name="name">Name inside the whole.</param>
    /// <param name="score">The score, or why there is none.</param>
    /// <param name="weight">Weight inside the whole.</param>
    public static ScoreNode Leaf(string name, Assessed score, double weight = 1) => new(name, score) { Weight = weight };

    /// <summary>The mean of the parts that have a score.</summary>
    /// <param name="name">Name inside the whole.</param>
    /// <param name="aggregation">How.</param>
    /// <param name="parts">The parts, those without a score among them.</param>
    /// <returns>Without a score when no part has one, or the aggregation is not assessable.</returns>
    public static ScoreNode Mean(string name, Aggregation aggregation, params IReadOnlyList<ScoreNode> parts)
    {
        var whole = new ScoreNode(name, default) { Aggregation = aggregation, Parts = parts };
        double[] scores = [.. whole.Scored.Select(part => part.Score.Value!.Value)];
        double[] weights = [.. whole.Scored.Select(part => part.Weight)];
        var mean = aggregation == Aggregation.Geometric ? GeometricMean.Of(scores, weights) : WeightedMean.Of(scores, weights);
        return new(name, mean) { Aggregation = aggregation, Parts = parts };
    }

    /// <summary>A whole that has no score although some of its parts do.</summary>
    /// <param name="name">Name inside the whole.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="parts">What there is.</param>
    public static ScoreNode Refused(string name, string reason, params IReadOnlyList<ScoreNode> parts) =>
        new(name, Assessed.Not(reason)) { Parts = parts };
}
