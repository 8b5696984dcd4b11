using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>What a worker does before it takes its first job.</summary>
public sealed partial class StartUp(
    Catalog catalog, RunHistory history, JobSchedule schedule, IngestScheduler ingest, ComputeRequest compute, ILogger<StartUp> logger)
{
    /// <summary>
    /// Marks the runs that a crash interrupted and asks for them again; asks for every delivered source (unchanged ones end at their
    /// checksum), for network sources that never ran, and for a computation (equal inputs end at their fingerprint); registers the
    /// schedule. Delivered sources come first. May be repeated.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        history.Snapshots.DeletePartials(history.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        var interrupted = await history.Runs.MarkInterruptedAsync(cancellationToken);
        foreach (var run in interrupted)
        {
            Interrupted(logger, RunLock.NameOf(run.Job, run.Source), run.Id);
        }

        var repeat = interrupted.Where(run => run.Job == IngestJob.Name).Select(run => run.Source).ToHashSet(StringComparer.Ordinal);
        var ran = (await history.Queries.LatestBySourceAsync(cancellationToken)).Select(run => run.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var source in catalog.Sources.OrderByDescending(source => source.Starter))
        {
            var isNew = source.Schedule is not null && !ran.Contains(source.Id);
            if (repeat.Contains(source.Id) || source.Starter || isNew)
            {
                await ingest.EnqueueAsync(source.Id, repeat.Contains(source.Id) ? "repeat" : "start", cancellationToken);
            }
        }

        compute.Enqueue("start");
        schedule.Register();
    }

    [LoggerMessage(LogLevel.Warning, "{Name}: run {Run} was interrupted by the end of the program or of its database; it is repeated now")]
    private static partial void Interrupted(ILogger logger, string name, long run);
}

/// <summary>What earlier programs left.</summary>
/// <param name="Runs">Marks runs.</param>
/// <param name="Queries">Reads runs.</param>
/// <param name="Snapshots">Kept bytes.</param>
/// <param name="Clock">Now.</param>
public sealed record RunHistory(RunStore Runs, RunQueries Queries, SnapshotStore Snapshots, TimeProvider Clock);
