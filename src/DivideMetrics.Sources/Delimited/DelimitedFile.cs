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
            foreach (var row in Cells())
            {
                yield return row;
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
    }

    private void CheckWhole()
    {
        if (layout.Strict && !reader.EndedWithBreak)
        {
            throw Damage("The last row has no line break at its end, so the file may be cut off. Restore it, or end it with a line break.");
        }
    }

    private IEnumerable<SourceRow> Cells()
    {
        if (reader.Fields.Count != _columns.Count)
        {
            Refuse("bad-row", $"Expected {_columns.Count} fields, found {reader.Fields.Count}.", default);
            yield break;
        }

        if (Frame() is not { } frame)
        {
            yield break;
        }

        foreach (var column in layout.Values)
        {
            var series = column.Series ?? layout.SeriesOf(file) ?? throw new SourceException(
                $"Source {request.Source.Id}: no option says which series '{file}' holds. Set 'series', or 'files' as path=SERIES.");
            if (WithValue(frame with { Series = series }, Field(column.Header)) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>Everything of the row but its series and value; null when a part is unreadable.</summary>
    private SourceRow? Frame()
    {
        var area = Field(layout.Area);
        var row = new SourceRow("", AreaOf(area), area, layout.Year ?? 0, null) { Place = new(file, reader.Line) };
        if (layout.Period is { } period)
        {
            if (!NumberText.TryYear(Field(period), out var year))
            {
                return Refuse("not-a-year", $"Expected a year of four digits in column '{period}', found '{Field(period)}'.", row);
            }

            row = row with { Year = year };
        }

        if (!StatusText.TryParse(Optional(layout.Status), out var status))
        {
            return Refuse(
                "unknown-status", $"Expected a code of OBS_STATUS in column '{layout.Status}', found '{Optional(layout.Status)}'.", row);
        }

        return SexCodes.TryParse(Optional(layout.Sex) ?? "_T", out var sex)
            ? row with { Status = status, Sex = sex }
            : Refuse("unknown-sex", $"Expected _T, F or M in column '{layout.Sex}', found '{Optional(layout.Sex)}'.", row);
    }

    /// <summary>The row with its value; null when the value is missing without a word about it, or unreadable.</summary>
    private SourceRow? WithValue(SourceRow row, string text)
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

    private string Field(string column) => reader.Fields[_columns[column]].Trim();

    private string? Optional(string? column) => column is null ? null : Field(column);

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
