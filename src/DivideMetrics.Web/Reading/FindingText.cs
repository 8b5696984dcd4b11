using DivideMetrics.Quality;
using DivideMetrics.Storage.Freshness;

namespace DivideMetrics.Web.Reading;

/// <summary>What a run met, in words.</summary>
public static class FindingText
{
    /// <summary><c>12 errors (out-of-bounds, unknown-area), 3 warnings</c>; <c>none</c>.</summary>
    public static string Of(IReadOnlyList<FindingCount> counts)
    {
        var parts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(kind => (Word: kind.Item2, Counts: counts.Where(count => count.Severity == kind.Item1).ToList()))
            .Where(kind => kind.Counts.Count > 0)
            .Select(kind => $"{Many(kind.Counts, kind.Word)} ({string.Join(", ", kind.Counts.Select(count => count.Code))})").ToList();
        return parts.Count == 0 ? "none" : string.Join("; ", parts);
    }

    private static string Many(List<FindingCount> counts, string word)
    {
        var all = counts.Sum(count => count.Stored);
        var more = counts.Exists(count => count.Stored >= FindingSink.KeptPerCode) ? "at least " : "";
        return $"{more}{Numbers.Count(all)} {word}{(all == 1 ? "" : "s")}";
    }
}
