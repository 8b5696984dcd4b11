using System.Diagnostics;
using DivideMetrics.Gaps;
using DivideMetrics.Jobs.Runs;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// Turns the published vintages into figures and measures, and publishes them whole. Equal inputs end at their fingerprint, those of all
/// or those of an indicator, so the job may be asked for too often, killed at any point and run again.
/// </summary>
public sealed partial class ComputeGapsJob(
    Catalog catalog,
    ComputationInputs inputs,
    IndicatorComputer computer,
    ComputationStores stores,
    RunFrame frame,
    ComputeRequest later,
    ILogger<ComputeGapsJob> logger)
{
    /// <summary>Name of the job in the run table.</summary>
    public const string Name = "compute-gaps";

    /// <summary>Runs the job. It waits for one that is at work, because that one may have read its inputs too early.</summary>
    /// <param name="trigger">What started it: <c>start</c>, <c>vintage</c> or <c>hand</c>.</param>
    /// <param name="cancellationToken">Cancelled when the program stops.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 900, 7_200], LogEvents = false)]
    public async Task RunAsync(string trigger, CancellationToken cancellationToken)
    {
        if (await IsTooEarlyAsync(cancellationToken))
        {
            later.Postpone(trigger);
            return;
        }

        await frame.RunAsync(new(Name, null, trigger, Timeout.InfiniteTimeSpan), run => ComputeAsync(run.Id, cancellationToken), cancellationToken);
    }

    /// <summary>The first published state is a whole one: every delivered source had its turn.</summary>
    private async Task<bool> IsTooEarlyAsync(CancellationToken cancellationToken)
    {
        if (await stores.Queries.LatestAsync(null, cancellationToken) is not null)
        {
            return false;
        }

        var progress = await stores.FirstImport.ProgressAsync(cancellationToken);
        if (!progress.IsComplete)
        {
            Waiting(logger, progress.Finished, progress.Of);
        }

        return !progress.IsComplete;
    }

    private async Task ComputeAsync(long run, CancellationToken cancellationToken)
    {
        var state = await inputs.AtAsync(ReadAt.Now, cancellationToken);
        if (state.Vintages.Count == 0)
        {
            await EndUnchangedAsync(run, "No vintage has been published yet: there is nothing to compute from.", cancellationToken);
            return;
        }

        var latest = await stores.Queries.LatestAsync(null, cancellationToken);
        if (latest?.Inputs == state.Fingerprint)
        {
            await EndUnchangedAsync(run, null, cancellationToken);
            return;
        }

        var watch = Stopwatch.StartNew();
        var plan = await PlanAsync(run, state, latest, cancellationToken);
        var (computation, difference) = await stores.Store.PublishAsync(
            plan.Draft, computer.ComputeAsync(plan, cancellationToken), cancellationToken);
        Published(
            logger, computation.Id, plan.Changed.Count, catalog.Indicators.Count, computation.Figures, computation.Gaps,
            difference.Created + difference.Updated + difference.Withdrawn, watch.Elapsed.TotalSeconds);
    }

    private async Task<ComputationPlan> PlanAsync(
        long run, InputState state, Computation? latest, CancellationToken cancellationToken)
    {
        var fingerprints = await inputs.FingerprintsAsync(state, cancellationToken);
        var parts = catalog.Indicators.Select(fingerprints.PartOf).ToList();
        var published = latest is null
            ? new Dictionary<string, ComputationPart>()
            : await stores.Queries.PartsAsync(latest.Id, cancellationToken);
        var changed = catalog.Indicators.Zip(parts)
            .Where(pair => published.GetValueOrDefault(pair.First.Id)?.Inputs != pair.Second.Inputs)
            .Select(pair => pair.First).ToList();
        return new(state, new(run, state.Fingerprint, GapEngine.MethodVersion, state.Ids, parts), changed, latest);
    }

    private async Task EndUnchangedAsync(long run, string? message, CancellationToken cancellationToken)
    {
        await stores.Runs.FinishAsync(new(run, RunStatus.Unchanged, 0, Difference.None, null, message), cancellationToken);
        Unchanged(logger, message ?? "the inputs are those of the newest computation");
    }

    [LoggerMessage(LogLevel.Information, "compute-gaps: waits for the first import, {Finished} of {Of} sources are through")]
    private static partial void Waiting(ILogger logger, int finished, int of);

    [LoggerMessage(LogLevel.Information, "compute-gaps: unchanged, {Reason}")]
    private static partial void Unchanged(ILogger logger, string reason);

    [LoggerMessage(
        LogLevel.Information,
        "compute-gaps: computation {Computation} published: {Computed} of {Indicators} indicators computed, {Figures} figures and {Gaps} measures, {Changes} series changed, {Seconds:0.0} s")]
    private static partial void Published(
        ILogger logger, long computation, int computed, int indicators, long figures, long gaps, long changes, double seconds);
}
