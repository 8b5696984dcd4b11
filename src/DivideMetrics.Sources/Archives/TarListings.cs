namespace DivideMetrics.Sources.Archives;

/// <summary>A regular file of a tar archive.</summary>
/// <param name="Number">Its place among all entries.</param>
/// <param name="Name">Its path there.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Head">Its first bytes, at most <see cref="HeadLength"/>.</param>
internal sealed record TarItem(int Number, string Name, long Length, byte[] Head)
{
    /// <summary>How many bytes are kept: what tables say above their header.</summary>
    public const int HeadLength = 4096;
}

/// <summary>
/// The listing of the tar archive that was listed last. An archive is listed when it is fetched, for its release date, and again when it is
/// read; unpacking all of it a second time for its names would be half of the time that its reading takes.
/// </summary>
internal sealed class TarListings
{
    private volatile Listing? _last;

    /// <summary>The listing of an archive; read when it is not the one that was listed last.</summary>
    public IReadOnlyList<TarItem> Of(RawFile file, ArchiveLimits limits, Func<IReadOnlyList<TarItem>> read)
    {
        var key = new Key(file.Path, file.Sha256, file.Length, File.GetLastWriteTimeUtc(file.Path), limits);
        if (_last is { } last && last.Key == key)
        {
            return last.Items;
        }

        var items = read();
        _last = new(key, items);
        return items;
    }

    private sealed record Key(string Path, string Sha256, long Length, DateTime Written, ArchiveLimits Limits);

    private sealed record Listing(Key Key, IReadOnlyList<TarItem> Items);
}
