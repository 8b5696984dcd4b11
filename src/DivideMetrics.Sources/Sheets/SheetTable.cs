using System.Globalization;
using DivideMetrics.Sources.Reading;
using ExcelDataReader;

namespace DivideMetrics.Sources.Sheets;

/// <summary>
/// The rows of a sheet as text. A formula gives the value it had when the workbook was saved, a merged cell gives its value in all its
/// rows, a date that is 1 January gives its year, and a number shown as percent keeps its sign: only the layout knows what it means.
/// </summary>
internal sealed class SheetTable : ITable
{
    private const double LargestDecimal = 1e15;

    private readonly Workbook _workbook;
    private readonly SheetLayout _layout;
    private readonly MergedCells _merged;
    private string[] _cells = [];
    private bool _headed;

    public SheetTable(Workbook workbook, SheetLayout layout)
    {
        (_workbook, _layout) = (workbook, layout);
        workbook.GoTo(layout.Sheet);
        _merged = new MergedCells(workbook.Reader.MergeCells);
    }

    public IReadOnlyList<string> Fields => _cells;

    public long Line => _workbook.Reader.Depth + 1L;

    public bool EndedWithBreak => true;

    public bool Read()
    {
        while (_workbook.Read())
        {
            if (_headed || IsHeader())
            {
                _headed = true;
                Understand();
                return true;
            }
        }

        _cells = [];
        return false;
    }

    private static string TextOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text,
        double number => NumberOf(number, reader.GetNumberFormatString(column)),
        DateTime { Month: 1, Day: 1, TimeOfDay.Ticks: 0 } day => day.Year.ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string NumberOf(double number, string? format)
    {
        if (format is null || !format.TrimEnd().EndsWith('%'))
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var shown = Math.Abs(number) < LargestDecimal ? (double)((decimal)number * 100m) : number * 100;
        return shown.ToString("R", CultureInfo.InvariantCulture) + "%";
    }

    private bool IsHeader()
    {
        if (_layout.HeaderRow is { } row)
        {
            return Line == row;
        }

        Understand();
        return _cells.Any(cell => cell.Length > 0);
    }

    private void Understand()
    {
        var reader = _workbook.Reader;
        _cells = new string[reader.FieldCount];
        for (var column = 0; column < _cells.Length; column++)
        {
            _cells[column] = TextOf(reader, column);
        }

        _merged.Fill(_cells, (int)Line - 1);
    }
}
