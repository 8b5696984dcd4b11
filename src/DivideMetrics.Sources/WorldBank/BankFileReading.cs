using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Reads one of the Bank's tables into runs of cells; several may be at work, a file each.</summary>
internal sealed class BankFileReading(ParseRequest request, RawFile file)
{
    private const int RunsOfBatch = 64;
    private const int LongestRun = 1024;

    private readonly HashSet<string> _declared = request.Source.Series.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly WorldBankAreas _areas = new(request.Areas);
    private List<BankCell> _cells = [];
    private string? _series;
    private string? _code;
    private string? _name;
    private bool _wanted;

    /// <summary>The runs, some at a time; a series begins with a run without cells, and one that the source does not declare has no other.</summary>
    /// <exception cref="SourceException">The file is no table of the Bank, or is cut off.</exception>
    public IEnumerable<IReadOnlyList<BankRun>> Batches()
    {
        using var text = CsvReader.Text(file.OpenRead());
        var table = BankFiles.Open(text, file, BankFiles.SeriesOf(file, request.Source.Series));
        var batch = new List<BankRun>(RunsOfBatch + 1);
        while (table.Read())
        {
            var isOther = IsOther(table);
            if (isOther && batch.Count >= RunsOfBatch)
            {
                yield return batch;
                batch = new(RunsOfBatch + 1);
            }

            if (isOther)
            {
                AddRun(table, batch);
            }

            if (_wanted)
            {
                AddCells(table);
            }
        }

        yield return batch;
    }

    /// <summary>True when the row is of another series or area than the one before; most are not.</summary>
    private bool IsOther(BankTable table) =>
        !ReferenceEquals(table.Series, _series)
        || (_wanted && !(ReferenceEquals(table.AreaCode, _code) && ReferenceEquals(table.AreaName, _name) && _cells.Count < LongestRun));

    private void AddRun(BankTable table, List<BankRun> batch)
    {
        (_series, _code, _name, _cells) = (table.Series, table.AreaCode, table.AreaName, []);
        _wanted = _declared.Contains(_series);
        if (_begun.Add(_series))
        {
            batch.Add(new(new(_series, null, "", 0, null), []));
        }

        if (_wanted)
        {
            batch.Add(new(new(_series, _areas.Find(_code, null, _name), _code, 0, null), _cells));
        }
    }

    private void AddCells(BankTable table)
    {
        for (var cell = 0; cell < table.Cells; cell++)
        {
            if (table.Value(cell) is { IsEmpty: false } value)
            {
                _cells.Add(CellOf(table.Period(cell), value, (int)table.Line));
            }
        }
    }

    private static BankCell CellOf(ReadOnlySpan<char> period, ReadOnlySpan<char> text, int line) =>
        !NumberText.TryYear(period, out var year) ? new(0, line, 0, new("not-a-year", $"Expected a year of four digits, found '{period}'."))
        : !NumberText.TryValue(text, out var value)
            ? new(year, line, 0, new("not-a-number", $"Expected a number or nothing, found '{text}'."))
            : new(year, line, value);
}
