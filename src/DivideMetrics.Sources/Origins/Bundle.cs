using DivideMetrics.Seeds;

namespace DivideMetrics.Sources.Origins;

/// <summary>
/// Files of many sources in one place, for machines without a network: a folder or zip laid out by source id, as the command
/// <c>bundle</c> writes it, or any folder with a map that says which files belong to which source.
/// </summary>
public sealed class Bundle : IDisposable
{
    /// <summary>Name of the map that a folder may bring.</summary>
    public const string MapName = "bundle.yml";

    private const int MostMapBytes = 1 << 20;

    private readonly BundleContent _content;
    private readonly Dictionary<string, IReadOnlyList<IByteOrigin>> _releases;

    private Bundle(BundleContent content, IEnumerable<KeyValuePair<string, IReadOnlyList<IByteOrigin>>> releases)
    {
        _content = content;
        var listed = releases.ToList();
        _releases = new(listed, StringComparer.Ordinal);
        Sources = listed.ConvertAll(pair => pair.Key);
    }

    /// <summary>The ids of its sources, in the order in which they are to be imported.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Opens a bundle. What it brings is checked when it is fetched.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="maps">The maps of the seeds.</param>
    /// <param name="limits">How large archives and files may be.</param>
    /// <exception cref="SourceException">There is none, or nothing says which files belong to which source.</exception>
    /// <exception cref="SeedException">Its map is wrong.</exception>
    public static Bundle Open(BundleLocation location, BundleMaps maps, SourcesOptions limits)
    {
        var content = BundleContent.Open(location.Path, limits.MaxUnzippedBytes);
        try
        {
            return MapOf(content, location, maps) is { } map
                ? new(content, map.Entries.Select(entry => Mapped(content, entry, limits)))
                : new(content, Packed(content).Select(source => new KeyValuePair<string, IReadOnlyList<IByteOrigin>>(
                    source, [new PackedRelease(content, source, limits.MaxResponseBytes)])));
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>The releases of a source, oldest first.</summary>
    /// <exception cref="SourceException">The bundle lacks the source.</exception>
    public IReadOnlyList<IByteOrigin> ReleasesOf(string source) =>
        _releases.GetValueOrDefault(source)
        ?? throw new SourceException(
            $"Source {source}: expected it in the bundle {_content.Location}, found only {string.Join(", ", Sources)}. "
            + "Write a bundle that has it, or add it to the bundle's map.");

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    private static KeyValuePair<string, IReadOnlyList<IByteOrigin>> Mapped(BundleContent content, BundleEntry entry, SourcesOptions limits)
    {
        var releases = entry.Releases.Select(release => new MappedRelease(content, release, limits.MaxResponseBytes));
        return new(entry.Source, releases.ToList<IByteOrigin>());
    }

    /// <summary>The map that was named, that the folder brings or that recognises it; null for one laid out by source id.</summary>
    private static BundleMap? MapOf(BundleContent content, BundleLocation location, BundleMaps maps)
    {
        if (location.Map is { } named)
        {
            return File.Exists(named)
                ? maps.Read(named, File.ReadAllBytes(named))
                : throw new SourceException($"Expected a map of the bundle at {named}, found nothing there.");
        }

        if (content.Paths.Contains(MapName))
        {
            return maps.Read($"{content.Location}/{MapName}", content.ReadAll(MapName, MostMapBytes));
        }

        return Packed(content).Count > 0 ? null : Recognised(content, maps);
    }

    private static BundleMap Recognised(BundleContent content, BundleMaps maps)
    {
        var paths = content.Paths.ToHashSet(StringComparer.Ordinal);
        return maps.Known.FirstOrDefault(map => map.Recognise.Count > 0 && map.Recognise.All(paths.Contains))
            ?? throw new SourceException(
                $"Bundle {content.Location}: expected SOURCE/{BundleManifest.FileName} as 'bundle' writes it, or a map {MapName}, "
                + "and no map of seeds/bundles "
                + "recognises the folder. Name a map with --map FILE.");
    }

    private static List<string> Packed(BundleContent content) =>
        content.Paths.Select(path => path.Split('/')).Where(parts => parts is [_, BundleManifest.FileName]).Select(parts => parts[0])
            .ToList();
}
