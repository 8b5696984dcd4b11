using System.IO.Compression;

namespace DivideMetrics.Sources.Reading;

/// <summary>
/// The files in a zip archive as a provider sends it, guarded against archives that are cut off or unfold beyond measure.
/// </summary>
internal sealed class ZipTables : IDisposable
{
    private const int MostEntries = 64;
    private const int HighestRatio = 500;
    private const long RatioMattersFrom = 1 << 20;

    private readonly RawFile _file;
    private readonly Stream _stream;
    private readonly ZipArchive _zip;
    private readonly long _mostBytes;

    private ZipTables(RawFile file, Stream stream, long mostBytes)
    {
        (_file, _stream, _mostBytes) = (file, stream, mostBytes);
        _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
    }

    /// <summary>Paths of the files in the archive, in its order.</summary>
    public IReadOnlyList<string> Names => _zip.Entries.Select(entry => entry.FullName).ToList();

    /// <summary>True when the bytes begin as a zip archive does.</summary>
    public static bool IsZip(RawFile file)
    {
        using var stream = file.OpenRead();
        Span<byte> start = stackalloc byte[2];
        return stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
    }

    /// <summary>Opens an archive and checks its directory.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="mostBytes">Greatest size of everything in it when unfolded.</param>
    /// <exception cref="SourceException">It is cut off, has too many entries or is too large when unfolded.</exception>
    public static ZipTables Open(RawFile file, long mostBytes)
    {
        var stream = file.OpenRead();
        ZipTables? tables = null;
        try
        {
            tables = new ZipTables(file, stream, mostBytes);
            tables.CheckDirectory();
            return tables;
        }
        catch (Exception failure)
        {
            tables?.Dispose();
            stream.Dispose();
            if (IsDamage(failure))
            {
                throw Damaged(file, failure);
            }

            throw;
        }
    }

    /// <summary>Opens one file of the archive.</summary>
    /// <exception cref="SourceException">It is damaged, or longer than the archive's directory says.</exception>
    public Stream Read(string name)
    {
        var entry = _zip.GetEntry(name) ?? throw new ArgumentException($"No file '{name}' in the archive.", nameof(name));
        try
        {
            return new BoundedStream(
                entry.Open(),
                Math.Min(entry.Length, _mostBytes),
                () => TooLarge($"{name} is longer than the archive says"),
                failure => Damaged(_file, failure));
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw Damaged(_file, failure);
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _stream.Dispose();
    }

    /// <summary>What the platform throws on an archive that is none, or that uses what it cannot read.</summary>
    private static bool IsDamage(Exception failure) =>
        failure is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private static SourceException Damaged(RawFile file, Exception inner) =>
        new(
            $"{file.Name} ({file.Uri}): expected a whole zip archive, found one of {file.Length} bytes that is damaged or cut off. " +
            $"Fetch it anew. {inner.Message}",
            inner)
        {
            Transient = true,
        };

    private void CheckDirectory()
    {
        if (_zip.Entries.Count > MostEntries)
        {
            throw TooLarge($"{_zip.Entries.Count} entries, at most {MostEntries} are read");
        }

        var left = _mostBytes;
        foreach (var entry in _zip.Entries)
        {
            if (entry.Length > left)
            {
                throw TooLarge($"more than {_mostBytes} bytes");
            }

            left -= entry.Length;
            if (entry.Length > RatioMattersFrom && entry.Length / HighestRatio > entry.CompressedLength)
            {
                throw TooLarge($"{entry.FullName} grows more than {HighestRatio} times");
            }
        }
    }

    private SourceException TooLarge(string what) =>
        new($"{_file.Name} ({_file.Uri}): the archive unfolds beyond measure: {what}. Check the source's location.");
}
