using System.Runtime.InteropServices;

namespace DivideMetrics.Observations;

/// <summary>
/// Keys as they come, seen as runs in which each is greater than the one before. Files are sorted by something: where whole runs stand one
/// behind another once they are put in order, moving them is ten times cheaper than sorting rows.
/// </summary>
internal sealed class SortedRuns
{
    private readonly List<Run> _runs = [];
    private int _count;
    private ulong _lastKey;

    /// <summary>Takes the next key.</summary>
    public void Add(ulong key)
    {
        if (_count == 0 || key <= _lastKey)
        {
            _runs.Add(new(_count, 0, key, key));
        }

        ref var run = ref CollectionsMarshal.AsSpan(_runs)[^1];
        run = run with { Length = run.Length + 1, Last = key };
        _lastKey = key;
        _count++;
    }

    /// <summary>The runs in the order of their keys; null when they overlap, and so rows must be sorted.</summary>
    public IReadOnlyList<Run>? Order()
    {
        _runs.Sort((one, other) => one.First.CompareTo(other.First));
        for (var index = 1; index < _runs.Count; index++)
        {
            if (_runs[index - 1].Last >= _runs[index].First)
            {
                return null;
            }
        }

        return _runs;
    }

    /// <summary>A column with its runs moved; of a column that is left out, nothing.</summary>
    public static T[] Moved<T>(T[] column, IReadOnlyList<Run> runs)
    {
        var moved = new T[column.Length];
        var at = 0;
        foreach (var run in column.Length == 0 ? [] : runs)
        {
            column.AsSpan(run.Start, run.Length).CopyTo(moved.AsSpan(at));
            at += run.Length;
        }

        return moved;
    }

    /// <summary>Rows in a run.</summary>
    /// <param name="Start">Index of the first.</param>
    /// <param name="Length">How many.</param>
    /// <param name="First">The first key.</param>
    /// <param name="Last">The last key, the greatest.</param>
    internal readonly record struct Run(int Start, int Length, ulong First, ulong Last);
}
