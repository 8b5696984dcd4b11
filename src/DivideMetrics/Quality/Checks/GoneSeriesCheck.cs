namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Series of which nothing comes any more: a Finding <c>series-gone</c> each. Their points stay as they are, so one of them holds
/// nothing; most of them at once do.
/// </summary>
internal static class GoneSeriesCheck
{
    public static IEnumerable<string> Check(GateView view)
    {
        var gone = view.Series.Where(run => run.IsGone).ToList();
        foreach (var run in gone)
        {
            view.Input.Findings.Add(new("series-gone", Severity.Warning, NoteOf(run), run.Key.Code));
        }

        var before = gone.Count + view.Series.Count(run => run.IsKept);
        var (share, most) = (before == 0 ? 0 : (double)gone.Count / before, view.Limits.MaxGoneShare);
        return share > most
            ? [FormattableString.Invariant(
                $"Nothing comes any more of {gone.Count} of {before} series ({share:p1}), at most {most:p1} may be gone.")]
            : [];
    }

    private static string NoteOf(SeriesRun run)
    {
        var points = run.Before.End.Value - run.Before.Start.Value;
        return FormattableString.Invariant(
            $"The provider served {points} points of {run.Name} before and sends none now. They stay as they are.");
    }
}
