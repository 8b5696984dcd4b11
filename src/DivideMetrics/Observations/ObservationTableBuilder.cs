using System.Buffers;

namespace DivideMetrics.Observations;

/// <summary>Collects observations in any order and makes a table of them.</summary>
/// <param name="keys">Numbers of series and areas; shared with the tables it is to be compared with.</param>
public sealed class ObservationTableBuilder(ObservationKeys keys)
{
    private readonly List<Chunk> _chunks = [];
    private Chunk _last = null!;
    private int _inLast = Chunk.Size;
    private readonly SortedRuns _runs = new();
    private bool _hasPlaces;

    // most rows follow one of the same series and area
    private SeriesKey? _lastSeries;
    private int _lastSeriesNumber;
    private string? _lastArea;
    private int _lastAreaNumber;

    /// <summary>How many were added.</summary>
    public int Count => (Math.Max(_chunks.Count - 1, 0) * Chunk.Size) + (_chunks.Count == 0 ? 0 : _inLast);

    /// <summary>Adds one; a value is finite, a year from 0 to 65535.</summary>
    public void Add(in Observation row)
    {
        if (_inLast == Chunk.Size)
        {
            _chunks.Add(_last = new());
            _inLast = 0;
        }

        var key = PackedKey.Of(NumberOf(row.Series), NumberOf(row.Area), row.Year);
        _runs.Add(key);
        _last.Keys[_inLast] = key;
        _last.Values[_inLast] = row.Value ?? double.NaN;
        _last.Statuses[_inLast] = (byte)row.Status;
        if (row.Place != default)
        {
            _hasPlaces = true;
            (_last.Places ??= Chunk.NoPlaces())[_inLast] = row.Place;
        }

        _inLast++;
    }

    /// <summary>The table; of several observations with one key the first that was added stays. What was collected is gone then.</summary>
    /// <param name="duplicate">Gets every observation that is left out because its key came before: the one that stays, and it.</param>
    public ObservationTable Build(Action<Observation, Observation>? duplicate = null)
    {
        var count = Count;
        var columns = new Columns(new ulong[count], new double[count], new byte[count], new RowPlace[_hasPlaces ? count : 0]);
        for (var index = 0; index < _chunks.Count; index++)
        {
            _chunks[index].MoveTo(columns, index * Chunk.Size);
        }

        _chunks.Clear();
        _inLast = Chunk.Size;
        return _runs.Order() is not { } runs ? Sorted(columns, duplicate)
            : runs.Count <= 1 ? new(keys, columns.Keys, columns.Values, columns.Statuses, columns.Places)
            : new(
                keys, SortedRuns.Moved(columns.Keys, runs), SortedRuns.Moved(columns.Values, runs), SortedRuns.Moved(columns.Statuses, runs),
                SortedRuns.Moved(columns.Places, runs));
    }

    private ObservationTable Sorted(Columns columns, Action<Observation, Observation>? duplicate)
    {
        var sorted = columns.Keys;
        var order = new int[sorted.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Array.Sort(sorted, order);
        var kept = KeepFirst(columns, order, duplicate);
        Array.Resize(ref sorted, kept);
        return new(keys, sorted, Ordered(columns.Values, order, kept), Ordered(columns.Statuses, order, kept), columns.Places.Length == 0 ? [] : Ordered(columns.Places, order, kept));
    }

    private static T[] Ordered<T>(T[] column, int[] order, int count)
    {
        var ordered = new T[count];
        for (var index = 0; index < count; index++)
        {
            ordered[index] = column[order[index]];
        }

        return ordered;
    }

    /// <summary>Moves, of every run of equal keys, the one that was added first to the front; the sort is not stable.</summary>
    private int KeepFirst(Columns columns, int[] order, Action<Observation, Observation>? duplicate)
    {
        var (sorted, kept) = (columns.Keys, 0);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            if (end > start + 1)
            {
                Array.Sort(order, start, end - start);
            }

            for (var left = start + 1; duplicate is not null && left < end; left++)
            {
                duplicate(At(columns, sorted[start], order[start]), At(columns, sorted[start], order[left]));
            }

            (sorted[kept], order[kept]) = (sorted[start], order[start]);
            kept++;
            start = end;
        }

        return kept;
    }

    private Observation At(Columns columns, ulong key, int added) => new(
        keys.SeriesAt(PackedKey.Series(key)), keys.AreaAt(PackedKey.Area(key)), PackedKey.Year(key),
        double.IsNaN(columns.Values[added]) ? null : columns.Values[added], (ObsStatus)columns.Statuses[added])
    {
        Place = columns.Places.Length == 0 ? default : columns.Places[added],
    };

    private int NumberOf(SeriesKey series)
    {
        if (!ReferenceEquals(series, _lastSeries))
        {
            (_lastSeries, _lastSeriesNumber) = (series, keys.NumberOf(series));
        }

        return _lastSeriesNumber;
    }

    private int NumberOf(string area)
    {
        if (!ReferenceEquals(area, _lastArea))
        {
            (_lastArea, _lastAreaNumber) = (area, keys.NumberOf(area));
        }

        return _lastAreaNumber;
    }

    private sealed record Columns(ulong[] Keys, double[] Values, byte[] Statuses, RowPlace[] Places);

    /// <summary>A part of the rows, so that growing copies nothing; its arrays are lent, so that the next builder makes none.</summary>
    private sealed class Chunk
    {
        public const int Size = 1 << 14;

        public ulong[] Keys { get; } = ArrayPool<ulong>.Shared.Rent(Size);

        public double[] Values { get; } = ArrayPool<double>.Shared.Rent(Size);

        public byte[] Statuses { get; } = ArrayPool<byte>.Shared.Rent(Size);

        public static RowPlace[] NoPlaces()
        {
            var places = ArrayPool<RowPlace>.Shared.Rent(Size);
            Array.Clear(places);
            return places;
        }

        /// <summary>Null while no row has a place.</summary>
        public RowPlace[]? Places { get; set; }

        public void MoveTo(Columns columns, int at)
        {
            var count = Math.Min(Size, columns.Keys.Length - at);
            Move(Keys, columns.Keys, at, count);
            Move(Values, columns.Values, at, count);
            Move(Statuses, columns.Statuses, at, count);
            if (Places is { } places)
            {
                Move(places, columns.Places, at, count);
            }
        }

        private static void Move<T>(T[] lent, T[] column, int at, int count)
        {
            Array.Copy(lent, 0, column, at, count);
            ArrayPool<T>.Shared.Return(lent);
        }
    }
}
