using DivideMetrics.Observations;

namespace DivideMetrics.Revisions;

/// <summary>
/// Compares two states of a source point by point. A series of which the newer state has no point at all is <em>gone</em>: its points
/// are neither withdrawn nor compared, they stay as they are.
/// </summary>
public sealed class VintageDiff
{
    private VintageDiff(IReadOnlyList<Change> changes, ChangeCounts counts, IReadOnlyList<GoneSeries> gone) =>
        (Changes, Counts, Gone) = (changes, counts, gone);

    /// <summary>Every point that changed, ordered by series, area and year.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>How many of each kind, the same ones included.</summary>
    public ChangeCounts Counts { get; }

    /// <summary>Series that the older state has and the newer has not.</summary>
    public IReadOnlyList<GoneSeries> Gone { get; }

    /// <summary>Compares.</summary>
    /// <param name="old">The older state.</param>
    /// <param name="now">The newer state; shares its keys with the older.</param>
    /// <param name="tolerance">How far a value of a series may move and count as the same to the eye, in its unit.</param>
    /// <exception cref="ArgumentException">The tables do not share their keys.</exception>
    public static VintageDiff Compare(ObservationTable old, ObservationTable now, Func<SeriesKey, double> tolerance) =>
        Compare(old, now, key => new SeriesTolerance(tolerance(key)));

    /// <summary>Compares.</summary>
    /// <param name="old">The older state.</param>
    /// <param name="now">The newer state; shares its keys with the older.</param>
    /// <param name="tolerance">How far a value of a series may move and count as the same to the eye.</param>
    /// <exception cref="ArgumentException">The tables do not share their keys.</exception>
    public static VintageDiff Compare(ObservationTable old, ObservationTable now, Func<SeriesKey, SeriesTolerance> tolerance)
    {
        if (!ReferenceEquals(old.Keys, now.Keys))
        {
            throw new ArgumentException("Expected two tables that share their keys.", nameof(now));
        }

        var gone = GoneFrom(old, now);
        var goneSeries = gone.Select(series => series.Series).ToHashSet();
        var changes = new List<Change>();
        var same = 0L;
        var (left, right) = (0, 0);
        while (left < old.Count || right < now.Count)
        {
            var order = Order(old, left, now, right);
            if (order < 0)
            {
                var row = old[left++];
                if (!goneSeries.Contains(row.Series))
                {
                    changes.Add(new(ChangeKind.Withdraw, row, null));
                }
            }
            else if (order > 0)
            {
                changes.Add(new(ChangeKind.Create, null, now[right++]));
            }
            else if (SameAt(old, left, now, right))
            {
                (left, right, same) = (left + 1, right + 1, same + 1);
            }
            else
            {
                var (was, becomes) = (old[left++], now[right++]);
                changes.Add(new(KindOf(was, becomes, tolerance(was.Series)), was, becomes));
            }
        }

        return new(changes, CountsOf(changes, same), gone);
    }

    private static int Order(ObservationTable old, int left, ObservationTable now, int right) =>
        left == old.Count ? 1 : right == now.Count ? -1 : old.KeyAt(left).CompareTo(now.KeyAt(right));

    private static bool SameAt(ObservationTable old, int left, ObservationTable now, int right) =>
        old.ValueAt(left) == now.ValueAt(right) && old.StatusAt(left) == now.StatusAt(right);

    private static ChangeKind KindOf(in Observation was, in Observation becomes, SeriesTolerance tolerance)
    {
        if (was.Value == becomes.Value)
        {
            return ChangeKind.UpdateStatus;
        }

        return was.Value is { } old && becomes.Value is { } now && !tolerance.IsExceeded(old, now)
            ? ChangeKind.UpdatePrecision
            : ChangeKind.UpdateValue;
    }

    private static List<GoneSeries> GoneFrom(ObservationTable old, ObservationTable now)
    {
        var points = new Dictionary<int, int>();
        for (var index = 0; index < old.Count; index++)
        {
            var series = PackedKey.Series(old.KeyAt(index));
            points[series] = points.GetValueOrDefault(series) + 1;
        }

        for (var index = 0; index < now.Count; index++)
        {
            points.Remove(PackedKey.Series(now.KeyAt(index)));
        }

        return points.OrderBy(pair => pair.Key).Select(pair => new GoneSeries(old.Keys.SeriesAt(pair.Key), pair.Value)).ToList();
    }

    private static ChangeCounts CountsOf(List<Change> changes, long same)
    {
        var counts = changes.CountBy(change => change.Kind).ToDictionary();
        long Of(ChangeKind kind) => counts.GetValueOrDefault(kind);
        return new(
            same, Of(ChangeKind.Create), Of(ChangeKind.UpdateValue), Of(ChangeKind.UpdatePrecision), Of(ChangeKind.UpdateStatus), Of(ChangeKind.Withdraw));
    }
}

/// <summary>A series that is gone from a source.</summary>
/// <param name="Series">The series.</param>
/// <param name="Points">How many points it had.</param>
public sealed record GoneSeries(SeriesKey Series, int Points);
