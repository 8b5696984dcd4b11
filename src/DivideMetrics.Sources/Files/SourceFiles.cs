using DivideMetrics.Sources.Http;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Files;

/// <summary>Brings a source's files from below the data folder or, when its location is a web address, over HTTP.</summary>
internal sealed class SourceFiles(PoliteClient client, IOptions<SourcesOptions> options)
{
    /// <summary>Brings the files in the given order; each keeps its path below the location as its name.</summary>
    /// <param name="source">The source.</param>
    /// <param name="paths">Where the files are.</param>
    /// <param name="store">Takes the bytes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="expected">What files from the web must be; by their extensions unless it is said.</param>
    /// <exception cref="SourceException">A file is not there, lies outside the data folder, or the provider did not deliver.</exception>
    public async Task<IReadOnlyList<RawFile>> BringAsync(
        SourceDefinition source, IReadOnlyList<string> paths, IRawStore store, CancellationToken cancellationToken,
        ExpectedContent? expected = null)
    {
        var files = new List<RawFile>(paths.Count);
        foreach (var path in paths)
        {
            files.Add(WebAddress(source, path) is { } address
                ? await client.DownloadAsync(new Download(address, NameOf(path), expected ?? ExpectedOf(path)), store, cancellationToken)
                : await KeepAsync(source, path, store, cancellationToken));
        }

        return files;
    }

    private static Uri? WebAddress(SourceDefinition source, string path) =>
        Uri.TryCreate(source.Location, UriKind.Absolute, out var location) && location.Scheme is "http" or "https"
            ? new Uri(location, path)
            : null;

    /// <summary>A path is its own name; of a whole web address the last part is.</summary>
    private static string NameOf(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? Path.GetFileName(address.AbsolutePath)
            : path;

    private async Task<RawFile> KeepAsync(SourceDefinition source, string path, IRawStore store, CancellationToken cancellationToken)
    {
        var full = FullPath(source, path);
        try
        {
            await using var stream = File.OpenRead(full);
            return await store.AddAsync(path, "data/" + path, FileMediaType.Of(NameOf(path), "text/csv"), stream, options.Value.MaxResponseBytes, cancellationToken);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new SourceException(
                $"Source {source.Id}: expected a readable file '{path}' in the data folder {Root}, found none. " +
                "Restore it or correct seeds/sources.",
                failure);
        }
    }

    private string Root => Path.GetFullPath(options.Value.DataFolder);

    private string FullPath(SourceDefinition source, string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, path));
        return full.StartsWith(Path.TrimEndingDirectorySeparator(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new SourceException($"Source {source.Id}: '{path}' lies outside the data folder {Root}. Use a path below it.");
    }

    /// <summary>What the bytes must be, by the path's extension; an address without one gives text.</summary>
    private static ExpectedContent ExpectedOf(string path) => ExtensionOf(path) switch
    {
        ".zip" => ExpectedContent.Zip,
        ".gz" or ".tgz" => ExpectedContent.Gzip,
        ".xlsx" => ExpectedContent.Workbook,
        ".json" => ExpectedContent.AnyJson,
        ".xml" => ExpectedContent.Xml,
        _ => ExpectedContent.Csv,
    };

    private static string ExtensionOf(string path) => Path.GetExtension(NameOf(path)).ToLowerInvariant();
}
