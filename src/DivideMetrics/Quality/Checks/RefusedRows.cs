namespace DivideMetrics.Quality.Checks;

/// <summary>Rows that were not taken: out of bounds, unknown area, a second value for a key, not a number …</summary>
internal static class RefusedRows
{
    public static IEnumerable<string> Check(GateView view)
    {
        var refused = view.Input.Findings.Errors;
        var all = view.Input.Next.Count + (long)refused;
        var (share, most) = ((double)refused / all, view.Limits.MaxRejectedShare);
        return share > most
            ? [FormattableString.Invariant(
                $"{refused} of {all} rows ({share:p1}) were refused, at most {most:p1} may be: see the findings of this run.")]
            : [];
    }
}
