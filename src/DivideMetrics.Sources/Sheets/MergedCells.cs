using ExcelDataReader;

namespace DivideMetrics.Sources.Sheets;

/// <summary>Cells merged over several rows: the library gives their value in the first row alone, readers see it in all of them.</summary>
internal sealed class MergedCells(IReadOnlyList<CellRange>? ranges)
{
    private readonly Queue<CellRange> _coming =
        new((ranges ?? []).Where(range => range.ToRow > range.FromRow).OrderBy(range => range.FromRow));

    private readonly List<(CellRange Range, string Text)> _open = [];

    /// <summary>Fills the cells of a row (counted from 0); rows come in order.</summary>
    public void Fill(string[] cells, int row)
    {
        while (_coming.TryPeek(out var next) && next.FromRow <= row)
        {
            _coming.Dequeue();
            if (next.FromRow == row && next.FromColumn < cells.Length)
            {
                _open.Add((next, cells[next.FromColumn]));
            }
        }

        _open.RemoveAll(merged => merged.Range.ToRow < row);
        foreach (var (range, text) in _open)
        {
            cells[range.FromColumn] = cells[range.FromColumn].Length == 0 ? text : cells[range.FromColumn];
        }
    }
}
