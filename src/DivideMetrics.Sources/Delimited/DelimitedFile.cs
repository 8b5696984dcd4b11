using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>
/// The rows of one table. In a strict layout a damaged row stops everything: the file was delivered whole or not at all.
/// </summary>
internal sealed class DelimitedFile(TableLayout layout, string file, ITable table, ParseRequest request, Intake intake)
{
    private readonly AreaColumn _areas = new(layout.AreaKind, request.Areas);

    /// <summary>Series of rows that no column names; null when the options do not say it either.</summary>
    public string? Series { get; init; }

    /// <summary>Reads the header and then every row; a wide row gives one row a value column.</summary>
    /// <exception cref="SourceException">The file is damaged.</exception>
    public IEnumerable<SourceRow> Rows()
    {
        var columns = ReadHeader();
        var reader = new TableRow(layout, columns, _areas);
        var count = 0L;
        while (table.Read())
        {
            if (IsBlank(table.Fields) || IsFootnote(table.Fields))
            {
                continue;
            }

            CheckWhole();
            count++;
            foreach (var row in Cells(columns, reader))
            {
                yield return row;
            }
        }

        if (count == 0)
        {
            throw Damage("Expected rows below the header, found none. The file is cut off.");
        }
    }

    private TableColumns ReadHeader() => table.Read() && !IsBlank(table.Fields)
        ? TableColumns.Of(layout, table.Fields, Damage)
        : throw Damage("Expected a header, found an empty file. Restore the file.");

    private static bool IsBlank(IReadOnlyList<string> cells)
    {
        for (var index = 0; index < cells.Count; index++)
        {
            if (!string.IsNullOrWhiteSpace(cells[index]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFootnote(IReadOnlyList<string> cells)
    {
        if (!layout.SkipsFootnotes || !cells.Skip(1).All(string.IsNullOrWhiteSpace))
        {
            return false;
        }

        var place = new SourceRow("", null, "", 0, null) { Place = new(file, table.Line) };
        intake.Report("footnote", Severity.Info, $"Taken as a footnote and left out: '{Start(cells[0])}'.", place);
        return true;
    }

    private static string Start(string text) => text.Length > 120 ? text[..120] + "…" : text;

    private void CheckWhole()
    {
        if (layout.Strict && !table.EndedWithBreak)
        {
            throw Damage("The last row has no line break at its end, so the file may be cut off. Restore it, or end it with a line break.");
        }
    }

    private IEnumerable<SourceRow> Cells(TableColumns columns, TableRow reader)
    {
        if (!HasWidth(columns))
        {
            Refuse(new("bad-row", $"Expected {columns.Width} fields, found {table.Fields.Count}."), default);
            yield break;
        }

        var frame = reader.Frame(table.Fields, new(file, table.Line), out var refusal);
        if (refusal is not null)
        {
            Refuse(refusal, frame);
            yield break;
        }

        foreach (var value in columns.Values)
        {
            var row = frame.Series.Length > 0 ? frame : frame with { Series = value.Series ?? SeriesOfFile() };
            if (reader.TryValue(table.Fields, value, ref row, out refusal))
            {
                yield return row;
            }
            else
            {
                Miss(row, refusal);
            }
        }
    }

    /// <summary>A value that is missing without a word about it, or that is refused.</summary>
    private void Miss(SourceRow row, RowRefusal? refusal)
    {
        if (refusal is not null)
        {
            Refuse(refusal, row);
        }

        intake.Declares(row.Series);
    }

    /// <summary>As many cells as the header; what has no header may be absent, and be there when it is empty.</summary>
    private bool HasWidth(TableColumns columns)
    {
        var count = table.Fields.Count;
        return count == columns.Width
            || (count >= columns.Named
                && (columns.Named < columns.Width || !layout.Strict)
                && table.Fields.Skip(columns.Named).All(string.IsNullOrWhiteSpace));
    }

    private string SeriesOfFile() => Series ?? throw new SourceException(
        $"Source {request.Source.Id}: no option says which series '{file}' holds. " +
        "Set 'series' or 'series-column', or 'files' as path=SERIES.");

    private void Refuse(RowRefusal refusal, SourceRow row)
    {
        if (layout.Strict)
        {
            throw Damage(refusal.Note + " Restore the file.");
        }

        intake.Report(refusal.Code, Severity.Error, refusal.Note, row with { Place = new(file, table.Line) });
    }

    private SourceException Damage(string reason) => new(file, table.Line, reason);
}
