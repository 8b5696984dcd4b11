using DivideMetrics.Jobs.Scheduling;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace DivideMetrics.Jobs.Computing;

/// <summary>Asks for a computation.</summary>
public sealed class ComputeRequest(JobStorage storage)
{
    /// <summary>How long a computation that came too early waits.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly BackgroundJobClient _client = new(storage);

    /// <summary>Puts a computation into the queue, unless one waits there already: that one will see the newest vintages too.</summary>
    /// <returns>False when one was waiting.</returns>
    public bool Enqueue(string trigger)
    {
        if (storage.IsWaiting(JobQueues.Gaps, job => job.Type == typeof(ComputeGapsJob)))
        {
            return false;
        }

        _client.Create(JobOf(trigger), new EnqueuedState(JobQueues.Gaps));
        return true;
    }

    /// <summary>Asks for it again in a few seconds.</summary>
    internal void Postpone(string trigger) => _client.Create(JobOf(trigger), new ScheduledState(Pause));

    private static Job JobOf(string trigger) => Job.FromExpression<ComputeGapsJob>(job => job.RunAsync(trigger, CancellationToken.None), JobQueues.Gaps);
}
