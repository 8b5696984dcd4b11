namespace DivideMetrics.Observations;

/// <summary>
/// The observations of a source at one state: packed in columns, sorted by series, area and year, each key once. Two million rows take
/// about 50 MB.
/// </summary>
public sealed class ObservationTable
{
    private readonly ulong[] _keys;
    private readonly double[] _values;
    private readonly byte[] _statuses;
    private readonly RowPlace[] _places;

    internal ObservationTable(ObservationKeys keys, ulong[] packed, double[] values, byte[] statuses, RowPlace[] places) =>
        (Keys, _keys, _values, _statuses, _places) = (keys, packed, values, statuses, places);

    /// <summary>The numbers of series and areas.</summary>
    public ObservationKeys Keys { get; }

    /// <summary>How many observations.</summary>
    public int Count => _keys.Length;

    /// <summary>One observation.</summary>
    public Observation this[int index]
    {
        get
        {
            var key = _keys[index];
            return new(
                Keys.SeriesAt(PackedKey.Series(key)), Keys.AreaAt(PackedKey.Area(key)), PackedKey.Year(key), ValueAt(index), StatusAt(index))
            {
                Place = _places.Length == 0 ? default : _places[index],
            };
        }
    }

    /// <summary>A table without observations.</summary>
    public static ObservationTable Empty(ObservationKeys keys) => new(keys, [], [], [], []);

    /// <summary>All observations in order.</summary>
    public IEnumerable<Observation> Rows() => Enumerable.Range(0, Count).Select(index => this[index]);

    /// <summary>The packed keys of all rows, growing.</summary>
    internal ReadOnlySpan<ulong> PackedKeys => _keys;

    /// <summary>The values of all rows; NaN where one is missing.</summary>
    internal ReadOnlySpan<double> Values => _values;

    /// <summary>The statuses of all rows.</summary>
    internal ReadOnlySpan<byte> Statuses => _statuses;

    /// <summary>The packed key of a row: series, area and year; grows from row to row.</summary>
    internal ulong KeyAt(int index) => _keys[index];

    /// <summary>The value of a row.</summary>
    internal double? ValueAt(int index) => double.IsNaN(_values[index]) ? null : _values[index];

    /// <summary>The status of a row.</summary>
    internal ObsStatus StatusAt(int index) => (ObsStatus)_statuses[index];
}

/// <summary>Series number, area number and year in one number that sorts by them in this order.</summary>
internal static class PackedKey
{
    public static ulong Of(int series, int area, int year) => ((ulong)(uint)series << 32) | ((ulong)(uint)area << 16) | (ushort)year;

    public static int Series(ulong key) => (int)(key >> 32);

    public static int Area(ulong key) => (int)((key >> 16) & 0xFFFF);

    public static int Year(ulong key) => (int)(key & 0xFFFF);
}
