using DivideMetrics.Gaps;
using DivideMetrics.Jobs.Runs;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// Turns the published vintages into figures and measures, and publishes them whole. Equal inputs end at their fingerprint, so the job
/// may be asked for too often, killed at any point and run again.
/// </summary>
public sealed partial class ComputeGapsJob(
    Catalog catalog, ComputationInputs inputs, ComputationStores stores, RunFrame frame, ComputeRequest later, ILogger<ComputeGapsJob> logger)
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

        var (figures, gaps) = await MeasureAsync(state, cancellationToken);
        var draft = new ComputationDraft(run, state.Fingerprint, GapEngine.MethodVersion, state.Ids, figures, gaps);
        var (id, difference) = await stores.Store.PublishAsync(draft, cancellationToken);
        Published(logger, id, figures.Count, gaps.Count, difference.Created + difference.Updated + difference.Withdrawn);
    }

    private async Task<(List<Figure> Figures, List<Gap> Gaps)> MeasureAsync(InputState state, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<string, IReadOnlyList<Figure>>(StringComparer.Ordinal);
        foreach (var indicator in catalog.Indicators)
        {
            figures[indicator.Id] = await inputs.FiguresAsync(indicator, state, cancellationToken);
        }

        var gaps = new List<Gap>();
        foreach (var indicator in catalog.Indicators)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weights = indicator.Weights is { } id ? figures[id] : [];
            gaps.AddRange(GapEngine.Compute(new(indicator, figures[indicator.Id], weights, catalog.Areas)));
        }

        return (figures.Values.SelectMany(list => list).ToList(), gaps);
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

    [LoggerMessage(LogLevel.Information, "compute-gaps: computation {Computation} published, {Figures} figures and {Gaps} measures, {Changes} of them changed")]
    private static partial void Published(ILogger logger, long computation, int figures, int gaps, long changes);
}
