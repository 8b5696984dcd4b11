using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DivideMetrics.Sources.Origins;

/// <summary>What a bundle says of a source: <c>SOURCE/manifest.json</c>.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Adapter">Adapter that fetched the files, and reads them.</param>
/// <param name="RetrievedAt">When the files were fetched.</param>
/// <param name="Released">The provider's release date; null when it does not say.</param>
/// <param name="Files">The files, in the order of reading.</param>
internal sealed record BundleManifest(
    string Source, string Adapter, DateTimeOffset RetrievedAt, DateOnly? Released, IReadOnlyList<BundledFile> Files)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    private const int MostBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    /// <summary>Its bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads and checks the manifest of a source.</summary>
    /// <exception cref="SourceException">It is no manifest, or of another source.</exception>
    public static BundleManifest Read(BundleContent content, string source)
    {
        var path = $"{source}/{FileName}";
        try
        {
            var manifest = JsonSerializer.Deserialize<BundleManifest>(content.ReadAll(path, MostBytes), Json)
                ?? throw new JsonException("The file says null.");
            return manifest.Problem(source) is { } problem ? throw new JsonException(problem) : manifest;
        }
        catch (JsonException wrong)
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            throw new SourceException(
                $"{content.Location}/{path}", line, $"expected a manifest as 'bundle' writes it. {wrong.Message} Write the bundle anew.",
                wrong);
        }
    }

    private string? Problem(string source)
    {
        if (Source != source)
        {
            return $"It is of the source '{Source}'.";
        }

        if (Files.Count == 0)
        {
            return "It lists no files.";
        }

        return Files.FirstOrDefault(file => !BundlePath.IsSafe(file.Name) || file.Length < 0) is { } unsafeFile
            ? $"It lists '{unsafeFile.Name}', which is no name of a file below its folder."
            : null;
    }
}

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Name inside the vintage; its path below the source's folder.</param>
/// <param name="Uri">Where it was fetched.</param>
/// <param name="MediaType">Media type as delivered.</param>
/// <param name="Sha256">Checksum of the bytes.</param>
/// <param name="Length">Number of bytes.</param>
internal sealed record BundledFile(string Name, string Uri, string MediaType, string Sha256, long Length);
