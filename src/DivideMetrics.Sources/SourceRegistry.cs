namespace DivideMetrics.Sources;

/// <summary>An adapter and the key under which <see cref="SourceDefinition.Adapter"/> names it.</summary>
/// <param name="Key">Key in kebab case, for example <c>worldbank-api</c>.</param>
/// <param name="Source">The adapter.</param>
public sealed record SourceAdapter(string Key, ISource Source);

/// <summary>All source adapters by key.</summary>
public sealed class SourceRegistry
{
    private readonly Dictionary<string, ISource> _byKey;

    /// <summary>Builds the registry.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public SourceRegistry(IEnumerable<SourceAdapter> adapters)
    {
        _byKey = adapters.ToDictionary(adapter => adapter.Key, adapter => adapter.Source, StringComparer.Ordinal);
        Keys = _byKey.Keys.Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The known keys, ordered.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The adapter of a source.</summary>
    /// <exception cref="SourceException">No adapter has the source's key.</exception>
    public ISource For(SourceDefinition source) =>
        _byKey.TryGetValue(source.Adapter, out var adapter)
            ? adapter
            : throw new SourceException(
                $"Source {source.Id}: no adapter is called '{source.Adapter}'. Use one of {string.Join(", ", Keys)} in seeds/sources.");
}
