namespace DivideMetrics.Sources;

/// <summary>A file as a provider delivered it, kept by its checksum and never changed.</summary>
/// <param name="Name">Name inside the vintage, unique there, for example <c>page-001.json</c>.</param>
/// <param name="Uri">Where it came from.</param>
/// <param name="MediaType">Media type as delivered, without parameters.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Path">Where the bytes are on this machine.</param>
public sealed record RawFile(string Name, string Uri, string MediaType, string Sha256, long Length, string Path)
{
    /// <summary>Opens the bytes of a file that stands inside the stored one (a member of an archive); null for the stored file itself.</summary>
    public Func<Stream>? Content { get; init; }

    /// <summary>Opens the bytes for reading, from their beginning; those of a member cannot be sought in.</summary>
    public Stream OpenRead() => Content?.Invoke() ?? new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}

/// <summary>Where fetched bytes go before anything reads them.</summary>
public interface IRawStore
{
    /// <summary>Stores the stream's bytes by their SHA-256; storing the same bytes again is free.</summary>
    /// <exception cref="SourceException">The stream is longer than <paramref name="maxBytes"/>.</exception>
    Task<RawFile> AddAsync(string name, string uri, string mediaType, Stream content, long maxBytes, CancellationToken cancellationToken);
}
