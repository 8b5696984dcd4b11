using System.IO.Compression;
using System.Text;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources.Origins;

/// <summary>A temporary folder for bundles, a raw store, and the maps of the repository's seeds.</summary>
public sealed class BundleBench : IDisposable
{
    private static readonly SourcesOptions Limits = new();

    private readonly Workbench _store = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("dm-bundle-").FullName;

    internal static BundleMaps Maps => SeedFiles.Catalog.Bundles;

    /// <summary>A source of this id for the delimited adapter.</summary>
    internal static SourceDefinition Source(string id = "TEST") => Workbench.Source("delimited", "none", "S") with { Id = id };

    /// <summary>Writes a file below the folder and answers its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a zip archive with these entries and answers its path.</summary>
    public string Zip(params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(Folder, "bundle.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    internal Bundle Open(string? path = null, string? map = null, long? mostUnzipped = null) =>
        Bundle.Open(new(path ?? Folder, map), Maps, new() { MaxUnzippedBytes = mostUnzipped ?? Limits.MaxUnzippedBytes });

    /// <summary>Fetches a release of a bundle's source.</summary>
    internal Task<FetchResult> FetchAsync(Bundle bundle, SourceDefinition source, int release = 0) =>
        bundle.ReleasesOf(source.Id)[release].FetchAsync(source, _store, TestContext.Current.CancellationToken);

    internal Task<FetchResult> FetchAsync(IByteOrigin origin, SourceDefinition source) =>
        origin.FetchAsync(source, _store, TestContext.Current.CancellationToken);

    /// <summary>Keeps files as a fetch would.</summary>
    internal async Task<FetchResult> FetchedAsync(params (string Name, string Text)[] files)
    {
        var kept = new List<RawFile>();
        foreach (var (name, text) in files)
        {
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
            kept.Add(
                await _store.AddAsync(
                    name, $"https://example.org/{name}", "text/csv", bytes, 1_000, TestContext.Current.CancellationToken));
        }

        return new(kept, new DateOnly(2026, 5, 4));
    }

    internal static string TextOf(RawFile file)
    {
        using var reader = new StreamReader(file.OpenRead());
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
