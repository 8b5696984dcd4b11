namespace DivideMetrics.Sources;

/// <summary>An adapter and the key under which <see cref="SourceDefinition.Adapter"/> names it.</summary>
/// <param name="Key">Key in kebab case, for example <c>worldbank-api</c>.</param>
/// <param name="Source">The adapter.</param>
/// <param name="Version">Version of its reading. Raise it with every change after which the same bytes may give other observations: they are then read again.</param>
public sealed record SourceAdapter(string Key, ISource Source, int Version = 1);

/// <summary>All source adapters by key.</summary>
public sealed class SourceRegistry
{
    private readonly Dictionary<string, SourceAdapter> _byKey;

    /// <summary>Builds the registry.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public SourceRegistry(IEnumerable<SourceAdapter> adapters)
    {
        _byKey = adapters.ToDictionary(adapter => adapter.Key, StringComparer.Ordinal);
        Keys = _byKey.Keys.Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The known keys, ordered.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The adapter of a source.</summary>
    /// <exception cref="SourceException">No adapter has the source's key.</exception>
    public ISource For(SourceDefinition source) => AdapterOf(source).Source;

    /// <summary>The version of a source's adapter.</summary>
    /// <exception cref="SourceException">No adapter has the source's key.</exception>
    public int VersionFor(SourceDefinition source) => AdapterOf(source).Version;

    private SourceAdapter AdapterOf(SourceDefinition source) =>
        _byKey.TryGetValue(source.Adapter, out var adapter)
            ? adapter
            : throw new SourceException(
                $"Source {source.Id}: no adapter is called '{source.Adapter}'. Use one of {string.Join(", ", Keys)} in seeds/sources.");
}
