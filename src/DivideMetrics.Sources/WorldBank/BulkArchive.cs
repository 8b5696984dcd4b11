using System.IO.Compression;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// The tables in a bulk download: a zip with <c>API_*.csv</c> (its name ends in a number that changes) or <c>WDICSV.csv</c>, beside
/// metadata that is left alone; or one bare CSV file. Guards against archives that are cut off or unfold beyond measure.
/// </summary>
internal sealed class BulkArchive : IDisposable
{
    private const int MostEntries = 64;
    private const int HighestRatio = 500;
    private const long RatioMattersFrom = 1 << 20;

    private readonly RawFile _file;
    private readonly Stream _stream;
    private readonly ZipArchive? _zip;
    private readonly long _mostBytes;

    private BulkArchive(RawFile file, long mostBytes)
    {
        (_file, _mostBytes) = (file, mostBytes);
        _stream = file.OpenRead();
        try
        {
            _zip = IsZip(_stream) ? new ZipArchive(_stream, ZipArchiveMode.Read, leaveOpen: true) : null;
        }
        catch (InvalidDataException failure)
        {
            _stream.Dispose();
            throw Damaged(failure);
        }
    }

    /// <summary>Opens a raw file and checks the archive's directory.</summary>
    /// <exception cref="SourceException">The archive is cut off, has too many entries or is too large when unfolded.</exception>
    public static BulkArchive Open(RawFile file, long mostBytes)
    {
        var archive = new BulkArchive(file, mostBytes);
        try
        {
            archive.CheckDirectory();
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The tables: a name for messages and the bytes.</summary>
    /// <exception cref="SourceException">The archive holds no table.</exception>
    public IEnumerable<(string Name, Stream Content)> Tables()
    {
        if (_zip is null)
        {
            yield return (_file.Name, _stream);
            yield break;
        }

        foreach (var entry in DataEntries())
        {
            yield return ($"{_file.Name}/{entry.FullName}", Bounded(entry));
        }
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _stream.Dispose();
    }

    private static bool IsZip(Stream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 2 && start.SequenceEqual("PK"u8);
    }

    private static bool GrowsTooMuch(ZipArchiveEntry entry) =>
        entry.Length > RatioMattersFrom && entry.Length / HighestRatio > entry.CompressedLength;

    private static bool IsCsv(ZipArchiveEntry entry) => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsData(ZipArchiveEntry entry) =>
        IsCsv(entry) && (entry.Name.StartsWith("API_", StringComparison.Ordinal) || entry.Name is "WDICSV.csv" or "WDIData.csv");

    private List<ZipArchiveEntry> DataEntries()
    {
        var named = _zip!.Entries.Where(IsData).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var others = _zip.Entries.Where(entry => IsCsv(entry) && !entry.Name.StartsWith("Metadata_", StringComparison.Ordinal)).ToList();
        return others.Count == 1
            ? others
            : throw new SourceException(
                $"{_file.Name} ({_file.Uri}): expected API_*.csv or WDICSV.csv in the archive, found " +
                $"{string.Join(", ", _zip.Entries.Select(entry => entry.FullName))}.");
    }

    private Stream Bounded(ZipArchiveEntry entry)
    {
        try
        {
            return new BoundedStream(
                entry.Open(),
                Math.Min(entry.Length, _mostBytes),
                () => TooLarge($"{entry.FullName} is longer than the archive says"),
                Damaged);
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(failure);
        }
    }

    private void CheckDirectory()
    {
        if (_zip is null)
        {
            return;
        }

        if (_zip.Entries.Count > MostEntries)
        {
            throw TooLarge($"{_zip.Entries.Count} entries, at most {MostEntries} are read");
        }

        var total = _zip.Entries.Sum(entry => entry.Length);
        if (total > _mostBytes)
        {
            throw TooLarge($"{total} bytes, at most {_mostBytes} are read");
        }

        if (_zip.Entries.FirstOrDefault(GrowsTooMuch) is { } bomb)
        {
            throw TooLarge($"{bomb.FullName} grows more than {HighestRatio} times");
        }
    }

    private SourceException TooLarge(string what) =>
        new($"{_file.Name} ({_file.Uri}): the archive unfolds beyond measure: {what}. Check the source's location.");

    private SourceException Damaged(InvalidDataException inner) =>
        new(
            $"{_file.Name} ({_file.Uri}): expected a whole zip archive, found one of {_file.Length} bytes that is damaged or cut off. " +
            $"Fetch it anew. {inner.Message}",
            inner)
        {
            Transient = true,
        };
}
