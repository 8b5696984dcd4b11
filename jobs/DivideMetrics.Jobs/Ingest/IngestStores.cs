using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>The parts that an import writes to and reads from.</summary>
/// <param name="Vintages">Writes vintages.</param>
/// <param name="Runs">Writes runs.</param>
/// <param name="Origin">Where bytes come from unless a request says otherwise.</param>
public sealed record IngestStores(VintageStore Vintages, RunStore Runs, IByteOrigin Origin);

/// <summary>Which import is wanted.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Trigger">What started it: <c>start</c>, <c>schedule</c>, <c>hand</c> or <c>repeat</c>.</param>
public sealed record IngestRequest(string Source, string Trigger)
{
    /// <summary>True for a dry run: fetch, read, compare and judge, and publish nothing.</summary>
    public bool Dry { get; init; }

    /// <summary>Collects what the run meets, for a caller that reads it afterwards; null for a sink of the run's own.</summary>
    public FindingSink? Findings { get; init; }

    /// <summary>Where the bytes come from; null for the usual place.</summary>
    public IByteOrigin? Origin { get; init; }
}
