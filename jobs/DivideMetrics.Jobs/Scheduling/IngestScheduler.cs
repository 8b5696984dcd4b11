using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>Puts imports into the queue.</summary>
public sealed class IngestScheduler(JobStorage storage, Catalog catalog)
{
    private readonly BackgroundJobClient _client = new(storage);

    /// <summary>Puts an import into the queue, unless one of this source waits there already. Does not block the caller's thread.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="trigger">What asks for it: <c>start</c>, <c>schedule</c>, <c>hand</c> or <c>repeat</c>.</param>
    /// <param name="cancellationToken">Cancels before it is put there.</param>
    /// <returns>False when one was waiting.</returns>
    /// <exception cref="ArgumentException">The catalog does not declare the source.</exception>
    public Task<bool> EnqueueAsync(string source, string trigger = "hand", CancellationToken cancellationToken = default)
    {
        var declared = catalog.FindSource(source)
            ?? throw new ArgumentException($"Expected a source of seeds/sources, found '{source}'.", nameof(source));
        return Task.Run(() => Enqueue(declared, JobOf(declared, trigger)), cancellationToken);
    }

    /// <summary>Puts a dry run into the queue, unless one of this source waits there already.</summary>
    /// <returns>False when one was waiting.</returns>
    /// <exception cref="ArgumentException">The catalog does not declare the source.</exception>
    public Task<bool> EnqueueDryAsync(string source, CancellationToken cancellationToken = default)
    {
        var declared = catalog.FindSource(source)
            ?? throw new ArgumentException($"Expected a source of seeds/sources, found '{source}'.", nameof(source));
        var job = Job.FromExpression<IngestJob>(job => job.DryRunAsync(source, "hand", CancellationToken.None), JobQueues.Of(declared));
        return Task.Run(() => Enqueue(declared, job), cancellationToken);
    }

    /// <summary>The job of a source.</summary>
    internal static Job JobOf(SourceDefinition source, string trigger)
    {
        var id = source.Id;
        return Job.FromExpression<IngestJob>(job => job.RunAsync(id, trigger, CancellationToken.None), JobQueues.Of(source));
    }

    private bool Enqueue(SourceDefinition source, Job wanted)
    {
        var queue = JobQueues.Of(source);
        if (storage.IsWaiting(queue, job => job.Method == wanted.Method && Equals(job.Args[0], source.Id)))
        {
            return false;
        }

        _client.Create(wanted, new EnqueuedState(queue));
        return true;
    }
}
