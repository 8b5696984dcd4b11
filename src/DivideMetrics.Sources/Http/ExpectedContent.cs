namespace DivideMetrics.Sources.Http;

/// <summary>Media types that an adapter can read.</summary>
internal sealed record ExpectedContent(string Title, params string[] MediaTypes)
{
    /// <summary>JSON.</summary>
    public static readonly ExpectedContent Json = new("JSON", "application/json", "text/json");

    /// <summary>A zip archive.</summary>
    public static readonly ExpectedContent Zip = new(
        "a zip archive",
        "application/zip",
        "application/x-zip-compressed",
        "application/octet-stream",
        "binary/octet-stream",
        "application/download")
    {
        IsArchive = true,
    };

    /// <summary>A gzip file.</summary>
    public static readonly ExpectedContent Gzip = new(
        "a gzip file", "application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream", "application/download");

    /// <summary>Delimited text.</summary>
    public static readonly ExpectedContent Csv = new(
        "delimited text",
        "text/csv",
        "application/csv",
        "text/plain",
        "text/tab-separated-values",
        "application/octet-stream",
        "application/vnd.ms-excel");

    /// <summary>A table: delimited text, bare or in a zip archive, or JSON.</summary>
    public static readonly ExpectedContent Table = new(
        "a table", [.. Json.MediaTypes, .. Csv.MediaTypes, .. Zip.MediaTypes]);

    /// <summary>A workbook.</summary>
    public static readonly ExpectedContent Workbook = new(
        "an XLSX workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/zip",
        "application/octet-stream",
        "binary/octet-stream",
        "application/download");

    /// <summary>XML.</summary>
    public static readonly ExpectedContent Xml = new(
        "XML", "application/xml", "text/xml", "application/vnd.sdmx.genericdata+xml", "application/vnd.sdmx.structurespecificdata+xml");

    /// <summary>JSON of any kind: SDMX-JSON, JSON-stat, plain.</summary>
    public static readonly ExpectedContent AnyJson = new(
        "JSON", "application/json", "text/json", "application/vnd.sdmx.data+json", "application/vnd.sdmx.json", "application/json-stat");

    /// <summary>True when nothing but a zip archive can be the data.</summary>
    public bool IsArchive { get; private init; }

    /// <summary>True when an answer of this media type is worth keeping; an answer that names none is, its parser will tell.</summary>
    public bool Accepts(string? mediaType) => mediaType is null || MediaTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase);
}

/// <summary>One file to bring.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Name">Name inside the vintage.</param>
/// <param name="Expected">What its bytes must be.</param>
internal sealed record Download(Uri Address, string Name, ExpectedContent Expected)
{
    /// <summary>
    /// True for the start of an error body by which this provider says, whatever the status, that it does not have what was asked for; null
    /// for providers that say it by status.
    /// </summary>
    public Func<string, bool>? MeansRefused { get; init; }
}
