using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>A query parameter that holds ids joined by <c>~</c>, each one of a known set.</summary>
internal static class QueryList
{
    /// <summary>Reads the parameter; missing or empty text means all that are known.</summary>
    public static Parsed<IReadOnlyCollection<string>> Parse(string parameter, string? text, IReadOnlyCollection<string> known)
    {
        var chosen = (text ?? "").Split('~', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return chosen.FirstOrDefault(id => !known.Contains(id)) is { } unknown
            ? new(null, new(parameter, unknown, $"one of {string.Join(", ", known)}, several joined by '~'"))
            : new(chosen.Count == 0 ? known : chosen, null);
    }
}
