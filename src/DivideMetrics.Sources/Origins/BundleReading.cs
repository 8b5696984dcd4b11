namespace DivideMetrics.Sources.Origins;

/// <summary>Brings single files of a bundle into the raw store.</summary>
internal static class BundleReading
{
    /// <summary>Keeps a file under a name, address and media type.</summary>
    /// <exception cref="SourceException">It cannot be read, or is larger than files may be.</exception>
    public static async Task<RawFile> KeepAsync(
        BundleContent content, KeptAs file, (IRawStore Store, long MostBytes) where, CancellationToken cancellationToken)
    {
        try
        {
            await using var bytes = content.OpenRead(file.Path);
            var kept = await where.Store.AddAsync(file.Name, file.Uri, file.MediaType, bytes, where.MostBytes, cancellationToken);
            content.Check(file.Path, kept);
            return kept;
        }
        catch (InvalidDataException damaged)
        {
            throw new SourceException(
                $"Bundle {content.Location}: {file.Path} is damaged or cut off. Copy or write the bundle anew. {damaged.Message}", damaged);
        }
    }
}

/// <summary>A file of a bundle and what it is kept as.</summary>
/// <param name="Path">Path in the bundle.</param>
/// <param name="Name">Name inside the vintage.</param>
/// <param name="Uri">Where it came from.</param>
/// <param name="MediaType">Media type.</param>
internal sealed record KeptAs(string Path, string Name, string Uri, string MediaType);
