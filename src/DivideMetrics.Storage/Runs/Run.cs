using DivideMetrics.Quality;

namespace DivideMetrics.Storage.Runs;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Ended; a vintage or computation was published.</summary>
    Published,

    /// <summary>Ended; nothing had changed.</summary>
    Unchanged,

    /// <summary>Ended with an error; the old figures stay.</summary>
    Failed,

    /// <summary>Ended; the vintage is held back.</summary>
    Quarantined,

    /// <summary>The program or the database ended while it ran; nothing was published.</summary>
    Interrupted,

    /// <summary>Ended; a dry run whose vintage would have been published.</summary>
    Trial,
}

/// <summary>A run of a job.</summary>
/// <param name="Id">Run id.</param>
/// <param name="Job"><c>ingest</c> or <c>compute-gaps</c>.</param>
/// <param name="Source">Source id of an ingest run.</param>
/// <param name="Trigger">What started it: <c>start</c>, <c>schedule</c>, <c>hand</c>, <c>repeat</c>, <c>vintage</c>.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">Start.</param>
/// <param name="FinishedAt">End; null while running.</param>
/// <param name="RowsRead">Observations or figures read.</param>
/// <param name="Difference">What changed, or would change when it was not published.</param>
/// <param name="Findings">How many findings were seen.</param>
/// <param name="Vintage">The vintage that it made.</param>
/// <param name="Message">Why it failed or was held back, or what else is to be known of it, in words.</param>
public sealed record Run(
    long Id, string Job, string? Source, string Trigger, RunStatus Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    long RowsRead, Difference Difference, long Findings, long? Vintage, string? Message)
{
    /// <summary>True for a dry run: whatever came out, nothing was published.</summary>
    public bool Dry { get; init; }

    /// <summary>How long it took; null while running.</summary>
    public TimeSpan? Duration => FinishedAt - StartedAt;
}

/// <summary>How a run ended.</summary>
/// <param name="RunId">Run id.</param>
/// <param name="Status">How it stands now.</param>
/// <param name="RowsRead">Rows read.</param>
/// <param name="Difference">What changed.</param>
/// <param name="Vintage">The vintage that it made.</param>
/// <param name="Message">Why, in words.</param>
public sealed record RunEnd(long RunId, RunStatus Status, long RowsRead, Difference Difference, long? Vintage, string? Message);

/// <summary>A finding with the run that met it.</summary>
/// <param name="RunId">Run id.</param>
/// <param name="Source">Source id.</param>
/// <param name="Finding">The finding.</param>
public sealed record RunFinding(long RunId, string? Source, Finding Finding);
