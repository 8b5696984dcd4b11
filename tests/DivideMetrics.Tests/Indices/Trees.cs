using CsCheck;
using DivideMetrics.Indices;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Indices;

/// <summary>Trees of scores from 0 to 100.</summary>
internal static class Trees
{
    private static readonly Gen<double> Score = Gen.Frequency((6, Gen.Double[0, 100]), (1, Gen.Const(0.0)), (1, Gen.Const(100.0)));

    private static readonly Gen<double> Weight = Gen.Double[0.1, 5];

    private static readonly Gen<Aggregation> Aggregations = Gen.Bool.Select(geometric => geometric ? Aggregation.Geometric : Aggregation.Arithmetic);

    private static readonly Gen<ScoreNode> Leaf = Gen.Select(Score, Weight, Gen.Int[0, 9]).Select((score, weight, luck) =>
        ScoreNode.Leaf("leaf", luck == 0 ? Assessed.Not("no value") : Assessed.Of(score), weight));

    /// <summary>Three levels, arithmetic and geometric, with leaves that are missing, at 0 and at 100; the whole has a score.</summary>
    internal static Gen<ScoreNode> Any { get; } = Above(Above(Leaf)).Where(tree => tree.Score.Value is not null);

    private static Gen<ScoreNode> Above(Gen<ScoreNode> parts) => Gen.Select(parts.Array[1, 5], Aggregations, Weight).Select((found, aggregation, weight) =>
        ScoreNode.Mean("whole", aggregation, found) with { Weight = weight });

    /// <summary>The leaves of a tree.</summary>
    internal static bool IsLeaf(ScorePart part) => part.Node.Parts.Count == 0;
}
