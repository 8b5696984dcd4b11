using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>
/// The rows of one delimited file. In a strict layout a damaged row stops everything: the file was delivered whole or not at all.
/// </summary>
internal sealed class DelimitedFile(DelimitedLayout layout, string file, CsvReader reader, ParseRequest request, Intake intake)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private (int Column, string Series)[] _values = [];
    private int _area;
    private int? _period;
    private int? _status;
    private int? _sex;

    // most rows are about the area of the row before them
    private string _areaText = "";
    private string? _areaCode;

    /// <summary>Reads the header and then every row; a wide row gives one row a value column.</summary>
    /// <exception cref="SourceException">The file is damaged.</exception>
    public IEnumerable<SourceRow> Rows()
    {
        ReadHeader();
        var count = 0L;
        while (reader.Read())
        {
            if (reader.IsBlank)
            {
                continue;
            }

            CheckWhole();
            count++;
            if (Frame() is not { } frame)
            {
                continue;
            }

            foreach (var (column, series) in _values)
            {
                if (WithValue(frame with { Series = series }, Field(column)) is { } row)
                {
                    yield return row;
                }
            }
        }

        if (count == 0)
        {
            throw Damage("Expected rows below the header, found none. The file is cut off.");
        }
    }

    private void ReadHeader()
    {
        if (!reader.Read() || reader.IsBlank)
        {
            throw Damage("Expected a header, found an empty file. Restore the file.");
        }

        for (var index = 0; index < reader.Fields.Count; index++)
        {
            if (!_columns.TryAdd(reader.Fields[index].Trim(), index))
            {
                throw Damage($"Column '{reader.Fields[index]}' stands twice in the header.");
            }
        }

        if (layout.Columns.FirstOrDefault(column => !_columns.ContainsKey(column)) is { } missing)
        {
            throw Damage(
                $"Expected a column '{missing}', found {string.Join(", ", _columns.Keys)}. " +
                "Restore the file or correct the source's options.");
        }

        (_area, _period, _status, _sex) = (_columns[layout.Area], Column(layout.Period), Column(layout.Status), Column(layout.Sex));
        _values = layout.Values.Select(column => (_columns[column.Header], SeriesOf(column))).ToArray();
    }

    private int? Column(string? header) => header is null ? null : _columns[header];

    private string SeriesOf(ValueColumn column) => column.Series ?? layout.SeriesOf(file) ?? throw new SourceException(
        $"Source {request.Source.Id}: no option says which series '{file}' holds. Set 'series', or 'files' as path=SERIES.");

    private void CheckWhole()
    {
        if (layout.Strict && !reader.EndedWithBreak)
        {
            throw Damage("The last row has no line break at its end, so the file may be cut off. Restore it, or end it with a line break.");
        }
    }

    /// <summary>Everything of the row but its series and value; null when a part is unreadable.</summary>
    private SourceRow? Frame()
    {
        if (reader.Count != _columns.Count)
        {
            return Refuse("bad-row", $"Expected {_columns.Count} fields, found {reader.Count}.", default);
        }

        ReadArea();
        var row = new SourceRow("", _areaCode, _areaText, layout.Year ?? 0, null) { Place = new(file, reader.Line) };
        if (_period is { } period)
        {
            if (!NumberText.TryYear(Field(period), out var year))
            {
                return Refuse("not-a-year", $"Expected a year of four digits in column '{layout.Period}', found '{Field(period)}'.", row);
            }

            row = row with { Year = year };
        }

        if (!StatusText.TryParse(Optional(_status), out var status))
        {
            return Refuse("unknown-status", $"Expected a code of OBS_STATUS in column '{layout.Status}', found '{Optional(_status)}'.", row);
        }

        return SexCodes.TryParse(Optional(_sex) ?? "_T", out var sex)
            ? row with { Status = status, Sex = sex }
            : Refuse("unknown-sex", $"Expected _T, F or M in column '{layout.Sex}', found '{Optional(_sex)}'.", row);
    }

    private void ReadArea()
    {
        var text = Field(_area);
        if (_areaCode is null || !text.SequenceEqual(_areaText))
        {
            _areaText = text.ToString();
            _areaCode = AreaOf(_areaText);
        }
    }

    /// <summary>The row with its value; null when the value is missing without a word about it, or unreadable.</summary>
    private SourceRow? WithValue(SourceRow row, ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return row.Status.SaysMissing() ? row
                : layout.Status is null ? Seen(row.Series)
                : Refuse("not-a-number", $"Expected a number, found none, and the status is {row.Status}. Missing is M or O.", row);
        }

        if (!NumberText.TryValue(text, out var value))
        {
            return Refuse("not-a-number", $"Expected a number with a decimal point, found '{text}'.", row);
        }

        return row.Status.SaysMissing()
            ? Refuse("status-conflict", $"The status {row.Status} says missing, but there is the value {text}.", row)
            : row with { Value = value };
    }

    private SourceRow? Seen(string series)
    {
        intake.Declares(series);
        return null;
    }

    private ReadOnlySpan<char> Field(int column) => reader.Field(column).Trim();

    private string? Optional(int? column) => column is { } index ? Field(index).ToString() : null;

    private string? AreaOf(string text) =>
        layout.AreaIsName ? request.Areas.Resolve(text) : request.Areas.Find(text)?.Code ?? request.Areas.Resolve(text);

    private SourceRow? Refuse(string code, string note, SourceRow row)
    {
        if (layout.Strict)
        {
            throw Damage(note + " Restore the file.");
        }

        intake.Report(code, Severity.Error, note, row with { Place = new(file, reader.Line) });
        return null;
    }

    private SourceException Damage(string reason) => new(file, reader.Line, reason);
}
