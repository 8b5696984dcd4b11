namespace DivideMetrics.Sources.Reading;

/// <summary>
/// A delimited table with a header, read row by row; columns are found by name in any case. A live file may end without a line break, so
/// only what cannot be read stops it.
/// </summary>
internal sealed class CsvTable
{
    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the header.</summary>
    /// <param name="text">The text, opened by <see cref="CsvReader.StrictText"/>.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <exception cref="SourceException">There is no header, or a column is missing or stands twice.</exception>
    public CsvTable(TextReader text, string name, params IEnumerable<string> required)
    {
        _reader = new CsvReader(text, name, allowReplacement: true);
        if (!_reader.Read() || _reader.IsBlank)
        {
            throw new SourceException(name, 1, "Expected a header, found an empty file. Fetch it anew.");
        }

        Header = _reader.Fields.Select(field => field.Trim()).ToList();
        for (var index = 0; index < Header.Count; index++)
        {
            if (!_columns.TryAdd(Header[index], index) && Header[index].Length > 0)
            {
                throw new SourceException(name, 1, $"Column '{Header[index]}' stands twice in the header.");
            }
        }

        if (required.FirstOrDefault(column => !_columns.ContainsKey(column)) is { } missing)
        {
            throw new SourceException(
                name,
                1,
                $"Expected a column '{missing}', found {string.Join(", ", Header.Take(20))}. It is another file, or its layout changed.");
        }
    }

    /// <summary>The columns as the file names them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Line on which the current row starts, counted from 1.</summary>
    public long Line => _reader.Line;

    /// <summary>Number of fields of the current row.</summary>
    public int Width => _reader.Fields.Count;

    /// <summary>True when the current row has a field for every column.</summary>
    public bool IsWhole => Width == Header.Count;

    /// <summary>True when there is such a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    /// <exception cref="SourceException">The file is damaged, or cut off inside a quoted field.</exception>
    public bool Read()
    {
        while (_reader.Read())
        {
            if (!_reader.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A field of the current row without outer spaces; empty when there is no such column.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var index) ? _reader.Fields[index].Trim() : "";

    /// <summary>A field of the current row by position.</summary>
    public string this[int column] => _reader.Fields[column].Trim();
}
