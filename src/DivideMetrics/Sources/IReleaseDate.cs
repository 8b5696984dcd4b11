namespace DivideMetrics.Sources;

/// <summary>
/// An adapter whose files say when the provider released them. A vintage gets its date from there, however its bytes came: fetched,
/// from a bundle, by upload.
/// </summary>
public interface IReleaseDate
{
    /// <summary>The provider's release date as the files say it, the latest when several do; null when none does.</summary>
    /// <exception cref="SourceException">A file is not what this adapter reads.</exception>
    DateOnly? ReleasedOf(IReadOnlyList<RawFile> files);
}
