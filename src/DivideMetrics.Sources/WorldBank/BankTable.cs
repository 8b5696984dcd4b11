using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>A table of the Bank: rows of economies, each with one or more values.</summary>
internal abstract class BankTable(CsvReader reader, string file)
{
    private const int LongestPreamble = 10;
    private const string Code = "Country Code";

    private readonly int _name = ColumnOf(reader, file, "Country Name");
    private readonly int _code = ColumnOf(reader, file, Code);
    private readonly int _width = reader.Fields.Count;

    /// <summary>The preamble's "Last Updated Date"; null when it has none.</summary>
    public DateOnly? Updated { get; private init; }

    /// <summary>Line of the current row.</summary>
    public long Line => Reader.Line;

    /// <summary>The current row's area name; regions' end in a space.</summary>
    public string AreaName => Reader.Text(_name).Trim();

    /// <summary>The current row's area code; the same object as the row's before where it says the same.</summary>
    public string AreaCode => Reader.Text(_code).Trim();

    /// <summary>The current row's series code.</summary>
    public abstract string Series { get; }

    /// <summary>How many cells a row has.</summary>
    public abstract int Cells { get; }

    /// <summary>The period of a cell of the current row, as it stands there.</summary>
    public abstract ReadOnlySpan<char> Period(int cell);

    /// <summary>The value of a cell of the current row, as it stands there; empty when it is missing.</summary>
    public abstract ReadOnlySpan<char> Value(int cell);

    /// <summary>The rows' reader.</summary>
    protected CsvReader Reader { get; } = reader;

    /// <summary>
    /// Reads an optional preamble ("Data Source", "Last Updated Date") and the header, which tells a wide table (a column a year) from a
    /// long one (a row a year).
    /// </summary>
    /// <param name="reader">Stands before the first record.</param>
    /// <param name="file">Name, for messages.</param>
    /// <param name="seriesOfFile">The series of a long table whose rows do not name one.</param>
    /// <exception cref="SourceException">There is no such header.</exception>
    public static BankTable Open(CsvReader reader, string file, string seriesOfFile)
    {
        DateOnly? updated = null;
        for (var record = 0; record < LongestPreamble && reader.Read(); record++)
        {
            if (reader.Fields.Contains(Code))
            {
                return reader.Fields.Contains(LongTable.Year)
                    ? new LongTable(reader, file, seriesOfFile) { Updated = updated }
                    : new WideTable(reader, file) { Updated = updated };
            }

            if (reader.Fields is ["Last Updated Date", var day, ..])
            {
                updated = NumberText.DayOrNull(day);
            }
        }

        throw new SourceException(
            file, reader.Line, $"Expected a header with Country Name and {Code} in the first {LongestPreamble} records, found none.");
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="SourceException">A row has not as many fields as the header.</exception>
    public bool Read()
    {
        do
        {
            if (!Reader.Read())
            {
                return false;
            }
        }
        while (Reader.IsBlank);
        return Reader.Count == _width
            ? true
            : throw new SourceException(
                file,
                Reader.Line,
                $"Expected {_width} fields as in the header, found {Reader.Count}. The file is damaged or cut off.");
    }

    /// <summary>Index of a column of the header.</summary>
    /// <exception cref="SourceException">The header has none.</exception>
    protected static int ColumnOf(CsvReader reader, string file, string name)
    {
        var column = reader.Fields.ToList().IndexOf(name);
        return column >= 0
            ? column
            : throw new SourceException(
                file, reader.Line, $"Expected a column '{name}', found {string.Join(", ", reader.Fields.Take(4))} ….");
    }
}

/// <summary>A header with four names and the years. Each row may end in a comma, which makes an empty last column.</summary>
internal sealed class WideTable : BankTable
{
    private readonly List<(int Column, string Year)> _years = [];
    private readonly int _series;

    public WideTable(CsvReader reader, string file)
        : base(reader, file)
    {
        _series = ColumnOf(reader, file, "Indicator Code");
        for (var column = 0; column < reader.Fields.Count; column++)
        {
            var text = reader.Fields[column].Trim();
            if (NumberText.TryYear(text, out _))
            {
                _years.Add((column, text));
            }
        }

        if (_years.Count == 0)
        {
            throw new SourceException(file, reader.Line, "Expected columns with years after the four names, found none.");
        }
    }

    public override string Series => Reader.Text(_series).Trim();

    public override int Cells => _years.Count;

    public override ReadOnlySpan<char> Period(int cell) => _years[cell].Year;

    public override ReadOnlySpan<char> Value(int cell) => Reader.Field(_years[cell].Column).Trim();
}

/// <summary>A row an economy and year: <c>Country Name,Country Code,Year,Value</c>; the file, or a column, names the series.</summary>
internal sealed class LongTable : BankTable
{
    /// <summary>The column that tells this layout.</summary>
    public const string Year = "Year";

    private readonly string _seriesOfFile;
    private readonly int _series;
    private readonly int _year;
    private readonly int _value;

    public LongTable(CsvReader reader, string file, string seriesOfFile)
        : base(reader, file)
    {
        (_seriesOfFile, _year, _value) = (seriesOfFile, ColumnOf(reader, file, Year), ColumnOf(reader, file, "Value"));
        _series = reader.Fields.ToList().IndexOf("Indicator Code");
    }

    public override string Series => _series < 0 ? _seriesOfFile : Reader.Text(_series).Trim();

    public override int Cells => 1;

    public override ReadOnlySpan<char> Period(int cell) => Reader.Field(_year).Trim();

    public override ReadOnlySpan<char> Value(int cell) => Reader.Field(_value).Trim();
}
