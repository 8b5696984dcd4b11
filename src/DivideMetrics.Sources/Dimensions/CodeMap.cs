namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// A dimension and what its codes become, from an option like <c>sex=T:_T,F:F,M:M</c>. Without a list every code stays as it is; the code
/// <c>*</c> stands for all that are not in the list.
/// </summary>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="Codes">The provider's code and ours; null for all as they are.</param>
internal sealed record CodeMap(string Dimension, IReadOnlyDictionary<string, string>? Codes)
{
    private const string Others = "*";

    /// <summary>The codes for total and for not applicable: they say that the dimension does not split the value.</summary>
    public static bool IsTotal(string? code) => code is null or "_T" or "_Z" or "TOTAL";

    /// <summary>Our code, null for the total; false when the list does not have the provider's.</summary>
    public bool TryMap(string? code, out string? mapped)
    {
        mapped = code;
        if (code is not null && Codes is not null
            && !Codes.TryGetValue(code, out mapped) && !IsTotal(code) && !Codes.TryGetValue(Others, out mapped))
        {
            return false;
        }

        mapped = IsTotal(mapped) ? null : mapped;
        return true;
    }

    /// <summary>Reads <c>dimension</c> or <c>dimension=A:B,C:D</c>; null when it is neither.</summary>
    public static CodeMap? TryParse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var name = (at < 0 ? text : text[..at]).Trim();
        if (name.Length == 0 || at < 0)
        {
            return name.Length == 0 ? null : new(name, null);
        }

        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text[(at + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var (theirs, ours) = colon < 0 ? (part, part) : (part[..colon], part[(colon + 1)..]);
            if (theirs.Length == 0 || ours.Length == 0 || !codes.TryAdd(theirs, ours))
            {
                return null;
            }
        }

        return codes.Count == 0 ? null : new(name, codes);
    }
}
