using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DivideMetrics.Jobs.Runs;

/// <summary>Which run is wanted.</summary>
/// <param name="Job"><c>ingest</c> or <c>compute-gaps</c>.</param>
/// <param name="Source">Source id of an ingest run.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Patience">How long to wait for another run of the same job and source.</param>
public sealed record RunRequest(string Job, string? Source, string Trigger, TimeSpan Patience)
{
    /// <summary>True for a dry run.</summary>
    public bool Dry { get; init; }

    /// <summary>Collects what the run meets; null for a sink of its own.</summary>
    public FindingSink? Findings { get; init; }

    /// <summary>Name of the lock, also for log lines.</summary>
    public string Name => RunLock.NameOf(Job, Source);
}

/// <summary>A run at work.</summary>
/// <param name="Id">Run id.</param>
/// <param name="Findings">Collects what the run meets; stored with what it publishes, or with its failure.</param>
public sealed record OpenRun(long Id, FindingSink Findings);

/// <summary>
/// What every run has in common: one at a time, a row in the run table from start to end, and an end for every way in which the work
/// may end. The one place where a <see cref="SourceException"/> is caught.
/// </summary>
public sealed partial class RunFrame(NpgsqlDataSource database, RunStore runs, ILogger<RunFrame> logger)
{
    /// <summary>Does the work under the lock, with a run row. The work writes the end of its run when it succeeds.</summary>
    /// <param name="request">Which run.</param>
    /// <param name="work">Gets the run.</param>
    /// <param name="cancellationToken">The program stops: the run ends as interrupted.</param>
    /// <returns>False when another run held the lock: nothing was done.</returns>
    public async Task<bool> RunAsync(RunRequest request, Func<OpenRun, Task> work, CancellationToken cancellationToken)
    {
        await using var held = await RunLock.TakeAsync(database, request.Name, request.Patience, cancellationToken);
        if (held is null)
        {
            AtWorkElsewhere(logger, request.Name);
            return false;
        }

        await runs.MarkEarlierAsync(request.Job, request.Source, cancellationToken);
        var run = new OpenRun(await runs.StartAsync(request.Job, request.Source, request.Trigger, request.Dry, cancellationToken), request.Findings ?? new());
        await WorkAsync(run, request.Name, work, cancellationToken);
        return true;
    }

    private async Task WorkAsync(OpenRun run, string name, Func<OpenRun, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(run);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Stopped(logger, name);
            await EndAsync(run, RunStatus.Interrupted, "The program was stopped while this run was at work. Nothing of it was published; the run is repeated.");
            throw;
        }
        catch (SourceException failure)
        {
            SourceFailed(logger, name, failure.Message);
            await EndAsync(run, RunStatus.Failed, failure.Message);
            throw;
        }
        catch (NpgsqlException lost) when (IsConnectionLost(lost))
        {
            // The run stays as it is: whoever sweeps next finds its lock free, marks it as interrupted and repeats it.
            DatabaseLost(logger, name, lost.Message);
            throw;
        }
        catch (Exception failure) when (failure is not RunEndedException)
        {
            Failed(logger, failure, name);
            await EndAsync(run, RunStatus.Failed, DiskFull.OfDatabase(failure) ?? failure.Message);
            throw;
        }
    }

    /// <summary>
    /// The server was stopped or killed, or the way to it is cut (class 08, 57P01 to 57P05, no answer); a command that took too long is not meant.
    /// </summary>
    private static bool IsConnectionLost(NpgsqlException failure) => failure is PostgresException refused
        ? refused.SqlState.StartsWith("08", StringComparison.Ordinal) || refused.SqlState.StartsWith("57P0", StringComparison.Ordinal)
        : failure.InnerException is not TimeoutException;

    /// <summary>Best effort: where the database itself is gone, the next sweep marks the run.</summary>
    private async Task EndAsync(OpenRun run, RunStatus status, string message)
    {
        try
        {
            await runs.FinishAsync(new(run.Id, status, 0, Difference.None, null, message), CancellationToken.None);
            await runs.AddFindingsAsync(run.Id, run.Findings, CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or RunEndedException)
        {
            EndNotWritten(logger, run.Id, gone.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Name}: another run is at work; nothing to do")]
    private static partial void AtWorkElsewhere(ILogger logger, string name);

    [LoggerMessage(LogLevel.Information, "{Name}: stopped with the program, to be repeated at the next start")]
    private static partial void Stopped(ILogger logger, string name);

    [LoggerMessage(LogLevel.Warning, "{Name}: failed, the figures published before stay. {Reason}")]
    private static partial void SourceFailed(ILogger logger, string name, string reason);

    [LoggerMessage(LogLevel.Error, "{Name}: failed, the figures published before stay")]
    private static partial void Failed(ILogger logger, Exception failure, string name);

    [LoggerMessage(
        LogLevel.Warning, "{Name}: the database went away ({Reason}); nothing of this run is published, and it is repeated when the database answers")]
    private static partial void DatabaseLost(ILogger logger, string name, string reason);

    [LoggerMessage(LogLevel.Warning, "Run {Run}: its end could not be written ({Reason}); it is marked as interrupted and repeated")]
    private static partial void EndNotWritten(ILogger logger, long run, string reason);
}
