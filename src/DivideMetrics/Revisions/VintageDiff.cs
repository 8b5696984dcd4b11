using DivideMetrics.Observations;

namespace DivideMetrics.Revisions;

/// <summary>
/// Compares two states of a source point by point. A series of which the newer state has no point at all is <em>gone</em>: its points
/// are neither withdrawn nor compared, they stay as they are.
/// </summary>
public sealed class VintageDiff
{
    /// <summary>What binary fractions add to a difference of two decimal numbers, relative to their size.</summary>
    private const double Noise = 1e-12;

    private VintageDiff(PackedChanges changes, ChangeCounts counts, IReadOnlyList<GoneSeries> gone) =>
        (Changes, Counts, Gone, Series) = (changes, counts, gone, changes.Series());

    /// <summary>Every point that changed, ordered by series, area and year.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>The series that have changes, each once.</summary>
    public IReadOnlyList<SeriesKey> Series { get; }

    /// <summary>How many of each kind, the same ones included.</summary>
    public ChangeCounts Counts { get; }

    /// <summary>Series that the older state has and the newer has not.</summary>
    public IReadOnlyList<GoneSeries> Gone { get; }

    /// <summary>Compares.</summary>
    /// <param name="old">The older state.</param>
    /// <param name="now">The newer state; shares its keys with the older.</param>
    /// <param name="tolerance">How far a value of a series may move and count as the same to the eye, in its unit.</param>
    /// <exception cref="ArgumentException">The tables do not share their keys.</exception>
    public static VintageDiff Compare(ObservationTable old, ObservationTable now, Func<SeriesKey, double> tolerance)
    {
        if (!ReferenceEquals(old.Keys, now.Keys))
        {
            throw new ArgumentException("Expected two tables that share their keys.", nameof(now));
        }

        var gone = GoneFrom(old, now);
        var changes = Merge(old, now, tolerance, gone.Select(series => old.Keys.NumberOf(series.Series)).ToHashSet());
        return new(changes, changes.Counts(), gone);
    }

    private static PackedChanges Merge(ObservationTable old, ObservationTable now, Func<SeriesKey, double> tolerance, HashSet<int> gone)
    {
        var changes = new PackedChanges(old, now);
        var (left, right) = (0, 0);
        while (left < old.Count || right < now.Count)
        {
            var order = Order(old, left, now, right);
            if (order == 0)
            {
                changes.Add(SameAt(old, left, now, right) ? ChangeKind.None : KindOf(old[left], now[right], tolerance), left++, right++);
            }
            else if (order > 0)
            {
                changes.Add(ChangeKind.Create, -1, right++);
            }
            else if (gone.Contains(PackedKey.Series(old.KeyAt(left))))
            {
                left++;
            }
            else
            {
                changes.Add(ChangeKind.Withdraw, left++, -1);
            }
        }

        return changes;
    }

    private static int Order(ObservationTable old, int left, ObservationTable now, int right) =>
        left == old.Count ? 1 : right == now.Count ? -1 : old.KeyAt(left).CompareTo(now.KeyAt(right));

    private static bool SameAt(ObservationTable old, int left, ObservationTable now, int right) =>
        old.ValueAt(left) == now.ValueAt(right) && old.StatusAt(left) == now.StatusAt(right);

    private static ChangeKind KindOf(in Observation was, in Observation becomes, Func<SeriesKey, double> tolerance)
    {
        if (was.Value == becomes.Value)
        {
            return ChangeKind.UpdateStatus;
        }

        if (was.Value is not { } old || becomes.Value is not { } now)
        {
            return ChangeKind.UpdateValue;
        }

        var noise = Noise * Math.Max(Math.Abs(old), Math.Abs(now));
        return Math.Abs(now - old) > tolerance(was.Series) + noise ? ChangeKind.UpdateValue : ChangeKind.UpdatePrecision;
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
}

/// <summary>A series that is gone from a source.</summary>
/// <param name="Series">The series.</param>
/// <param name="Points">How many points it had.</param>
public sealed record GoneSeries(SeriesKey Series, int Points);
