using DivideMetrics.Sources;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>
/// The queues. Within one server Hangfire's PostgreSQL storage serves them in alphabetical order: all waiting imports of delivered files
/// come before a computation, so several new vintages lead to one computation. Network sources have a server of their own, because a
/// provider that does not answer must not hold up anything else.
/// </summary>
internal static class JobQueues
{
    /// <summary>Imports of files delivered with the product: milliseconds.</summary>
    public const string Delivered = "delivered";

    /// <summary>Computations: seconds.</summary>
    public const string Gaps = "gaps";

    /// <summary>Imports over the network: minutes.</summary>
    public const string Network = "network";

    /// <summary>The queue of a source.</summary>
    public static string Of(SourceDefinition source) => source.Starter ? Delivered : Network;

    /// <summary>
    /// True when such a job waits in the queue and nobody has taken it yet. A deleted job stays in the queue's table until a worker meets
    /// it, and does not count.
    /// </summary>
    public static bool IsWaiting(this JobStorage storage, string queue, Func<Job, bool> matches)
    {
        var monitoring = storage.GetMonitoringApi();
        var count = (int)Math.Min(monitoring.EnqueuedCount(queue), 1_000);
        return monitoring.EnqueuedJobs(queue, 0, count)
            .Any(entry => entry.Value is { Job: { } job } waiting && waiting.State == EnqueuedState.StateName && matches(job));
    }
}
