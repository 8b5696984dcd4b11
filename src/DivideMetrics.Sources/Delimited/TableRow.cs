using DivideMetrics.Observations;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>A part of a row that cannot be read.</summary>
internal sealed record RowRefusal(string Code, string Note);

/// <summary>Reads the cells of one row by a layout; a cell that is not what it must be is a refusal.</summary>
internal sealed class TableRow(TableLayout layout, TableColumns columns, AreaColumn areas)
{
    private readonly int _area = columns.IndexOf(layout.Area);
    private readonly int _period = columns.IndexOf(layout.Period);
    private readonly int _series = columns.IndexOf(layout.SeriesColumn);
    private readonly int _status = columns.IndexOf(layout.Status?.Header);
    private readonly int _sex = columns.IndexOf(layout.Sex?.Header);
    private readonly int _age = columns.IndexOf(layout.Age?.Header);
    private readonly int _urbanisation = columns.IndexOf(layout.Urbanisation?.Header);
    private readonly List<(string Name, CodeColumn Column, int Index)> _breakdowns =
        [.. layout.Breakdowns.Select(breakdown => (breakdown.Name, breakdown.Column, columns.IndexOf(breakdown.Column.Header)))];

    /// <summary>Everything of the row but its value; the refusal is set when a part is unreadable.</summary>
    public SourceRow Frame(IReadOnlyList<string> cells, Place place, out RowRefusal? refusal)
    {
        var area = Cell(cells, _area);
        var series = _series < 0 ? "" : Cell(cells, _series);
        var row = new SourceRow(series, areas.Find(area), area, layout.Year ?? 0, null) { Place = place };
        refusal = Time(cells, ref row) ?? Status(cells, ref row) ?? Dimensions(cells, ref row);
        return row;
    }

    /// <summary>The row with its value; false with no refusal when the value is missing without a word about it.</summary>
    public bool TryValue(IReadOnlyList<string> cells, ValueCell cell, ref SourceRow row, out RowRefusal? refusal)
    {
        var text = Cell(cells, cell.Index);
        refusal = null;
        row = row with { Series = cell.Series ?? row.Series, Year = cell.Year ?? row.Year };
        if (layout.Numbers.IsMissing(text))
        {
            refusal = row.Status.SaysMissing() || _status < 0 || layout.Numbers.Missing.Count > 0 ? null
                : new("not-a-number", $"Expected a number, found none, and the status is {row.Status}. Missing is M or O.");
            return refusal is null && row.Status.SaysMissing();
        }

        if (!layout.Numbers.TryRead(text, out var value))
        {
            refusal = new("not-a-number", layout.Numbers.WhyNot(text));
        }
        else if (row.Status.SaysMissing())
        {
            refusal = new("status-conflict", $"The status {row.Status} says missing, but there is the value {text}.");
        }

        row = row with { Value = value };
        return refusal is null;
    }

    /// <summary>A cell without outer spaces; nothing when the row is shorter or the layout has no such column.</summary>
    private static string Cell(IReadOnlyList<string> cells, int index) => index >= 0 && index < cells.Count ? cells[index].Trim() : "";

    private RowRefusal? Time(IReadOnlyList<string> cells, ref SourceRow row)
    {
        if (_period < 0)
        {
            return null;
        }

        var text = Cell(cells, _period);
        var whole = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (!NumberText.TryYear(whole, out var year))
        {
            return new("not-a-year", $"Expected a year of four digits in column '{layout.Period}', found '{text}'.");
        }

        row = row with { Year = year };
        return null;
    }

    private RowRefusal? Status(IReadOnlyList<string> cells, ref SourceRow row)
    {
        var text = layout.Status?.CodeOf(Cell(cells, _status));
        if (!StatusText.TryParse(text, out var status))
        {
            return new("unknown-status", $"Expected a code of OBS_STATUS in column '{layout.Status!.Header}', found '{text}'.");
        }

        row = row with { Status = status };
        return null;
    }

    private RowRefusal? Dimensions(IReadOnlyList<string> cells, ref SourceRow row)
    {
        var code = layout.Sex?.CodeOf(Cell(cells, _sex)) ?? "_T";
        if (!SexCodes.TryParse(code, out var sex))
        {
            return new("unknown-sex", $"Expected _T, F or M in column '{layout.Sex!.Header}', found '{code}'.");
        }

        var urbanisation = layout.Urbanisation?.CodeOf(Cell(cells, _urbanisation));
        if (urbanisation is not (null or "U" or "R"))
        {
            return new("unknown-urbanisation", $"Expected _T, U or R in column '{layout.Urbanisation!.Header}', found '{urbanisation}'.");
        }

        row = row with
        {
            Sex = sex, Urbanisation = urbanisation, Age = layout.Age?.CodeOf(Cell(cells, _age)), Breakdown = Breakdown(cells),
        };
        return null;
    }

    private string? Breakdown(IReadOnlyList<string> cells)
    {
        if (_breakdowns.Count == 0)
        {
            return null;
        }

        var parts = _breakdowns.Select(breakdown => (breakdown.Name, Code: breakdown.Column.CodeOf(Cell(cells, breakdown.Index))))
            .Where(part => part.Code is not null).Select(part => $"{part.Name}={Plain(part.Code!)}").ToList();
        return parts.Count == 0 ? null : string.Join(';', parts);
    }

    /// <summary>A code without the characters that join codes.</summary>
    private static string Plain(string code) => code.Replace(';', ',').Replace('=', ':');
}
