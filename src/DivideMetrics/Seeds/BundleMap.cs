namespace DivideMetrics.Seeds;

/// <summary>Says which files of a folder, laid out by somebody else, belong to which source.</summary>
/// <param name="File">Where it was read, for messages.</param>
/// <param name="Recognise">Paths that a folder has for which this map is meant; empty for one that is only used where it is named.</param>
/// <param name="Entries">The sources, in the order in which they are imported.</param>
public sealed record BundleMap(string File, IReadOnlyList<string> Recognise, IReadOnlyList<BundleEntry> Entries);

/// <summary>A source in a folder.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Releases">Its releases, oldest first; at least one.</param>
public sealed record BundleEntry(string Source, IReadOnlyList<BundleRelease> Releases);

/// <summary>A release of a source in a folder, and how its files are to be read where that differs from the source's declaration.</summary>
/// <param name="Files">Patterns of paths below the folder (<c>*</c> within a name, <c>**</c> over folders), in the order of
/// reading.</param>
public sealed record BundleRelease(IReadOnlyList<string> Files)
{
    /// <summary>Adapter that reads these files; null for the source's own.</summary>
    public string? Adapter { get; init; }

    /// <summary>All options for the adapter; null for the source's own, or for none where the adapter is another.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>The provider's release date; null when the map does not say.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>Edition in words; null when the map does not say.</summary>
    public string? Edition { get; init; }
}
