using DivideMetrics.Observations;

namespace DivideMetrics.Quality;

/// <summary>The rows of one series in a table, ordered by area and year; a view, nothing is copied.</summary>
internal readonly ref struct SeriesSlice(ReadOnlySpan<ulong> keys, ReadOnlySpan<double> values)
{
    /// <summary>Packed keys.</summary>
    public ReadOnlySpan<ulong> Keys { get; } = keys;

    /// <summary>Values; NaN where one is missing.</summary>
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Area and year of a row as one number, the same for all series of tables that share their keys.</summary>
    public uint PlaceAt(int index) => (uint)Keys[index];

    /// <summary>Number of the area of a row.</summary>
    public int AreaAt(int index) => PackedKey.Area(Keys[index]);

    /// <summary>The year of a row.</summary>
    public int YearAt(int index) => PackedKey.Year(Keys[index]);

    /// <summary>The run of rows that have the area of the row at <paramref name="start"/>: where it ends.</summary>
    public int EndOfArea(int start)
    {
        var (end, area) = (start + 1, Keys[start] >> 16);
        while (end < Keys.Length && Keys[end] >> 16 == area)
        {
            end++;
        }

        return end;
    }

    /// <summary>Index of the row of an area and year; negative when there is none.</summary>
    public int Find(uint place) => Keys.Length == 0 ? -1 : Keys.BinarySearch((Keys[0] & 0xFFFF_FFFF_0000_0000) | place);
}

/// <summary>Walks over the areas and years at which two slices both have a value.</summary>
internal ref struct SlicePairs(SeriesSlice left, SeriesSlice right)
{
    private readonly SeriesSlice _left = left;
    private readonly SeriesSlice _right = right;
    private int _nextLeft;
    private int _nextRight;

    /// <summary>Row in the left slice.</summary>
    public int Left { get; private set; }

    /// <summary>Value on the left.</summary>
    public readonly double Old => _left.Values[Left];

    /// <summary>Row in the right slice.</summary>
    public int Right { get; private set; }

    /// <summary>Value on the right.</summary>
    public readonly double New => _right.Values[Right];

    /// <summary>Goes to the next pair.</summary>
    public bool Next()
    {
        while (_nextLeft < _left.Keys.Length && _nextRight < _right.Keys.Length)
        {
            var order = _left.PlaceAt(_nextLeft).CompareTo(_right.PlaceAt(_nextRight));
            (Left, Right) = (_nextLeft, _nextRight);
            _nextLeft += order <= 0 ? 1 : 0;
            _nextRight += order >= 0 ? 1 : 0;
            if (order == 0 && !double.IsNaN(Old) && !double.IsNaN(New))
            {
                return true;
            }
        }

        return false;
    }
}
