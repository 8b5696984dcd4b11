using DivideMetrics.Jobs.Runs;
using DivideMetrics.Jobs.Scheduling;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Retention;

/// <summary>
/// Removes the bytes of failed fetches and dry runs from this node's snapshots once they are old; never what a vintage needs.
/// </summary>
public sealed partial class RetentionJob(SnapshotRetention retention, RunStore runs, RunFrame frame, ILogger<RetentionJob> logger)
{
    /// <summary>Name of the job in the run table and in the schedule.</summary>
    public const string Name = "prune-snapshots";

    /// <summary>Runs the job. One that is at work already is enough.</summary>
    /// <param name="trigger">What started it: <c>schedule</c> or <c>hand</c>.</param>
    /// <param name="cancellationToken">Cancelled when the program stops.</param>
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    public Task RunAsync(string trigger, CancellationToken cancellationToken) =>
        frame.RunAsync(new(Name, null, trigger, TimeSpan.Zero), run => SweepAsync(run.Id, cancellationToken), cancellationToken);

    /// <summary>The job as Hangfire keeps it.</summary>
    internal static Hangfire.Common.Job Job(string trigger) =>
        Hangfire.Common.Job.FromExpression<RetentionJob>(job => job.RunAsync(trigger, CancellationToken.None), JobQueues.Delivered);

    private async Task SweepAsync(long run, CancellationToken cancellationToken)
    {
        var report = await retention.SweepAsync(SnapshotRetention.Usual, dry: false, cancellationToken);
        foreach (var file in report.Files)
        {
            Removed(logger, file);
        }

        var message = FormattableString.Invariant(
            $"{report.Files.Count} files with {report.Bytes} bytes were removed: no vintage names them, and they are older than ")
            + FormattableString.Invariant($"{SnapshotRetention.Usual.TotalDays} days. {report.Kept} stay.");
        await runs.FinishAsync(new(run, RunStatus.Unchanged, 0, Difference.None, null, message), cancellationToken);
        Swept(logger, message);
    }

    [LoggerMessage(LogLevel.Information, "prune-snapshots: removed {File}")]
    private static partial void Removed(ILogger logger, string file);

    [LoggerMessage(LogLevel.Information, "prune-snapshots: {Message}")]
    private static partial void Swept(ILogger logger, string message);
}
