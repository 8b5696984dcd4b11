namespace DivideMetrics.Indices;

/// <summary>A part of a score, with what the whole loses on it.</summary>
/// <param name="Path">Names from below the whole down to the part, joined by dots: <c>development.penetration</c>.</param>
/// <param name="Node">The part.</param>
/// <param name="Share">The part's share of the greatest score: what it adds to the whole at full score. 0 for a part without a score.</param>
/// <param name="Loss">
/// Points of the whole that are lost on this part, from 0 to the greatest score; null when the part or the whole has no score.
/// </param>
public readonly record struct ScorePart(string Path, ScoreNode Node, double Share, double? Loss)
{
    /// <summary>What the part adds to the whole: its share less its loss. Below 0 when a geometric mean lets it pull down the others.</summary>
    public double? Contribution => Share - Loss;
}

/// <summary>
/// The exact decomposition of a score into its parts. At every level the losses of the parts add up to the loss of their whole, so
/// greatest score = score + Σ losses of the indicators, and score = Σ contributions.
/// </summary>
/// <remarks>
/// A whole that is the arithmetic mean loses w (greatest − score) on a part of weight w. One that is the geometric mean G of parts C loses
/// (greatest − G) · w ln(C/greatest) / Σ w ln(C/greatest) on it: the additive logarithmic mean Divisia index between the score and the greatest
/// (LMDI-I; Ang 2004, Energy Policy 32), which leaves no residual. When parts are 0 they take the whole loss in the ratio of their weights, its
/// limit. What a part loses is handed down to its own parts in the same way.
/// </remarks>
public static class Decomposition
{
    /// <summary>Every part of a score, the whole itself left out: a part before its own parts.</summary>
    /// <param name="whole">The score with its parts.</param>
    /// <param name="greatest">The greatest possible score, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The greatest score is not above 0.</exception>
    public static IReadOnlyList<ScorePart> Of(ScoreNode whole, double greatest)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(greatest);
        List<ScorePart> parts = [];
        Into(parts, new ScorePart("", whole, greatest, greatest - whole.Score.Value), greatest);
        return parts;
    }

    private static void Into(List<ScorePart> parts, ScorePart whole, double greatest)
    {
        var node = whole.Node;
        var weight = node.Scored.Sum(part => part.Weight);
        var drag = node.Scored.Sum(part => DragOf(part, node, greatest));
        foreach (var part in node.Parts)
        {
            var scored = part is { Score.Value: not null, Weight: > 0 };
            var share = scored ? part.Weight / weight : 0;
            var found = new ScorePart(
                whole.Path.Length == 0 ? part.Name : $"{whole.Path}.{part.Name}",
                part,
                whole.Share * share,
                scored ? whole.Loss * (drag > 0 ? DragOf(part, node, greatest) / drag : share) : null);
            parts.Add(found);
            Into(parts, found, greatest);
        }
    }

    /// <summary>By how much a part pulls its whole down, on a scale that only the parts of one whole share.</summary>
    private static double DragOf(ScoreNode part, ScoreNode whole, double greatest)
    {
        var score = part.Score.Value!.Value;
        if (whole.Aggregation == Aggregation.Arithmetic)
        {
            return part.Weight * (greatest - score);
        }

        return whole.Score.Value is 0 ? (score == 0 ? part.Weight : 0) : part.Weight * Math.Log(greatest / score);
    }
}
