namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Points with a value published before that still have one, in all and of each series that is. A series that lost few points never
/// holds alone: less than <see cref="LeastLost"/> say nothing.
/// </summary>
internal static class PointCoverage
{
    private const int LeastLost = 10;

    public static IEnumerable<string> Check(GateView view)
    {
        var least = view.Limits.MinCoverageShare;
        var kept = view.Series.Where(run => run.IsKept)
            .Select(run => (Run: run, Points: Valued(view.Before(run)), Still: Still(view, run))).ToList();
        var (points, still) = (kept.Sum(series => series.Points), kept.Sum(series => series.Still));
        if (points > 0 && still < least * points)
        {
            yield return FormattableString.Invariant(
                $"Only {still} of the {points} points published before ({(double)still / points:p1}) are still there, ")
                + FormattableString.Invariant($"at least {least:p1} must be.");
        }

        var thin = kept.Where(series => series.Still < least * series.Points && series.Points - series.Still >= LeastLost)
            .Select(series => FormattableString.Invariant($"{series.Run.Name} ({series.Still} of {series.Points})")).ToList();
        if (thin.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"Too few points are left of {Listing.Of(thin)}; at least {least:p1} of each series must be.");
        }
    }

    private static long Valued(SeriesSlice rows)
    {
        var valued = 0L;
        foreach (var value in rows.Values)
        {
            valued += double.IsNaN(value) ? 0 : 1;
        }

        return valued;
    }

    private static long Still(GateView view, SeriesRun run)
    {
        var still = 0L;
        for (var pairs = new SlicePairs(view.Before(run), view.Now(run)); pairs.Next();)
        {
            still++;
        }

        return still;
    }
}
