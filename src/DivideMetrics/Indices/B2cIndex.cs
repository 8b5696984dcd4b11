using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// UNCTAD's B2C E-commerce Index (ended with the edition 2020): the mean of the shares of adults with an account and of individuals using the Internet,
/// of the score of secure Internet servers and of postal reliability. From 0 to 100, higher is better.
/// </summary>
/// <remarks>
/// The four inputs are read in UNCTAD's edition 2020; that the index is their simple mean and how servers are scaled is recalled, not read:
/// <see cref="Assumption"/> is shown wherever it is.
/// </remarks>
public static class B2cIndex
{
    /// <summary>The last year for which UNCTAD published it.</summary>
    public const int LastYear = 2020;

    /// <summary>What is not certain about it.</summary>
    public const string Assumption =
        "assumption: simple mean of the four scores, secure servers as ln(x + 1) between the least and the greatest of the economies scored";

    /// <summary>The four inputs.</summary>
    public static IReadOnlyList<CompositeRole> Roles { get; } =
    [
        new("accounts", "adults with an account", "%"),
        new("internet", "individuals using the Internet", "%"),
        new("servers", "secure Internet servers", "per million inhabitants"),
        new("postal", "postal reliability", "score from 0 to 100"),
    ];

    /// <summary>The index of every economy of a year: servers are scaled over those that have all four inputs.</summary>
    /// <param name="economies">For each economy its finite values by the symbol of <see cref="Roles"/>, missing ones left out.</param>
    /// <returns>In the same order; without a score where an input is missing (the reason names it) or servers cannot be scaled.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static IReadOnlyList<ScoreNode> Of(IReadOnlyList<IReadOnlyDictionary<string, double>> economies)
    {
        ArgumentNullException.ThrowIfNull(economies);
        var missing = economies.Select(inputs => CompositeRole.Missing(Roles, inputs)).ToList();
        double[] servers = [.. economies.Where((_, i) => missing[i] is null).Select(inputs => inputs["servers"])];
        var problem = ServerScores(servers, servers);
        var next = 0;
        return economies.Select((inputs, i) => (missing[i] ?? problem) is { } reason
            ? ScoreNode.Refused("b2c", reason)
            : Scored(inputs, servers[next++])).ToList();
    }

    /// <summary>100 (ln(x + 1) − least)/(greatest − least) of every economy.</summary>
    /// <param name="servers">Secure servers per million, finite.</param>
    /// <param name="scores">One place for each; may be the same span.</param>
    /// <returns>Null when scored; else the reason why nothing was.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite.</exception>
    public static string? ServerScores(ReadOnlySpan<double> servers, Span<double> scores)
    {
        Require.Finite(servers, nameof(servers));
        Require.Same(servers.Length, scores.Length, nameof(scores));
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        foreach (var count in servers)
        {
            (least, greatest) = (Math.Min(least, count), Math.Max(greatest, count));
        }

        if (least < 0 || !(greatest > least))
        {
            return "not scored: secure servers need two economies that differ, and no negative count";
        }

        GoalpostScore.Of(servers, new(least, greatest, Log: true), scores);
        return null;
    }

    private static ScoreNode Scored(IReadOnlyDictionary<string, double> inputs, double servers)
    {
        Assessed Share(string role) => Assessed.Of(Math.Clamp(inputs[role], 0, GoalpostScore.Greatest));
        return ScoreNode.Mean(
            "b2c",
            Aggregation.Arithmetic,
            ScoreNode.Leaf("accounts", Share("accounts")),
            ScoreNode.Leaf("internet", Share("internet")),
            ScoreNode.Leaf("servers", Assessed.Of(servers)),
            ScoreNode.Leaf("postal", Share("postal")));
    }
}
