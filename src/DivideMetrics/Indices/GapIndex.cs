using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// The DivideMetrics Gap Index over the four communities of the framework. The score of an indicator stands between fixed goalposts that are the same
/// for all economies and years; a dimension is the mean of its scored indicators, a community the mean of its dimensions, the index the geometric
/// mean of the communities, so that no community can be bought off with another. From 0 to 100, higher is better; 0 when a community is at 0.
/// </summary>
/// <remarks>
/// A dimension needs 2/3 of its indicators, a community half of its dimensions, the index every community; what is not there is named. Values may be
/// <see cref="OldestValue"/> years older than the score, because indicators come from surveys of different years.
/// </remarks>
public static class GapIndex
{
    /// <summary>
    /// How many years old a value may be. Price of the choice: surveys that are held every three or four years count between their rounds, and a
    /// score may lag behind by so much; how many values were carried forward is told with each score.
    /// </summary>
    public const int OldestValue = 3;

    /// <summary>The first year that is scored: that of the World Summit on the Information Society in Tunis, from which ITU's own world series run.</summary>
    public const int FirstYear = 2005;

    /// <summary>The kind of composite.</summary>
    public static CompositeKind Kind { get; } = new("gap-index", context => new GapIndexRows(context).All())
    {
        Documented = [new(typeof(GapIndex)), new(typeof(GoalpostScore), nameof(GoalpostScore.Of)), new(typeof(GapIndexUncertainty)), new(typeof(Decomposition))],
        Title = "DivideMetrics Gap Index",
        Formula = "indicator: 100 (v − low)/(high − low) between fixed goalposts, 0 to 100; dimension: mean of its indicators, 2/3 needed; "
            + "community: mean of its dimensions, half needed; index: geometric mean of all communities",
        Reference = "DivideMetrics; form after OECD and JRC, Handbook on Constructing Composite Indicators (2008)",
        Greatest = GoalpostScore.Greatest,
        FirstYear = FirstYear,
        Oldest = OldestValue,
        Ranked = true,
    };

    /// <summary>The tree of one economy: its score, or why it has none, with the communities and dimensions that can be scored.</summary>
    /// <param name="framework">Indicators by community and dimension.</param>
    /// <param name="scores">For each indicator of the framework its score, or why there is none.</param>
    internal static ScoreNode Of(GapIndexFramework framework, ReadOnlySpan<Assessed> scores)
    {
        List<ScoreNode> communities = [];
        foreach (var community in framework.Communities)
        {
            List<ScoreNode> dimensions = [];
            foreach (var dimension in community.Dimensions)
            {
                dimensions.Add(DimensionOf(framework, dimension, scores));
            }

            communities.Add(CommunityOf(community.Name, dimensions));
        }

        var missing = communities.Where(community => community.Score.Value is null).ToList();
        return missing.Count > 0
            ? ScoreNode.Refused(Kind.Id, "no index: " + string.Join("; ", missing.Select(each => $"{each.Name}: {each.Score.Reason}")), communities)
            : ScoreNode.Mean(Kind.Id, Aggregation.Geometric, communities);
    }

    /// <summary>True when so many indicators of a dimension are enough for a score: at least 2/3.</summary>
    internal static bool EnoughIndicators(int present, int of) => present > 0 && 3 * present >= 2 * of;

    /// <summary>True when so many dimensions of a community are enough for a score: at least half.</summary>
    internal static bool EnoughDimensions(int present, int of) => present > 0 && 2 * present >= of;

    private static ScoreNode DimensionOf(GapIndexFramework framework, GapIndexDimension dimension, ReadOnlySpan<Assessed> scores)
    {
        var leaves = new ScoreNode[dimension.Count];
        var present = 0;
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = ScoreNode.Leaf(framework.Indicators[dimension.First + i].Id, scores[dimension.First + i]);
            present += leaves[i].Score.Value is null ? 0 : 1;
        }

        return EnoughIndicators(present, dimension.Count)
            ? ScoreNode.Mean(dimension.Name, Aggregation.Arithmetic, leaves)
            : ScoreNode.Refused(dimension.Name, FormattableString.Invariant($"{present} of {dimension.Count} indicators present, 2/3 needed"), leaves);
    }

    private static ScoreNode CommunityOf(string name, List<ScoreNode> dimensions)
    {
        var present = dimensions.Count(dimension => dimension.Score.Value is not null);
        if (dimensions.Count == 0)
        {
            return ScoreNode.Refused(name, "no indicator with goalposts has figures");
        }

        return EnoughDimensions(present, dimensions.Count)
            ? ScoreNode.Mean(name, Aggregation.Arithmetic, dimensions)
            : ScoreNode.Refused(name, FormattableString.Invariant($"{present} of {dimensions.Count} dimensions scored, half needed"), dimensions);
    }
}
