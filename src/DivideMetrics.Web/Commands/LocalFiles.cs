using System.Security.Cryptography;
using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>Files on this machine as the files of a vintage, read where they are.</summary>
internal static class LocalFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 16 };

    /// <summary>A file or an archive, or all files below a folder in ordinal order.</summary>
    /// <exception cref="SourceException">There is nothing.</exception>
    public static IReadOnlyList<RawFile> At(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", Everything).Order(StringComparer.Ordinal)
                .Select(file => Of(file, Path.GetRelativePath(path, file).Replace('\\', '/'))).ToList()
            : File.Exists(path) ? [Of(path, Path.GetFileName(path))] : [];
        return files.Count > 0
            ? files
            : throw new SourceException($"Expected a file, or a folder with files, at {path}; found nothing there.");
    }

    private static RawFile Of(string path, string name)
    {
        using var bytes = File.OpenRead(path);
        return new(name, $"file:{name}", "application/octet-stream", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, path);
    }
}
