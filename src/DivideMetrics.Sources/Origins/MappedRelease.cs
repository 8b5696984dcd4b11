using DivideMetrics.Seeds;
using DivideMetrics.Sources.Files;
using Microsoft.Extensions.FileSystemGlobbing;

namespace DivideMetrics.Sources.Origins;

/// <summary>A release of a source in a folder, as a map describes it.</summary>
internal sealed class MappedRelease(BundleContent content, BundleRelease release, long mostBytes) : IByteOrigin
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var paths = release.Files.SelectMany(pattern => Matching(source, pattern)).Distinct(StringComparer.Ordinal).ToList();
        var isNameEnough = paths.Select(BundlePath.NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() == paths.Count;
        var files = new List<RawFile>(paths.Count);
        foreach (var path in paths)
        {
            var name = isNameEnough ? BundlePath.NameOf(path) : path;
            var kept = new KeptAs(path, name, $"bundle:{path}", FileMediaType.Of(path));
            files.Add(await BundleReading.KeepAsync(content, kept, (store, mostBytes), cancellationToken));
        }

        return new(files, release.Released) { ReadAs = ReadAs(source) };
    }

    private List<string> Matching(SourceDefinition source, string pattern)
    {
        var matched = new Matcher(StringComparison.Ordinal).AddInclude(pattern).Match(content.Paths).Files.Select(file => file.Path)
            .Order(StringComparer.Ordinal).ToList();
        return matched.Count > 0
            ? matched
            : throw new SourceException(
                $"Source {source.Id}: expected files '{pattern}' in the bundle {content.Location}, found none. "
                + "Bring them, or correct the bundle's map.");
    }

    /// <summary>The options of one adapter mean nothing to another.</summary>
    private SourceDefinition ReadAs(SourceDefinition source)
    {
        var adapter = release.Adapter ?? source.Adapter;
        return source with
        {
            Adapter = adapter,
            Options = release.Options ?? (adapter == source.Adapter ? source.Options : new Dictionary<string, string>()),
            Edition = release.Edition ?? source.Edition,
            Released = release.Released ?? source.Released,
        };
    }
}
