using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>Two states of a source, read from files and compared.</summary>
/// <param name="Difference">From the older to the newer.</param>
/// <param name="OldFindings">What was met in the older files.</param>
/// <param name="NewFindings">What was met in the newer files.</param>
internal sealed record FileComparison(VintageDiff Difference, FindingSink OldFindings, FindingSink NewFindings)
{
    /// <summary>Reads and compares.</summary>
    /// <exception cref="SourceException">A file is damaged.</exception>
    public static FileComparison Of(
        Retrieval retrieval, SourceDefinition source, (IReadOnlyList<RawFile> Old, IReadOnlyList<RawFile> Now) files,
        CancellationToken cancellationToken)
    {
        var keys = new ObservationKeys();
        var (oldFindings, newFindings) = (new FindingSink(), new FindingSink());
        var old = retrieval.Read(new(source, files.Old, oldFindings), keys, cancellationToken);
        var now = retrieval.Read(new(source, files.Now, newFindings), keys, cancellationToken);
        return new(VintageDiff.Compare(old, now, Tolerance.Of(source)), oldFindings, newFindings);
    }
}
