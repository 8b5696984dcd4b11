using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A class of progress towards a goal: always a symbol and a word, never a colour alone.</summary>
/// <param name="Category">The measure's category.</param>
/// <param name="Word">In English words.</param>
/// <param name="Symbol">Its sign.</param>
/// <param name="Tone"><c>good</c>, <c>warn</c>, <c>bad</c> or <c>muted</c>.</param>
public sealed record ProgressStatus(string Category, string Word, string Symbol, string Tone)
{
    /// <summary>All, best first; the last is for what cannot be assessed.</summary>
    public static readonly IReadOnlyList<ProgressStatus> All =
    [
        new("met", Later("Goal met"), "✓", "good"),
        new("on-track", Later("On track"), "▲", "good"),
        new("fair", Later("Too slow"), "◆", "warn"),
        new("stagnation", Later("Standing still or falling back"), "▼", "bad"),
        new("not-assessable", Later("Not assessable"), "○", "muted"),
    ];

    /// <summary>Classes of rules beside the United Nations' own, in their words.</summary>
    private static readonly IReadOnlyList<ProgressStatus> OfOtherRules =
    [
        new("acceleration", Later("Must accelerate"), "◆", "warn"),
        new("limited", Later("Limited progress"), "◇", "warn"),
        new("deterioration", Later("Falling back"), "▼", "bad"),
        new("off-track", Later("Off track"), "▼", "bad"),
    ];

    /// <summary>The status of a category; what is unknown or absent is not assessable.</summary>
    public static ProgressStatus Of(string? category) =>
        All.FirstOrDefault(status => status.Category == category) ?? OfOtherRules.FirstOrDefault(status => status.Category == category) ?? All[^1];
}
