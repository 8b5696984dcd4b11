using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Decides whether a vintage is published or held back for a person to look at.</summary>
internal sealed class IngestGate(SourceDefinition source, FindingSink findings)
{
    /// <summary>Why the vintage is held back; null when it may be published. Adds a Finding for every series that is gone.</summary>
    public string? Judge(StagedState staged)
    {
        var declared = source.Series.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
        var served = staged.Served.Where(series => declared.Contains(series.Series.Code)).ToList();
        foreach (var gone in served.Where(series => series.Gone))
        {
            findings.Add(new("series-gone", Severity.Warning, NoteOf(gone), gone.Series.Code));
        }

        return Empty(staged) ?? TooManyRefused(staged) ?? CoverageShrank(served);
    }

    private static string NoteOf(ServedSeries gone) =>
        FormattableString.Invariant($"The provider served {gone.Points} points of this series (SEX {gone.Series.Sex.Code()}) before and sends none now. ")
        + "They stay as they are.";

    private string? Empty(StagedState staged) => staged.Rows == 0
        ? FormattableString.Invariant($"Held back: no row could be read ({findings.Errors} were refused). See the findings of this run.")
        : null;

    private string? TooManyRefused(StagedState staged)
    {
        var all = staged.Rows + findings.Errors;
        var share = (double)findings.Errors / all;
        var most = source.Limits.MaxRejectedShare;
        return share > most
            ? FormattableString.Invariant($"Held back: {findings.Errors} of {all} rows ({share:p1}) were refused, at most {most:p1} may be. ")
                + "See the findings of this run."
            : null;
    }

    private string? CoverageShrank(IReadOnlyList<ServedSeries> served)
    {
        var points = served.Sum(series => series.Points);
        var kept = served.Sum(series => series.Kept);
        return kept < source.Limits.MinCoverageShare * points
            ? FormattableString.Invariant(
                $"Held back: only {kept} of the {points} points published before are still there, at least {source.Limits.MinCoverageShare:p0} must be.")
            : null;
    }
}
