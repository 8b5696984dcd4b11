using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// ITU's ICT Development Index from its edition 2023 on: U = (u1 + u2 + u3)/3, m1 = 0.4 a + 0.6 b, M = (m1 + … + m6)/6, IDI = (U + M)/2, each
/// input scored by fixed goalposts. From 0 to 100, higher is better. Scores only: ITU's members agreed on no ranking (Resolution 131), and it is
/// not comparable with the index to 2017.
/// </summary>
public static class Idi
{
    /// <summary>The ten inputs.</summary>
    public static IReadOnlyList<CompositeRole> Roles { get; } =
    [
        new("u1", "individuals using the Internet", "%"),
        new("u2", "households with Internet access at home", "%"),
        new("u3", "active mobile-broadband subscriptions", "per 100 inhabitants"),
        new("a", "population covered by at least 3G", "%"),
        new("b", "population covered by at least 4G", "%"),
        new("m2", "mobile-broadband traffic", "GB per subscription and year"),
        new("m3", "fixed-broadband traffic", "GB per subscription and year"),
        new("m4", "high-consumption mobile data and voice basket", "% of GNI per capita"),
        new("m5", "fixed-broadband basket", "% of GNI per capita"),
        new("m6", "individuals owning a mobile phone", "%"),
    ];

    /// <summary>The score of one economy with its pillars <c>u</c> (universal) and <c>m</c> (meaningful connectivity) and their indicators.</summary>
    /// <param name="inputs">Finite values by the symbol of <see cref="Roles"/>, missing ones left out.</param>
    /// <param name="goalposts">What the edition fixes.</param>
    /// <returns>Without a score when an input is missing: the reason names it.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    /// <remarks>Source: ITU, The ICT Development Index 2024, Annex 1; its worked example (Box A1.1) gives 89.5.</remarks>
    public static ScoreNode Of(IReadOnlyDictionary<string, double> inputs, IdiGoalposts goalposts)
    {
        ArgumentNullException.ThrowIfNull(goalposts);
        if (CompositeRole.Missing(Roles, inputs) is { } missing)
        {
            return ScoreNode.Refused("idi", missing);
        }

        ScoreNode Scored(string role, double weight = 1) =>
            ScoreNode.Leaf(role, Assessed.Of(GoalpostScore.Of(inputs[role], goalposts.ByRole[role])), weight);
        var coverage = ScoreNode.Mean("m1", Aggregation.Arithmetic, Scored("a", goalposts.WeightOf3G), Scored("b", goalposts.WeightOf4G));
        return ScoreNode.Mean(
            "idi",
            Aggregation.Arithmetic,
            ScoreNode.Mean("u", Aggregation.Arithmetic, Scored("u1"), Scored("u2"), Scored("u3")),
            ScoreNode.Mean("m", Aggregation.Arithmetic, coverage, Scored("m2"), Scored("m3"), Scored("m4"), Scored("m5"), Scored("m6")));
    }
}
