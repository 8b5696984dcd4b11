namespace DivideMetrics.Sources.Archives;

/// <summary>The files of a vintage with the members of its archives in their place.</summary>
internal sealed class Unpacked : IDisposable
{
    private readonly List<RawFile> _files = [];
    private readonly List<int> _origins = [];
    private readonly List<ArchiveMembers> _archives = [];

    private Unpacked()
    {
    }

    /// <summary>The files in order; a member is named <c>archive.zip/member.csv</c>.</summary>
    public IReadOnlyList<RawFile> Files => _files;

    /// <summary>True when a file of the vintage is an archive.</summary>
    public bool Any => _archives.Count > 0;

    /// <summary>Opens the files.</summary>
    /// <exception cref="SourceException">An archive is damaged, unfolds beyond the limits, or has no member that is read.</exception>
    public static Unpacked Open(IReadOnlyList<RawFile> files, ArchiveLimits limits, MemberPatterns patterns)
    {
        var unpacked = new Unpacked();
        try
        {
            for (var index = 0; index < files.Count; index++)
            {
                unpacked.Add(files[index], index, (limits, patterns));
            }

            return unpacked;
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    /// <summary>The index in the vintage of a file in <see cref="Files"/>.</summary>
    public int OriginOf(int file) => _origins[file];

    public void Dispose() => _archives.ForEach(archive => archive.Dispose());

    private void Add(RawFile file, int origin, (ArchiveLimits Limits, MemberPatterns Patterns) rules)
    {
        if (ArchiveMembers.Open(file, rules.Limits) is not { } archive)
        {
            Keep(file, origin);
            return;
        }

        _archives.Add(archive);
        var taken = archive.All.Where(member => archive.IsSingle || rules.Patterns.Takes(member.Name)).ToList();
        if (taken.Count == 0)
        {
            throw new SourceException(
                $"{file.Name} ({file.Uri}): expected a table in the archive, found " +
                $"{string.Join(", ", archive.All.Take(20).Select(member => member.Name))}. Correct the option 'members'.");
        }

        foreach (var member in taken)
        {
            Keep(file with { Name = $"{file.Name}/{member.Name}", Length = member.Length, Content = member.Open }, origin);
        }
    }

    private void Keep(RawFile file, int origin)
    {
        _files.Add(file);
        _origins.Add(origin);
    }
}
