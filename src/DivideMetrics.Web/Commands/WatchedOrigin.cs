using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>An origin that tells what has come so far.</summary>
/// <param name="inner">Where the bytes come from.</param>
/// <param name="tell">Gets the number of files and of bytes after each file.</param>
internal sealed class WatchedOrigin(IByteOrigin inner, Action<int, long> tell) : IByteOrigin
{
    /// <summary>How many files the fetch brought.</summary>
    public int Files { get; private set; }

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var fetched = await inner.FetchAsync(source, new WatchedStore(store, tell), cancellationToken);
        Files = fetched.Files.Count;
        return fetched;
    }

    private sealed class WatchedStore(IRawStore inner, Action<int, long> tell) : IRawStore
    {
        private int _files;
        private long _bytes;

        public async Task<RawFile> AddAsync(
            string name, string uri, string mediaType, Stream content, long maxBytes, CancellationToken cancellationToken)
        {
            var file = await inner.AddAsync(name, uri, mediaType, content, maxBytes, cancellationToken);
            tell(Interlocked.Increment(ref _files), Interlocked.Add(ref _bytes, file.Length));
            return file;
        }
    }
}

/// <summary>An origin whose files are read with another definition than the source's own.</summary>
internal sealed class ReadAsOrigin(IByteOrigin inner, SourceDefinition readAs) : IByteOrigin
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken) =>
        await inner.FetchAsync(source, store, cancellationToken) with { ReadAs = readAs };
}
