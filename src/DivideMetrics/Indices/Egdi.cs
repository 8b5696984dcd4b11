using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>
/// The UN's E-Government Development Index from its three published parts: EGDI = (OSI + TII + HCI)/3. From 0 to 1, higher is better. The parts are
/// scaled over the states of an edition, so the index is relative and editions do not compare.
/// </summary>
/// <remarks>
/// Source: UN E-Government Survey 2022. From 2014 on the published index is this mean; before, other weights were in use and 0 stands for a missing
/// index, so those years are not recomputed.
/// </remarks>
public static class Egdi
{
    /// <summary>The first edition whose index is the mean of its parts.</summary>
    public const int FirstYear = 2014;

    /// <summary>Symbol of the published index, to compare with.</summary>
    public const string Published = "published";

    /// <summary>Classes of the survey, best first: above 0.75, above 0.50, above 0.25, the rest.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["very-high", "high", "middle", "low"];

    /// <summary>The three parts, and the published index.</summary>
    public static IReadOnlyList<CompositeRole> Roles { get; } =
    [
        new("osi", "online service index", "0 to 1"),
        new("tii", "telecommunication infrastructure index", "0 to 1"),
        new("hci", "human capital index", "0 to 1"),
        new(Published, "published e-government development index", "0 to 1") { Required = false },
    ];

    /// <summary>The index of one economy.</summary>
    /// <param name="inputs">Finite values by the symbol of <see cref="Roles"/>, missing ones left out.</param>
    /// <returns>Without a score when a part is missing or not between 0 and 1: the reason names it.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static ScoreNode Of(IReadOnlyDictionary<string, double> inputs)
    {
        if (CompositeRole.Missing(Roles, inputs) is { } missing)
        {
            return ScoreNode.Refused("egdi", missing);
        }

        var parts = Roles.Where(role => role.Required).Select(role => (role.Id, Value: inputs[role.Id])).ToList();
        Require.Finite([.. parts.Select(part => part.Value)], nameof(inputs));
        var outside = parts.Where(part => part.Value is < 0 or > 1).Select(part => FormattableString.Invariant($"{part.Id} {part.Value}")).ToList();
        return outside.Count > 0
            ? ScoreNode.Refused("egdi", $"not scored: expected parts from 0 to 1, found {string.Join(", ", outside)}")
            : ScoreNode.Mean("egdi", Aggregation.Arithmetic, [.. parts.Select(part => ScoreNode.Leaf(part.Id, Assessed.Of(part.Value)))]);
    }

    /// <summary>The survey's class of a score; a score at a limit belongs to the lower class.</summary>
    /// <param name="score">From 0 to 1.</param>
    public static string ClassOf(double score) => score switch
    {
        > 0.75 => Classes[0],
        > 0.50 => Classes[1],
        > 0.25 => Classes[2],
        _ => Classes[3],
    };
}
