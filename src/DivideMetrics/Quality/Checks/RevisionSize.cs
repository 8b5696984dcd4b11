using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Share and size of revisions. A point is revised when it moved by more than its tolerance; its size is |new − old| relative to the
/// spread of its series before: the interquartile range of the values, else the median of |value|. A Finding <c>revised</c> for each
/// series that was (Info; Warning when most of it was), with the greatest one. Holds when too many points of all are revised, or when
/// the median size over all common points of a series is too great. Fewer than <see cref="LeastPoints"/> common points never hold.
/// </summary>
internal static class RevisionSize
{
    private const int LeastPoints = 20;

    public static IEnumerable<string> Check(GateView view)
    {
        var moves = view.Series.Where(run => run.IsKept).Select(run => Measure(view, run)).Where(moves => moves.Common > 0).ToList();
        foreach (var move in moves.Where(move => move.Revised > 0))
        {
            Report(view, move);
        }

        var (common, revised) = (moves.Sum(move => move.Common), moves.Sum(move => move.Revised));
        if (common >= LeastPoints && revised > view.Limits.MaxRevisedShare * common)
        {
            yield return FormattableString.Invariant(
                $"{revised} of {common} common points ({(double)revised / common:p1}) were revised, ")
                + FormattableString.Invariant($"at most {view.Limits.MaxRevisedShare:p1} may be.");
        }

        var moved = moves.Where(move => move.Common >= LeastPoints && move.Size > view.Limits.MaxRevisionSize)
            .Select(move => FormattableString.Invariant($"{move.Run.Name} ({move.Size:0.00})")).ToList();
        if (moved.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"The common points moved too far (median of |new − old| relative to the spread of the values): {Listing.Of(moved)}; ")
                + FormattableString.Invariant($"at most {view.Limits.MaxRevisionSize:0.00} is usual.");
        }
    }

    private static Move Measure(GateView view, SeriesRun run)
    {
        var tolerance = Tolerance.Of(run.Declared);
        var now = view.Now(run);
        var (distances, common, revised, greatest) = (new List<double>(), 0, 0L, default(Greatest));
        for (var pairs = new SlicePairs(view.Before(run), now); pairs.Next(); common++)
        {
            if (pairs.Old == pairs.New)
            {
                continue;
            }

            distances.Add(Math.Abs(pairs.New - pairs.Old));
            revised += tolerance.IsExceeded(pairs.Old, pairs.New) ? 1 : 0;
            if (distances[^1] > Math.Abs(greatest.New - greatest.Old))
            {
                greatest = new(now.Keys[pairs.Right], pairs.Old, pairs.New);
            }
        }

        return new(run, common, revised, Size(distances, common, view.Before(run)), greatest);
    }

    /// <summary>The median distance of all common points, those that did not move included, relative to the spread.</summary>
    private static double Size(List<double> distances, int common, SeriesSlice before)
    {
        if (distances.Count * 2 < common)
        {
            return 0;
        }

        distances.AddRange(Enumerable.Repeat(0.0, common - distances.Count));
        var median = Median.Of(distances);
        return median > 0 ? median / Spread(before) : 0;
    }

    private static double Spread(SeriesSlice rows)
    {
        var values = new List<double>(rows.Values.Length);
        foreach (var value in rows.Values)
        {
            if (!double.IsNaN(value))
            {
                values.Add(value);
            }
        }

        var spread = Median.Spread(values);
        return spread > 0 ? spread : Median.Of(values.ConvertAll(Math.Abs)) is > 0 and var typical ? typical : 1;
    }

    private static void Report(GateView view, Move move)
    {
        var share = (double)move.Revised / move.Common;
        var area = view.AreaOf(PackedKey.Area(move.Greatest.Key));
        var year = PackedKey.Year(move.Greatest.Key).ToString(CultureInfo.InvariantCulture);
        var note = FormattableString.Invariant(
            $"{move.Revised} of {move.Common} common points of {move.Run.Name} ({share:p1}) were revised; ")
            + "this is the one that moved farthest.";
        view.Input.Findings.Add(new(
            "revised", share > view.Limits.MaxRevisedShare ? Severity.Warning : Severity.Info, note, move.Run.Key.Code, area, year,
            Old: move.Greatest.Old, New: move.Greatest.New));
    }

    /// <summary>How a series moved.</summary>
    private sealed record Move(SeriesRun Run, long Common, long Revised, double Size, Greatest Greatest);

    private readonly record struct Greatest(ulong Key, double Old, double New);
}
