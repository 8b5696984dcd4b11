using DivideMetrics.Jobs.Retention;
using DivideMetrics.Seeds;
using Hangfire;
using Hangfire.Storage;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>The recurring jobs, as the seeds declare them.</summary>
public sealed class JobSchedule(JobStorage storage, Catalog catalog)
{
    private const string Prefix = "ingest:";

    /// <summary>Every day at 03:10 UTC.</summary>
    private const string Nightly = "10 3 * * *";

    /// <summary>
    /// Registers <c>ingest:{source}</c> for every source with a schedule (cron, UTC) and removes those that no longer have one, and the
    /// nightly sweep of the snapshots. A program that was stopped when a job was due runs it once after the start.
    /// </summary>
    public void Register()
    {
        var manager = new RecurringJobManager(storage);
        var options = new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed };
        manager.AddOrUpdate(RetentionJob.Name, RetentionJob.Job("schedule"), Nightly, options);
        var wanted = catalog.Sources.Where(source => source.Schedule is not null).ToDictionary(source => Prefix + source.Id, StringComparer.Ordinal);
        foreach (var (id, source) in wanted)
        {
            manager.AddOrUpdate(id, IngestScheduler.JobOf(source, "schedule"), source.Schedule, options);
        }

        foreach (var id in Known().Where(id => id.StartsWith(Prefix, StringComparison.Ordinal) && !wanted.ContainsKey(id)))
        {
            manager.RemoveIfExists(id);
        }
    }

    private List<string> Known()
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs().Select(job => job.Id).ToList();
    }
}
