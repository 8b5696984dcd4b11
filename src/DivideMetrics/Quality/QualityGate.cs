using DivideMetrics.Observations;
using DivideMetrics.Revisions;

namespace DivideMetrics.Quality;

/// <summary>Decides whether a vintage is published or held back for a person to look at.</summary>
public static class QualityGate
{
    /// <summary>Judges a vintage; adds what it meets to the findings.</summary>
    public static GateVerdict Judge(GateInput input)
    {
        foreach (var gone in Declared(input))
        {
            input.Findings.Add(new("series-gone", Severity.Warning, NoteOf(gone), gone.Series.Code));
        }

        var reason = Empty(input) ?? TooManyRefused(input) ?? CoverageShrank(input);
        return reason is null ? GateVerdict.Pass : new([reason]);
    }

    /// <summary>A series that left the seeds is no series that the provider lost.</summary>
    private static IEnumerable<GoneSeries> Declared(GateInput input)
    {
        var declared = input.Source.Series.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
        return input.Difference.Gone.Where(gone => declared.Contains(gone.Series.Code));
    }

    private static string NoteOf(GoneSeries gone) =>
        FormattableString.Invariant($"The provider served {gone.Points} points of this series (SEX {gone.Series.Sex.Code()}) before and sends none now. ")
        + "They stay as they are.";

    private static string? Empty(GateInput input) => input.Next.Count == 0
        ? FormattableString.Invariant($"Held back: no row could be read ({input.Findings.Errors} were refused). See the findings of this run.")
        : null;

    private static string? TooManyRefused(GateInput input)
    {
        var all = input.Next.Count + input.Findings.Errors;
        var share = (double)input.Findings.Errors / all;
        var most = input.Source.Limits.MaxRejectedShare;
        return share > most
            ? FormattableString.Invariant($"Held back: {input.Findings.Errors} of {all} rows ({share:p1}) were refused, at most {most:p1} may be. ")
                + "See the findings of this run."
            : null;
    }

    private static string? CoverageShrank(GateInput input)
    {
        var gone = Declared(input).Sum(series => (long)series.Points);
        var kept = input.Difference.Counts.Common;
        var points = kept + input.Difference.Counts.Withdrawn + gone;
        var share = points == 0 ? 1 : (double)kept / points;
        var least = input.Source.Limits.MinCoverageShare;
        return share < least
            ? FormattableString.Invariant($"Held back: {kept} of {points} points published before ({share:p1}) are still there, at least {least:p1} must be.")
            : null;
    }
}
