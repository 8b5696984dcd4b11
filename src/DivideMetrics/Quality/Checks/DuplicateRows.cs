namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Rows whose key came before. Each such row is a Finding already; the same row twice does no harm, three times is no usual file.
/// </summary>
internal static class DuplicateRows
{
    public static IEnumerable<string> Check(GateView view)
    {
        var twice = view.Input.Findings.Counts.GetValueOrDefault(ObservationCollection.DuplicateKey);
        var all = view.Input.Next.Count + (long)twice;
        var (share, most) = ((double)twice / all, view.Limits.MaxDuplicateShare);
        return share > most
            ? [FormattableString.Invariant($"{twice} of {all} rows ({share:p1}) have a key that came before, at most {most:p1} may.")]
            : [];
    }
}
