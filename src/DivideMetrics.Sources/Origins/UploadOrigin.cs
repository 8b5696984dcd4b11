using DivideMetrics.Sources.Files;

namespace DivideMetrics.Sources.Origins;

/// <summary>A file that a person brings for a source.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Open">Opens its bytes; the stream is closed after reading.</param>
public sealed record UploadedFile(string Name, Func<Stream> Open)
{
    /// <summary>A file on this machine.</summary>
    public static UploadedFile At(string path) => new(System.IO.Path.GetFileName(path), () => File.OpenRead(path));
}

/// <summary>Files that a person brings for one source.</summary>
/// <param name="files">The files, in the order of reading; names unique.</param>
/// <param name="mostBytes">Greatest size of one.</param>
public sealed class UploadOrigin(IReadOnlyList<UploadedFile> files, long mostBytes) : IByteOrigin
{
    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        if (files.Count == 0 || files.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count)
        {
            throw new SourceException($"Source {source.Id}: expected files of different names, found {Names()}. Rename them.");
        }

        var kept = new List<RawFile>(files.Count);
        foreach (var file in files)
        {
            kept.Add(await KeepAsync(source, file, store, cancellationToken));
        }

        return new(kept, null);
    }

    private string Names() => files.Count == 0 ? "none" : string.Join(", ", files.Select(file => file.Name));

    private async Task<RawFile> KeepAsync(SourceDefinition source, UploadedFile file, IRawStore store, CancellationToken cancellationToken)
    {
        try
        {
            await using var bytes = file.Open();
            return await store.AddAsync(file.Name, $"upload:{file.Name}", FileMediaType.Of(file.Name), bytes, mostBytes, cancellationToken);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new SourceException($"Source {source.Id}: expected a readable file {file.Name}: {failure.Message}", failure);
        }
    }
}
