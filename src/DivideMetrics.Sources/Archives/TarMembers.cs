using System.Formats.Tar;

namespace DivideMetrics.Sources.Archives;

/// <summary>
/// The members of a tar archive. A tar has no directory, so it is read through once for the names (which also checks the whole of it),
/// and a second time as the members are opened; who opens them in order pays for no more passes.
/// </summary>
internal sealed class TarMembers : IDisposable
{
    private const string Kind = "tar archive";

    private readonly RawFile _file;
    private readonly ArchiveLimits _limits;
    private TarPass? _idle;

    private TarMembers(RawFile file, ArchiveLimits limits) => (_file, _limits) = (file, limits);

    /// <summary>The regular files.</summary>
    public IReadOnlyList<ArchiveMember> All { get; private set; } = [];

    /// <summary>Reads the names, unless the archive is the one that was listed last.</summary>
    /// <exception cref="SourceException">The archive is damaged or unfolds beyond the limits.</exception>
    public static TarMembers Open(RawFile file, ArchiveLimits limits, TarListings listings)
    {
        var members = new TarMembers(file, limits);
        members.All = listings.Of(file, limits, members.List).Select(members.MemberOf).ToList();
        return members;
    }

    public void Dispose() => Interlocked.Exchange(ref _idle, null)?.Dispose();

    private ArchiveMember MemberOf(TarItem item) => new(item.Name, item.Length, () => OpenMember(item.Number))
    {
        OpenStart = () => new HeadedStream(item.Head, () => OpenMember(item.Number)),
    };

    private List<TarItem> List()
    {
        using var pass = Begin();
        var items = new List<TarItem>();
        for (var number = 0; pass.Next() is { } entry; number++)
        {
            if (number == _limits.MostMembers)
            {
                throw ArchiveLimits.TooLarge(_file, FormattableString.Invariant($"more than {_limits.MostMembers} entries"));
            }

            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                items.Add(new(number, ArchiveMember.NameOf(entry.Name), entry.Length, pass.HeadOf(entry)));
            }
        }

        pass.Drain();
        return items;
    }

    private Stream OpenMember(int index)
    {
        var pass = Interlocked.Exchange(ref _idle, null);
        if (pass is null || pass.Number > index)
        {
            pass?.Dispose();
            pass = Begin();
        }

        TarEntry? entry = null;
        while (pass.Number <= index)
        {
            entry = pass.Next();
        }

        var bytes = new OwningStream(entry!.DataStream ?? Stream.Null, new Return(this, pass));
        return _limits.Checked(_file, Kind, bytes, new BytePromise(entry.Length, (uint)entry.Length));
    }

    private TarPass Begin()
    {
        var plain = ArchiveKinds.Of(_file) == ArchiveKind.TarGzip
            ? GzipMember.OpenPlain(_file, _limits)
            : _limits.Checked(_file, Kind, _file.OpenRead(), new BytePromise(_limits.MostBytes));
        return new(plain, failure => ArchiveLimits.Damaged(_file, Kind, failure.Message, failure));
    }

    /// <summary>Gives the pass back for the next member.</summary>
    private sealed class Return(TarMembers members, TarPass pass) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref members._idle, pass)?.Dispose();
    }
}
