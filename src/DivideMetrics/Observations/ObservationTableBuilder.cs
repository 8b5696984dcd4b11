namespace DivideMetrics.Observations;

/// <summary>Collects observations in any order and makes a table of them.</summary>
/// <param name="keys">Numbers of series and areas; shared with the tables it is to be compared with.</param>
public sealed class ObservationTableBuilder(ObservationKeys keys)
{
    private ulong[] _keys = new ulong[1024];
    private double[] _values = new double[1024];
    private byte[] _statuses = new byte[1024];
    private RowPlace[] _places = new RowPlace[1024];
    private int _count;
    private bool _isSorted = true;

    // most rows follow one of the same series and area
    private SeriesKey? _lastSeries;
    private int _lastSeriesNumber;
    private string? _lastArea;
    private int _lastAreaNumber;

    /// <summary>How many were added.</summary>
    public int Count => _count;

    /// <summary>Adds one; a value is finite, a year from 0 to 65535.</summary>
    public void Add(in Observation row)
    {
        if (_count == _keys.Length)
        {
            Resize(_count * 2);
        }

        var key = PackedKey.Of(NumberOf(row.Series), NumberOf(row.Area), row.Year);
        _isSorted &= _count == 0 || _keys[_count - 1] < key;
        _keys[_count] = key;
        _values[_count] = row.Value ?? double.NaN;
        _statuses[_count] = (byte)row.Status;
        _places[_count] = row.Place;
        _count++;
    }

    /// <summary>The table; of several observations with one key the first that was added stays.</summary>
    /// <param name="duplicate">Gets every observation that is left out because its key came before: the one that stays, and it.</param>
    public ObservationTable Build(Action<Observation, Observation>? duplicate = null)
    {
        Resize(_count);
        return _isSorted ? new(keys, _keys, _values, _statuses, _places) : Sorted(duplicate);
    }

    private ObservationTable Sorted(Action<Observation, Observation>? duplicate)
    {
        var order = new int[_count];
        for (var index = 0; index < _count; index++)
        {
            order[index] = index;
        }

        Array.Sort(_keys, order);
        var kept = KeepFirst(order, duplicate);
        var (values, statuses, places) = (new double[kept], new byte[kept], new RowPlace[kept]);
        for (var index = 0; index < kept; index++)
        {
            (values[index], statuses[index], places[index]) = (_values[order[index]], _statuses[order[index]], _places[order[index]]);
        }

        Array.Resize(ref _keys, kept);
        return new(keys, _keys, values, statuses, places);
    }

    /// <summary>Moves, of every run of equal keys, the one that was added first to the front; the sort is not stable.</summary>
    private int KeepFirst(int[] order, Action<Observation, Observation>? duplicate)
    {
        var kept = 0;
        for (var start = 0; start < _count;)
        {
            var end = start + 1;
            while (end < _count && _keys[end] == _keys[start])
            {
                end++;
            }

            Array.Sort(order, start, end - start);
            for (var left = start + 1; duplicate is not null && left < end; left++)
            {
                duplicate(At(_keys[start], order[start]), At(_keys[start], order[left]));
            }

            (_keys[kept], order[kept]) = (_keys[start], order[start]);
            kept++;
            start = end;
        }

        return kept;
    }

    private Observation At(ulong key, int added) => new(
        keys.SeriesAt(PackedKey.Series(key)), keys.AreaAt(PackedKey.Area(key)), PackedKey.Year(key),
        double.IsNaN(_values[added]) ? null : _values[added], (ObsStatus)_statuses[added])
    {
        Place = _places[added],
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

    private void Resize(int size)
    {
        Array.Resize(ref _keys, size);
        Array.Resize(ref _values, size);
        Array.Resize(ref _statuses, size);
        Array.Resize(ref _places, size);
    }
}
