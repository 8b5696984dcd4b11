using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>The tables in a file: one of a bare file, every CSV or JSON file of an archive.</summary>
internal sealed class ItuTables : IDisposable
{
    private readonly RawFile _file;
    private readonly ZipTables? _zip;

    private ItuTables(RawFile file, long mostBytes)
    {
        _file = file;
        _zip = ZipTables.IsZip(file) ? ZipTables.Open(file, mostBytes) : null;
    }

    /// <summary>The tables, each to be read as often as needed.</summary>
    /// <exception cref="SourceException">The archive holds none.</exception>
    public IEnumerable<ItuTable> All
    {
        get
        {
            if (_zip is null)
            {
                return [new ItuTable(_file, _file.Name, _file.OpenRead)];
            }

            var names = _zip.Names.Where(IsTable).ToList();
            return names.Count > 0
                ? names.Select(name => new ItuTable(_file, $"{_file.Name}/{name}", () => _zip.Read(name)))
                : throw new SourceException(
                    $"{_file.Name} ({_file.Uri}): expected a CSV file in the archive, found {string.Join(", ", _zip.Names.Take(20))}.");
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="SourceException">It is a damaged archive.</exception>
    public static ItuTables Open(RawFile file, long mostBytes) => new(file, mostBytes);

    public void Dispose() => _zip?.Dispose();

    private static bool IsTable(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".JSON";
}

/// <summary>One table: CSV or JSON, as its first character says.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Name">Name for messages.</param>
/// <param name="Open">Opens its bytes.</param>
internal sealed record ItuTable(RawFile File, string Name, Func<Stream> Open)
{
    /// <summary>The rows, read anew each time.</summary>
    /// <param name="damaged">Takes the line of a row that has too few or too many fields.</param>
    /// <exception cref="SourceException">The table is damaged, another one, or the provider's word about an error.</exception>
    public IEnumerable<ItuRow> Rows(Action<long>? damaged = null) => IsJson() ? new ItuJson(this).Rows() : new ItuCsv(this).Rows(damaged);

    private bool IsJson()
    {
        using var stream = Open();
        return FirstCharacter.IsJson(stream);
    }
}
