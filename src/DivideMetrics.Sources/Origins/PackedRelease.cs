namespace DivideMetrics.Sources.Origins;

/// <summary>A source of a bundle with a manifest: bytes, addresses and dates as they were when they were fetched.</summary>
internal sealed class PackedRelease(BundleContent content, string source, long mostBytes) : IByteOrigin
{
    public async Task<FetchResult> FetchAsync(SourceDefinition declared, IRawStore store, CancellationToken cancellationToken)
    {
        var manifest = BundleManifest.Read(content, source);
        if (manifest.Adapter != declared.Adapter)
        {
            throw new SourceException(
                $"Source {source}: expected files for the adapter '{declared.Adapter}' in the bundle {content.Location}, "
                + $"found some for '{manifest.Adapter}'. "
                + "Write the bundle with the declarations that are used here.");
        }

        var files = new List<RawFile>(manifest.Files.Count);
        foreach (var file in manifest.Files)
        {
            files.Add(await KeepAsync(file, store, cancellationToken));
        }

        return new(files, manifest.Released) { RetrievedAt = manifest.RetrievedAt };
    }

    private async Task<RawFile> KeepAsync(BundledFile file, IRawStore store, CancellationToken cancellationToken)
    {
        var path = $"{source}/{file.Name}";
        if (!content.Paths.Contains(path))
        {
            throw Wrong(path, "found nothing");
        }

        var kept = await BundleReading.KeepAsync(
            content, new(path, file.Name, file.Uri, file.MediaType), (store, mostBytes), cancellationToken);
        if (kept.Length != file.Length)
        {
            throw Wrong(path, FormattableString.Invariant($"expected {file.Length} bytes, found {kept.Length}"));
        }

        return kept.Sha256 == file.Sha256 ? kept : throw Wrong(path, $"expected the SHA-256 {file.Sha256}, found {kept.Sha256}");
    }

    private SourceException Wrong(string path, string what) =>
        new($"Bundle {content.Location}: {path} is not the file that its manifest names: {what}. Copy or write the bundle anew.");
}
