namespace DivideMetrics.Web.Reading;

/// <summary>A query parameter that holds ids joined by <c>~</c>, each one of a known set.</summary>
public static class QueryList
{
    /// <summary>Reads the parameter; missing or empty text means all that are known.</summary>
    public static Parsed<IReadOnlyCollection<string>> Parse(string parameter, string? text, IReadOnlyCollection<string> known)
    {
        var chosen = (text ?? "").Split('~', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return chosen.FirstOrDefault(id => !known.Contains(id)) is { } unknown
            ? new QueryProblem(parameter, $"one of {string.Join(", ", known)}, several joined by '~'", unknown)
            : chosen.Count == 0 ? known.ToList() : chosen;
    }
}
