using DivideMetrics.Revisions;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// New and revised points that do not follow from the one before them: an <see cref="OutlierScore"/> of at least the source's is a
/// Finding <c>outlier</c>, unless rounding alone may explain the step. Of a spike only the point itself is told, not the way back. Too
/// many among the new and revised points hold the vintage, unless it is the first.
/// </summary>
internal static class Outliers
{
    private const int LeastPoints = 20;

    public static IEnumerable<string> Check(GateView view)
    {
        var counts = view.LookAtEach(run => News(view, run) is > 0 and var news ? Judge(view, run, news) : ([], default));
        var (news, outliers) = (counts.Sum(count => count.News), counts.Sum(count => count.Outliers));
        var most = view.Limits.MaxOutlierShare;
        return !view.IsFirst && news >= LeastPoints && outliers > most * news
            ? [FormattableString.Invariant($"{outliers} of {news} new and revised points ({(double)outliers / news:p1}) ")
                + "are outliers of their series, "
                + FormattableString.Invariant($"at most {most:p1} may be.")]
            : [];
    }

    /// <summary>How many points are new or revised.</summary>
    private static long News(GateView view, SeriesRun run)
    {
        var now = view.Now(run);
        var tolerance = Tolerance.Of(run.Declared);
        var news = 0L;
        foreach (var value in now.Values)
        {
            news += double.IsNaN(value) ? 0 : 1;
        }

        for (var pairs = new SlicePairs(view.Before(run), now); pairs.Next();)
        {
            news -= tolerance.IsExceeded(pairs.Old, pairs.New) ? 0 : 1;
        }

        return news;
    }

    private static (IReadOnlyList<Finding> Findings, (long News, long Outliers) Counts) Judge(GateView view, SeriesRun run, long news)
    {
        var rows = view.Now(run);
        var scores = OutlierScore.Of(rows, run.Declared);
        var (limit, rounding) = (view.Input.Source.Checks.OutlierScore, Tolerance.Rounding(run.Declared));
        var (outliers, last, isSpike) = (new List<Finding>(), -1, false);
        for (var index = 0; index < scores.Length; index++)
        {
            if (double.IsNaN(rows.Values[index]))
            {
                continue;
            }

            var isFar = Math.Abs(scores[index]) >= limit && rounding.IsExceeded(rows.Values[last], rows.Values[index]);
            var isWayBack = isSpike && scores[last] * scores[index] < 0;
            isSpike = isFar && !isWayBack;
            if (isSpike && IsNews(view, run, index, out var old))
            {
                outliers.Add(view.Warning("outlier", run, rows.Keys[index], (old, rows.Values[index], NoteOf(rows, (last, index), scores[index]))));
            }

            last = index;
        }

        return (outliers, (news, outliers.Count));
    }

    private static bool IsNews(GateView view, SeriesRun run, int index, out double? old)
    {
        var before = view.Before(run);
        var now = view.Now(run);
        var found = before.Find(now.PlaceAt(index));
        old = found >= 0 && !double.IsNaN(before.Values[found]) ? before.Values[found] : null;
        return old is null || Tolerance.Of(run.Declared).IsExceeded(old.Value, now.Values[index]);
    }

    private static string NoteOf(SeriesSlice rows, (int Before, int At) index, double score) =>
        FormattableString.Invariant($"From {rows.Values[index.Before]} in {rows.YearAt(index.Before)} to {rows.Values[index.At]}: ")
        + FormattableString.Invariant($"a step of score {score:0.0} among the steps of its series.");
}
