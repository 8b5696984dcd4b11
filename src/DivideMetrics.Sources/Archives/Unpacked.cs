namespace DivideMetrics.Sources.Archives;

/// <summary>How archives are unpacked.</summary>
/// <param name="Limits">How far they may unfold.</param>
/// <param name="Patterns">Which members are read.</param>
/// <param name="Listings">Remembers the last listing.</param>
internal sealed record UnpackingRules(ArchiveLimits Limits, MemberPatterns Patterns, TarListings Listings)
{
    /// <summary>True when only the beginnings of members are going to be read.</summary>
    public bool StartsOnly { get; init; }
}

/// <summary>The files of a vintage with the members of its archives in their place.</summary>
internal sealed class Unpacked : IDisposable
{
    private readonly List<RawFile> _files = [];
    private readonly List<int> _origins = [];
    private readonly List<ArchiveMembers> _archives = [];

    private readonly UnpackingRules _rules;

    private Unpacked(UnpackingRules rules) => _rules = rules;

    /// <summary>The files in order; a member is named <c>archive.zip/member.csv</c>.</summary>
    public IReadOnlyList<RawFile> Files => _files;

    /// <summary>True when a file of the vintage is an archive.</summary>
    public bool Any => _archives.Count > 0;

    /// <summary>Opens the files.</summary>
    /// <exception cref="SourceException">An archive is damaged, unfolds beyond the limits, or has no member that is read.</exception>
    public static Unpacked Open(IReadOnlyList<RawFile> files, UnpackingRules rules)
    {
        var unpacked = new Unpacked(rules);
        try
        {
            for (var index = 0; index < files.Count; index++)
            {
                unpacked.Add(files[index], index);
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

    private void Add(RawFile file, int origin)
    {
        if (ArchiveMembers.Open(file, _rules.Limits, _rules.Listings) is not { } archive)
        {
            Keep(file, origin);
            return;
        }

        _archives.Add(archive);
        var taken = archive.All.Where(member => archive.IsSingle || _rules.Patterns.Takes(member.Name)).ToList();
        if (taken.Count == 0)
        {
            throw new SourceException(
                $"{file.Name} ({file.Uri}): expected a table in the archive, found " +
                $"{string.Join(", ", archive.All.Take(20).Select(member => member.Name))}. Correct the option 'members'.");
        }

        foreach (var member in taken)
        {
            Keep(file with { Name = $"{file.Name}/{member.Name}", Length = member.Length, Content = _rules.StartsOnly ? member.OpenStart : member.Open }, origin);
        }
    }

    private void Keep(RawFile file, int origin)
    {
        _files.Add(file);
        _origins.Add(origin);
    }
}
