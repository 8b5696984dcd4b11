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

    private static string NoteOf(ServedSeries gone) => FormattableString.Invariant(
        $"The provider served {gone.Points} points of this series (SEX {Observations.SexCodes.Code(gone.Series.Sex)}) before and sends none now. They stay as they are.");

    private string? Empty(StagedState staged) =>
        staged.Rows == 0 ? FormattableString.Invariant($"Held back: no row could be read ({findings.Errors} were refused). See the findings of this run.") : null;

    private string? TooManyRefused(StagedState staged)
    {
        var share = (double)findings.Errors / (staged.Rows + findings.Errors);
        return share > source.Limits.MaxRejectedShare
            ? FormattableString.Invariant(
                $"Held back: {findings.Errors} of {staged.Rows + findings.Errors} rows ({share:p1}) were refused, at most {source.Limits.MaxRejectedShare:p1} may be. See the findings of this run.")
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
