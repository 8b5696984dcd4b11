using DivideMetrics.Jobs.Computing;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>What a worker does before it takes its first job.</summary>
public sealed class StartUp(Catalog catalog, RunHistory history, Recovery recovery, JobSchedule schedule, IngestScheduler ingest, ComputeRequest compute)
{
    /// <summary>
    /// Marks the runs that a crash interrupted and asks for them again; asks for every delivered source (unchanged ones end at their
    /// checksum), for network sources that never ran, and for a computation (equal inputs end at their fingerprint); registers the
    /// schedule. Delivered sources come first. May be repeated.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        history.Snapshots.DeletePartials(history.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        await recovery.RunAsync(cancellationToken);
        var ran = (await history.Queries.LatestBySourceAsync(cancellationToken)).Select(run => run.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var source in catalog.Sources.OrderByDescending(source => source.Starter))
        {
            var isNew = source.Schedule is not null && !ran.Contains(source.Id);
            if (source.Starter || isNew)
            {
                await ingest.EnqueueAsync(source.Id, "start", cancellationToken);
            }
        }

        compute.Enqueue("start");
        schedule.Register();
    }
}

/// <summary>What earlier programs left.</summary>
/// <param name="Runs">Marks runs.</param>
/// <param name="Queries">Reads runs.</param>
/// <param name="Snapshots">Kept bytes.</param>
/// <param name="Clock">Now.</param>
public sealed record RunHistory(RunStore Runs, RunQueries Queries, SnapshotStore Snapshots, TimeProvider Clock);
