namespace DivideMetrics.Sources.Files;

/// <summary>Media types of files that come without one.</summary>
internal static class FileMediaType
{
    /// <summary>By the extension.</summary>
    /// <param name="path">Path or name of the file.</param>
    /// <param name="other">What any other extension means.</param>
    public static string Of(string path, string other = "application/octet-stream") => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".tsv" => "text/tab-separated-values",
        ".json" => "application/json",
        ".xml" => "application/xml",
        ".zip" => "application/zip",
        ".gz" or ".tgz" => "application/gzip",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => other,
    };
}
