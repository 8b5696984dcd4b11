using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Runs;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>
/// Brings one source: fetch, compare, read, judge, publish. Unchanged bytes end at the checksum. Everything that readers see changes in
/// one transaction, so the job may be killed at any point and run again.
/// </summary>
public sealed partial class IngestJob(
    Catalog catalog, Retrieval retrieval, VintagePreparation preparation, IngestStores stores, RunFrame frame, ComputeRequest compute, ILogger<IngestJob> logger)
{
    /// <summary>Name of the job in the run table.</summary>
    public const string Name = "ingest";

    /// <summary>A sweep at another node's start holds the lock for a moment; a real run holds it longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the job; it fails when the run fails, and is then tried again after 15 minutes, 2 hours and 12 hours.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="trigger">What started it: <c>start</c>, <c>schedule</c>, <c>hand</c> or <c>repeat</c>.</param>
    /// <param name="cancellationToken">Cancelled when the program stops.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [900, 7_200, 43_200], LogEvents = false)]
    public Task RunAsync(string source, string trigger, CancellationToken cancellationToken) => RunAsync(new(source, trigger), cancellationToken);

    /// <summary>A dry run: everything but the publication. It is not tried again.</summary>
    /// <param name="source">Source id.</param>
    /// <param name="trigger">What started it.</param>
    /// <param name="cancellationToken">Cancelled when the program stops.</param>
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    public Task DryRunAsync(string source, string trigger, CancellationToken cancellationToken) =>
        RunAsync(new(source, trigger) { Dry = true }, cancellationToken);

    /// <summary>Runs the job as asked.</summary>
    /// <returns>The run's id; null when the source is not declared or another run of it is at work: nothing was done.</returns>
    public async Task<long?> RunAsync(IngestRequest request, CancellationToken cancellationToken)
    {
        if (catalog.FindSource(request.Source) is not { } declared)
        {
            NotDeclared(logger, request.Source);
            return null;
        }

        var (id, published) = ((long?)null, false);
        await frame.RunAsync(
            new(Name, request.Source, request.Trigger, Patience) { Dry = request.Dry, Findings = request.Findings },
            async run =>
            {
                id = run.Id;
                var retrieved = await retrieval.FetchAsync(declared, request.Origin ?? stores.Origin, cancellationToken);
                published = await IngestAsync(VintagePreparation.DraftOf(run.Id, retrieved, run.Findings, request.Dry), cancellationToken);
            },
            cancellationToken);
        if (published)
        {
            compute.Enqueue("vintage");
        }

        return id;
    }

    private async Task<bool> IngestAsync(VintageDraft draft, CancellationToken cancellationToken)
    {
        var place = await preparation.PlaceAsync(draft, cancellationToken);
        if (await preparation.KnownAsync(draft, place, cancellationToken) is { } known)
        {
            await EndUnchangedAsync(draft, known, cancellationToken);

            // asked for again: the request of the run that published it may have been lost with the database
            return known.IsPublished && !draft.Dry;
        }

        var vintage = await stores.Vintages.SaveAsync(await preparation.PrepareAsync(draft, place, cancellationToken), cancellationToken);
        GiveBack(vintage.Observations);
        Report(vintage, draft.Findings);
        return vintage.IsPublished;
    }

    /// <summary>
    /// The tables of a large source live long enough to be taken for lasting: without this, those of the next import come on top of them.
    /// Their memory goes back to the machine.
    /// </summary>
    private static void GiveBack(long rows)
    {
        if (rows > 500_000)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private async Task EndUnchangedAsync(VintageDraft draft, Vintage known, CancellationToken cancellationToken)
    {
        await stores.Vintages.ConfirmAsync(known.Id, cancellationToken);
        await stores.Runs.AddFindingsAsync(draft.RunId, draft.Findings, cancellationToken);
        await stores.Runs.FinishAsync(new(draft.RunId, RunStatus.Unchanged, 0, Difference.None, known.Id, MessageOf(draft, known)), cancellationToken);
        Unchanged(logger, known.Source, known.Id, known.Status);
    }

    private static string? MessageOf(VintageDraft draft, Vintage known) => (known.IsPublished, draft.Dry) switch
    {
        (false, _) => FormattableString.Invariant($"The provider still serves the bytes of vintage {known.Id}, which is quarantined; it stays so."),
        (true, true) => FormattableString.Invariant($"The bytes are those of vintage {known.Id}, which is published: importing them would change nothing."),
        _ => null,
    };

    private void Report(Vintage vintage, FindingSink findings)
    {
        var (created, updated, withdrawn) = vintage.Difference;
        var seen = findings.Counts.Values.Sum();
        if (vintage.IsPublished)
        {
            Published(logger, vintage.Source, vintage.Id, vintage.Observations, created, updated, withdrawn, seen);
        }
        else if (vintage.Status == "trial")
        {
            Tried(logger, vintage.Source, vintage.Id, vintage.Observations, created, updated, withdrawn, seen);
        }
        else
        {
            Quarantined(logger, vintage.Source, vintage.Id, seen);
        }
    }

    [LoggerMessage(LogLevel.Warning, "ingest:{Source}: no such source is declared in seeds/sources; nothing to do")]
    private static partial void NotDeclared(ILogger logger, string source);

    [LoggerMessage(LogLevel.Information, "ingest:{Source}: unchanged since vintage {Vintage} ({Status})")]
    private static partial void Unchanged(ILogger logger, string source, long vintage, string status);

    [LoggerMessage(
        LogLevel.Information,
        "ingest:{Source}: vintage {Vintage} published, {Rows} rows: {Created} new, {Updated} changed, {Withdrawn} withdrawn, {Findings} findings")]
    private static partial void Published(
        ILogger logger, string source, long vintage, long rows, long created, long updated, long withdrawn, int findings);

    [LoggerMessage(
        LogLevel.Information,
        "ingest:{Source}: dry run, kept as vintage {Vintage}, {Rows} rows: {Created} new, {Updated} changed, {Withdrawn} withdrawn, {Findings} findings; nothing is published")]
    private static partial void Tried(
        ILogger logger, string source, long vintage, long rows, long created, long updated, long withdrawn, int findings);

    [LoggerMessage(LogLevel.Warning, "ingest:{Source}: vintage {Vintage} is quarantined with {Findings} findings; the figures published before stay")]
    private static partial void Quarantined(ILogger logger, string source, long vintage, int findings);
}
