using System.IO.Compression;
using System.IO.Hashing;

namespace DivideMetrics.Sources.Origins;

/// <summary>
/// The files in a zip archive. Its directory is checked before anything is read; what is read is bounded by whoever keeps it.
/// </summary>
internal sealed class BundleArchive : BundleContent
{
    private const int HighestRatio = 1_000;
    private const long RatioMattersFrom = 16 << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    /// <exception cref="SourceException">It is no zip archive, is cut off, leads out of itself, or unfolds beyond measure.</exception>
    public BundleArchive(string path, long mostBytes)
        : base(path)
    {
        _zip = Open(path);
        try
        {
            Check(mostBytes);
        }
        catch
        {
            _zip.Dispose();
            throw;
        }

        Paths = _entries.Keys.Order(StringComparer.Ordinal).ToList();
    }

    public override IReadOnlyList<string> Paths { get; }

    public override Stream OpenRead(string path)
    {
        try
        {
            return _entries[path].Open();
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(Location, damaged);
        }
    }

    /// <summary>The library gives damaged bytes as they unfold, and a file that is cut off as a short one.</summary>
    public override void Check(string path, RawFile kept)
    {
        var (entry, crc) = (_entries[path], new Crc32());
        using var bytes = kept.OpenRead();
        crc.Append(bytes);
        if (kept.Length != entry.Length || crc.GetCurrentHashAsUInt32() != entry.Crc32)
        {
            throw new InvalidDataException("Its length or checksum is not the one of the archive's directory.");
        }
    }

    public override void Dispose() => _zip.Dispose();

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(path, failure);
        }
    }

    private void Check(long mostBytes)
    {
        if (_zip.Entries.Count > MostFiles || _zip.Entries.Sum(entry => entry.Length) > mostBytes)
        {
            throw Beyond(FormattableString.Invariant($"at most {MostFiles} files and {mostBytes} bytes are read"));
        }

        foreach (var entry in _zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (!BundlePath.IsSafe(entry.FullName) || !_entries.TryAdd(entry.FullName, entry))
            {
                throw new SourceException(
                    $"Bundle {Location}: expected each file once and below the archive's root, found '{entry.FullName}'. "
                    + "Write the bundle anew.");
            }

            if (entry.Length > RatioMattersFrom && entry.Length / HighestRatio > entry.CompressedLength)
            {
                throw Beyond(FormattableString.Invariant($"{entry.FullName} grows more than {HighestRatio} times"));
            }
        }
    }

    private SourceException Beyond(string what) =>
        new($"Bundle {Location}: the archive unfolds beyond measure: {what}. Check what was named as a bundle.");

    private static SourceException Damaged(string path, Exception failure) =>
        new(
            $"Bundle {path}: expected a whole zip archive, found one that is damaged or cut off. Copy or write it anew. {failure.Message}",
            failure);
}
