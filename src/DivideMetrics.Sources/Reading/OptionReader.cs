namespace DivideMetrics.Sources.Reading;

/// <summary>Reads a source's options and says which one is wrong.</summary>
internal sealed class OptionReader
{
    /// <summary>The option that says which members of an archive are read.</summary>
    public const string Members = "members";

    private static readonly string[] OfEveryAdapter = [OtherAreas.Option, Members];

    private readonly SourceDefinition _source;

    /// <summary>Checks that only known options are set: the adapter's own and those of every adapter.</summary>
    /// <exception cref="SourceException">An option is unknown.</exception>
    public OptionReader(SourceDefinition source, IReadOnlyCollection<string> known)
    {
        _source = source;
        if (source.Options.Keys.FirstOrDefault(key => !known.Contains(key) && !OfEveryAdapter.Contains(key)) is { } unknown)
        {
            throw new SourceException(
                $"Source {source.Id}: adapter '{source.Adapter}' has no option '{unknown}'. " +
                $"It knows {string.Join(", ", known.Concat(OfEveryAdapter))}.");
        }
    }

    /// <summary>The option's text; null when it is not set.</summary>
    public string? Find(string key) => _source.Options.GetValueOrDefault(key);

    /// <summary>The option's text.</summary>
    /// <exception cref="SourceException">It is not set.</exception>
    public string Require(string key) =>
        Find(key) is { Length: > 0 } text
            ? text
            : throw new SourceException(
                $"Source {_source.Id}: adapter '{_source.Adapter}' needs the option '{key}'. Add it in seeds/sources.");

    /// <summary>One of a few words; the first when it is not set.</summary>
    /// <exception cref="SourceException">It is another word.</exception>
    public string Choice(string key, params string[] words)
    {
        var text = Find(key) ?? words[0];
        return words.Contains(text, StringComparer.Ordinal) ? text : throw Wrong(key, string.Join(" or ", words));
    }

    /// <summary>A list <c>key=value;key;…</c>; a part without <c>=</c> has a null value. Empty when the option is not set.</summary>
    public List<KeyValuePair<string, string?>> Pairs(string key)
    {
        var parts = (Find(key) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.ConvertAll(parts, Pair).ToList();
    }

    /// <summary>The failure that an option is not what it must be.</summary>
    public SourceException Wrong(string key, string expected) =>
        new($"Source {_source.Id}: option '{key}' must be {expected}, found '{Find(key)}'. Correct it in seeds/sources.");

    private static KeyValuePair<string, string?> Pair(string part) =>
        part.LastIndexOf('=') is var at and > 0
            ? new(part[..at].TrimEnd(), part[(at + 1)..].TrimStart())
            : new(part, null);
}
