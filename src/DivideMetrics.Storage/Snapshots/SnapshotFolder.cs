namespace DivideMetrics.Storage.Snapshots;

/// <summary>A file of the snapshot store.</summary>
/// <param name="Sha256">The checksum that it is named by; empty for one that a killed program left half-written.</param>
/// <param name="Name">Its path below the store's folder.</param>
/// <param name="Length">Its size.</param>
/// <param name="Path">Where it is.</param>
internal sealed record SnapshotFile(string Sha256, string Name, long Length, string Path);

/// <summary>Lists and removes what lies in the store's folder: only files that the store itself writes, and never over a link.</summary>
internal static class SnapshotFolder
{
    private const int ChecksumLength = 64;
    private const string Sidecar = ".json";

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>
    /// The files last written before a moment, and how many others there are. Storing known bytes again writes them anew, so a file's
    /// age is the time since it was fetched last. A sidecar is listed on its own only where its bytes are gone.
    /// </summary>
    public static (IReadOnlyList<SnapshotFile> Old, int Young) Files(string folder, DateTimeOffset before)
    {
        var all = Halves(folder).Concat(Places(folder).SelectMany(place => InPlace(folder, place))).ToList();
        var old = all.Where(file => File.GetLastWriteTimeUtc(file.Path) < before.UtcDateTime).ToList();
        return (old, all.Count - old.Count);
    }

    /// <summary>Removes a file and its sidecar, unless it was fetched again meanwhile.</summary>
    public static bool Remove(SnapshotFile file, DateTimeOffset before)
    {
        if (!File.Exists(file.Path) || File.GetLastWriteTimeUtc(file.Path) >= before.UtcDateTime)
        {
            return false;
        }

        File.Delete(file.Path);
        if (!file.Path.EndsWith(Sidecar, StringComparison.Ordinal))
        {
            File.Delete(file.Path + Sidecar);
        }

        return true;
    }

    private static IEnumerable<SnapshotFile> Halves(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, ".partial-*", NoLinks).Select(path => Of("", folder, path))
        : [];

    private static IEnumerable<string> Places(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, "??", NoLinks).Where(place => IsHexadecimal(Path.GetFileName(place)))
        : [];

    private static IEnumerable<SnapshotFile> InPlace(string folder, string place)
    {
        foreach (var path in Directory.EnumerateFiles(place, "*", NoLinks))
        {
            var name = Path.GetFileName(path);
            var isSidecar = name.EndsWith(Sidecar, StringComparison.Ordinal);
            var sha256 = isSidecar ? name[..^Sidecar.Length] : name;
            var isOurs = sha256.Length == ChecksumLength && IsHexadecimal(sha256)
                && sha256.StartsWith(Path.GetFileName(place), StringComparison.Ordinal);
            if (isOurs && !(isSidecar && File.Exists(path[..^Sidecar.Length])))
            {
                yield return Of(sha256, folder, path);
            }
        }
    }

    private static SnapshotFile Of(string sha256, string folder, string path) =>
        new(sha256, Path.GetRelativePath(folder, path).Replace('\\', '/'), new FileInfo(path).Length, path);

    private static bool IsHexadecimal(string text) => text.All(char.IsAsciiHexDigitLower);
}
