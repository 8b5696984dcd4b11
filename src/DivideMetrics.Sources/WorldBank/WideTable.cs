using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// A wide table of the Bank: an optional preamble ("Data Source", "Last Updated Date"), a header with four names and the years, and a row
/// for each economy and series. Each row may end in a comma, which makes an empty last column.
/// </summary>
internal sealed class WideTable(CsvReader reader, string file)
{
    private const int LongestPreamble = 10;
    private static readonly string[] Names = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"];

    private readonly List<(int Column, int Year)> _years = [];
    private int _name;
    private int _code;
    private int _series;
    private int _width;

    /// <summary>The preamble's "Last Updated Date"; null when it has none. Known after <see cref="ReadHeader"/>.</summary>
    public DateOnly? Updated { get; private set; }

    /// <summary>Line of the current row.</summary>
    public long Line => reader.Line;

    /// <summary>The current row's area name.</summary>
    public string AreaName => reader.Fields[_name];

    /// <summary>The current row's area code.</summary>
    public string AreaCode => reader.Fields[_code].Trim();

    /// <summary>The current row's series code.</summary>
    public string Series => reader.Fields[_series].Trim();

    /// <summary>The current row's cells that are not empty.</summary>
    public IEnumerable<(int Year, string Text)> Cells =>
        _years.Select(year => (year.Year, reader.Fields[year.Column].Trim())).Where(cell => cell.Item2.Length > 0);

    /// <summary>Reads up to the header.</summary>
    /// <exception cref="SourceException">There is no such header.</exception>
    public void ReadHeader()
    {
        for (var record = 0; record < LongestPreamble && reader.Read(); record++)
        {
            if (reader.Fields.Contains(Names[1]))
            {
                Understand();
                return;
            }

            if (reader.Fields is ["Last Updated Date", var day, ..])
            {
                Updated = NumberText.DayOrNull(day);
            }
        }

        throw new SourceException(
            file, reader.Line, $"Expected a header with {string.Join(", ", Names)} in the first {LongestPreamble} records, found none.");
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="SourceException">A row has not as many fields as the header.</exception>
    public bool Read()
    {
        do
        {
            if (!reader.Read())
            {
                return false;
            }
        }
        while (reader.IsBlank);
        return reader.Fields.Count == _width
            ? true
            : throw new SourceException(
                file,
                reader.Line,
                $"Expected {_width} fields as in the header, found {reader.Fields.Count}. The file is damaged or cut off.");
    }

    private void Understand()
    {
        (_name, _code, _series, _width) = (Column(Names[0]), Column(Names[1]), Column(Names[3]), reader.Fields.Count);
        for (var column = 0; column < _width; column++)
        {
            if (NumberText.TryYear(reader.Fields[column].Trim(), out var year))
            {
                _years.Add((column, year));
            }
        }

        if (_years.Count == 0)
        {
            throw new SourceException(file, reader.Line, "Expected columns with years after the four names, found none.");
        }
    }

    private int Column(string name)
    {
        var column = reader.Fields.ToList().IndexOf(name);
        return column >= 0
            ? column
            : throw new SourceException(
                file, reader.Line, $"Expected a column '{name}', found {string.Join(", ", reader.Fields.Take(Names.Length))} ….");
    }
}
