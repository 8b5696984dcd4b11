using System.IO.Compression;

namespace DivideMetrics.Sources.Origins;

/// <summary>Writes a bundle laid out by source id, as a folder or, where the path ends in <c>.zip</c>, as an archive.</summary>
public sealed class BundleWriter : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive? _zip;

    private BundleWriter(string path, ZipArchive? zip) => (_path, _zip) = (path, zip);

    /// <summary>Begins a new bundle.</summary>
    /// <exception cref="SourceException">Something is there already, or cannot be written.</exception>
    public static BundleWriter Create(string path)
    {
        var isZip = path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new SourceException($"{path}: expected a place for a new bundle, found one that is taken. Name another, or remove it.");
        }

        try
        {
            if (isZip)
            {
                return new(path, ZipFile.Open(path, ZipArchiveMode.Create));
            }

            Directory.CreateDirectory(path);
            return new(path, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SourceException($"{path}: a bundle cannot be written there: {failure.Message}", failure);
        }
    }

    /// <summary>Adds a source with all its files; the manifest comes last, so that a source without one is not whole.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fetched">Its files.</param>
    /// <param name="retrievedAt">When they were fetched.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SourceException">A file's name cannot stand in a bundle.</exception>
    public async Task AddAsync(
        SourceDefinition source, FetchResult fetched, DateTimeOffset retrievedAt, CancellationToken cancellationToken)
    {
        foreach (var file in fetched.Files)
        {
            if (!BundlePath.IsSafe(file.Name) || file.Name == BundleManifest.FileName)
            {
                throw new SourceException($"Source {source.Id}: the name '{file.Name}' cannot stand in a bundle.");
            }

            await using var bytes = file.OpenRead();
            await WriteAsync($"{source.Id}/{file.Name}", bytes, cancellationToken);
        }

        var listed = fetched.Files.Select(file => new BundledFile(file.Name, file.Uri, file.MediaType, file.Sha256, file.Length)).ToList();
        using var manifest = new MemoryStream(
            new BundleManifest(source.Id, source.Adapter, Second(retrievedAt), fetched.Released, listed).ToJson());
        await WriteAsync($"{source.Id}/{BundleManifest.FileName}", manifest, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip?.Dispose();

    /// <summary>A clock's further digits are not all kept by a database, and a bundle written again from there is to be the same.</summary>
    private static DateTimeOffset Second(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private async Task WriteAsync(string name, Stream bytes, CancellationToken cancellationToken)
    {
        await using var target = _zip is not null ? _zip.CreateEntry(name).Open() : CreateFile(name);
        await bytes.CopyToAsync(target, cancellationToken);
    }

    private FileStream CreateFile(string name)
    {
        var path = Path.Combine(_path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path);
    }
}
