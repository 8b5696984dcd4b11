namespace DivideMetrics.Sources.Archives;

/// <summary>A file inside an archive.</summary>
/// <param name="Name">Its path there, without parts that lead out of it; only ever said, never written to.</param>
/// <param name="Length">Its length in bytes; 0 when nobody says.</param>
/// <param name="Open">Opens its bytes.</param>
internal sealed record ArchiveMember(string Name, long Length, Func<Stream> Open)
{
    /// <summary>Opens its bytes for who reads the first few of them only: cheap where <see cref="Open"/> would unpack what stands before it.</summary>
    public Func<Stream> OpenStart { get; init; } = Open;

    /// <summary>A member's path as it may be said: forward slashes, no drive, no <c>..</c>, no control characters.</summary>
    public static string NameOf(string path)
    {
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part is not ("." or ".."));
        return string.Concat(string.Join('/', parts).Where(character => !char.IsControl(character)));
    }
}

/// <summary>The files that an archive packs, opened one by one. An archive inside an archive is a file like any other.</summary>
internal sealed class ArchiveMembers : IDisposable
{
    private readonly IDisposable? _owner;

    private ArchiveMembers(IReadOnlyList<ArchiveMember> all, IDisposable? owner = null) => (All, _owner) = (all, owner);

    /// <summary>True when the file packs one file and no more by its kind; there is nothing to choose then.</summary>
    public bool IsSingle { get; private init; }

    /// <summary>The members in the archive's order.</summary>
    public IReadOnlyList<ArchiveMember> All { get; }

    /// <summary>Opens an archive and reads its directory; null when the file is none.</summary>
    /// <exception cref="SourceException">The archive is damaged, cut off, encrypted, or unfolds beyond the limits.</exception>
    public static ArchiveMembers? Open(RawFile file, ArchiveLimits limits, TarListings listings)
    {
        switch (ArchiveKinds.Of(file))
        {
            case ArchiveKind.Zip:
                return new(ZipMembers.Of(file, limits));
            case ArchiveKind.Gzip:
                return new([GzipMember.Of(file, limits)]) { IsSingle = true };
            case ArchiveKind.Tar:
            case ArchiveKind.TarGzip:
                var tar = TarMembers.Open(file, limits, listings);
                return new(tar.All, tar);
            default:
                return null;
        }
    }

    public void Dispose() => _owner?.Dispose();
}
