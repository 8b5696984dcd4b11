namespace DivideMetrics.Storage.Runs;

/// <summary>A run wanted to end that had ended before: its connection was lost, and another program marked it as interrupted.</summary>
/// <param name="runId">Run id.</param>
public sealed class RunEndedException(long runId) : Exception(FormattableString.Invariant(
    $"Run {runId} lost its connection to the database and was marked as interrupted meanwhile. Nothing of it is published; the run is repeated."));
