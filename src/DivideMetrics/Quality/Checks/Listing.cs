namespace DivideMetrics.Quality.Checks;

/// <summary>A list in a sentence: the first few, and how many more.</summary>
internal static class Listing
{
    private const int Named = 5;

    public static string Of(IReadOnlyList<string> items)
    {
        var more = items.Count > Named ? FormattableString.Invariant($" and {items.Count - Named} more") : "";
        return string.Join(", ", items.Take(Named)) + more;
    }
}
