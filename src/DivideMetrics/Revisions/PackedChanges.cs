using System.Collections;
using DivideMetrics.Observations;

namespace DivideMetrics.Revisions;

/// <summary>The changes between two tables, nine bytes each: the points themselves are looked up in the tables when asked for.</summary>
internal sealed class PackedChanges(ObservationTable old, ObservationTable now) : IReadOnlyList<Change>
{
    private readonly long[] _counts = new long[Enum.GetValues<ChangeKind>().Length];
    private ChangeKind[] _kinds = new ChangeKind[CapacityFor(old, now)];
    private int[] _left = new int[CapacityFor(old, now)];
    private int[] _right = new int[CapacityFor(old, now)];

    public int Count { get; private set; }

    public Change this[int index] => index >= 0 && index < Count
        ? new(_kinds[index], _left[index] < 0 ? null : old[_left[index]], _right[index] < 0 ? null : now[_right[index]])
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected 0 to {Count - 1}.");

    /// <summary>Counts a pair of rows, of which the one that is not there is -1, and keeps it when they are not the same.</summary>
    public void Add(ChangeKind kind, int left, int right)
    {
        _counts[(int)kind]++;
        if (kind == ChangeKind.None)
        {
            return;
        }

        if (Count == _kinds.Length)
        {
            Array.Resize(ref _kinds, Count * 2);
            Array.Resize(ref _left, Count * 2);
            Array.Resize(ref _right, Count * 2);
        }

        (_kinds[Count], _left[Count], _right[Count]) = (kind, left, right);
        Count++;
    }

    /// <summary>The series of all changes, each once, in order: they are sorted by series.</summary>
    public IReadOnlyList<SeriesKey> Series()
    {
        var (series, last) = (new List<SeriesKey>(), -1);
        for (var index = 0; index < Count; index++)
        {
            var number = PackedKey.Series(_right[index] < 0 ? old.KeyAt(_left[index]) : now.KeyAt(_right[index]));
            if (number != last)
            {
                series.Add(now.Keys.SeriesAt(last = number));
            }
        }

        return series;
    }

    /// <summary>How many of each kind.</summary>
    public ChangeCounts Counts() => new(
        Of(ChangeKind.None), Of(ChangeKind.Create), Of(ChangeKind.UpdateValue), Of(ChangeKind.UpdatePrecision), Of(ChangeKind.UpdateStatus), Of(ChangeKind.Withdraw));

    public IEnumerator<Change> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Of a first vintage all rows are changes, of a later one few.</summary>
    private static int CapacityFor(ObservationTable old, ObservationTable now) => Math.Max(Math.Abs(now.Count - old.Count), 64);

    private long Of(ChangeKind kind) => _counts[(int)kind];
}
