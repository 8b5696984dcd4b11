using System.IO.Compression;
using System.Text;
using DivideMetrics.Sources.Archives;
using ExcelDataReader;

namespace DivideMetrics.Sources.Sheets;

/// <summary>
/// A workbook, opened after its size was checked: the library keeps a workbook's texts in memory, so far less may unfold than from an
/// archive of tables. What the library throws at damaged bytes is a <see cref="SourceException"/>.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private const long MostBytes = 512L << 20;
    private const int MostPacked = 64 << 20;
    private const int MostColumns = 2000;

    private readonly RawFile _file;
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;

    /// <summary>The library asks for Windows-1252 whenever it starts, also for XLSX, which is always Unicode.</summary>
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(RawFile file, Stream stream) =>
        (_file, _stream, _reader) = (file, stream, ExcelReaderFactory.CreateOpenXmlReader(stream));

    /// <summary>The library's reader, standing before the first row of a sheet.</summary>
    public IExcelDataReader Reader => _reader;

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="SourceException">It is none, is damaged, or unfolds beyond the limits.</exception>
    public static Workbook Open(RawFile file, SourcesOptions options)
    {
        var stream = Seekable(file);
        try
        {
            Check(file, stream, new ArchiveLimits(Math.Min(MostBytes, options.MaxUnzippedBytes), options.MaxArchiveMembers));
            return new Workbook(file, stream);
        }
        catch (Exception failure)
        {
            stream.Dispose();
            throw IsOurs(failure) ? failure : Unreadable(file, failure);
        }
    }

    /// <summary>Goes to a sheet by its name, or by its number from 1; the first when it is null.</summary>
    /// <exception cref="SourceException">There is no such sheet, or it is too wide.</exception>
    public void GoTo(string? sheet)
    {
        var names = Guarded(Names);
        var index = sheet is null ? 0 : names.IndexOf(sheet) is var named and >= 0 ? named
            : int.TryParse(sheet, out var number) && number >= 1 && number <= names.Count ? number - 1
            : throw new SourceException(
                $"{_file.Name}: expected a sheet '{sheet}', found {string.Join(", ", names)}. Correct the option 'sheet'.");
        Guarded(() =>
        {
            _reader.Reset();
            for (var step = 0; step < index; step++)
            {
                _reader.NextResult();
            }

            return true;
        });
        if (_reader.FieldCount > MostColumns)
        {
            throw new SourceException($"{_file.Name}: expected at most {MostColumns} columns, found {_reader.FieldCount}.");
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="SourceException">The sheet is damaged.</exception>
    public bool Read() => Guarded(_reader.Read);

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private static bool IsOurs(Exception failure) => failure is SourceException or OutOfMemoryException;

    private static SourceException Unreadable(RawFile file, Exception failure) =>
        new($"{file.Name} ({file.Uri}): expected an XLSX workbook, found one of {file.Length} bytes that cannot be read. " +
            $"Save it anew as XLSX. {failure.Message}", failure);

    private static Stream Seekable(RawFile file)
    {
        var stream = file.OpenRead();
        if (stream.CanSeek)
        {
            return stream;
        }

        using (stream)
        {
            return Buffered(file, stream);
        }
    }

    /// <summary>The bytes of a workbook inside an archive, which cannot be sought in.</summary>
    private static MemoryStream Buffered(RawFile file, Stream stream)
    {
        var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostPacked)
            {
                throw ArchiveLimits.TooLarge(file, $"a workbook of more than {MostPacked} bytes inside an archive");
            }
        }

        memory.Position = 0;
        return memory;
    }

    private static void Check(RawFile file, Stream stream, ArchiveLimits limits)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            ZipMembers.Check(file, zip, limits);
        }

        stream.Position = 0;
    }

    private List<string> Names()
    {
        var names = new List<string>();
        do
        {
            names.Add(_reader.Name);
        }
        while (_reader.NextResult());
        return names;
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (!IsOurs(failure))
        {
            throw Unreadable(_file, failure);
        }
    }
}
