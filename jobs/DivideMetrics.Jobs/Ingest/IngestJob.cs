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
    Catalog catalog, Retrieval retrieval, IngestStores stores, RunFrame frame, ComputeRequest compute, ILogger<IngestJob> logger)
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
    public async Task RunAsync(string source, string trigger, CancellationToken cancellationToken)
    {
        if (catalog.FindSource(source) is not { } declared)
        {
            NotDeclared(logger, source);
            return;
        }

        var published = false;
        await frame.RunAsync(
            new(Name, source, trigger, Patience),
            async run => published = await IngestAsync(run, await retrieval.FetchAsync(declared, cancellationToken), cancellationToken),
            cancellationToken);
        if (published)
        {
            compute.Enqueue("vintage");
        }
    }

    private async Task<bool> IngestAsync(OpenRun run, Retrieved retrieved, CancellationToken cancellationToken)
    {
        var draft = new VintageDraft(
            run.Id, retrieved.Source, retrieved.Definition, retrieved.Fetched.Files, retrieved.Fetched.Released, retrieved.At, run.Findings);
        var newest = await stores.Queries.NewestAsync(draft.Source.Id, cancellationToken);
        if (newest?.Sha256 == draft.Sha256 && newest.Definition == draft.Definition)
        {
            await EndUnchangedAsync(run.Id, newest, cancellationToken);

            // asked for again: the request of the run that published it may have been lost with the database
            return newest.IsPublished;
        }

        var rows = retrieval.Read(retrieved, run.Findings);
        var vintage = await stores.Vintages.SaveAsync(draft, rows, new IngestGate(draft.Source, run.Findings).Judge, cancellationToken);
        Report(vintage, run.Findings);
        return vintage.IsPublished;
    }

    private async Task EndUnchangedAsync(long run, Vintage newest, CancellationToken cancellationToken)
    {
        await stores.Vintages.ConfirmAsync(newest.Id, cancellationToken);
        var message = newest.IsPublished
            ? null
            : FormattableString.Invariant($"The provider still serves the bytes of vintage {newest.Id}, which is quarantined; it stays so.");
        await stores.Runs.FinishAsync(new(run, RunStatus.Unchanged, 0, Difference.None, newest.Id, message), cancellationToken);
        Unchanged(logger, newest.Source, newest.Id, newest.Status);
    }

    private void Report(Vintage vintage, FindingSink findings)
    {
        var (created, updated, withdrawn) = vintage.Difference;
        var seen = findings.Counts.Values.Sum();
        if (vintage.IsPublished)
        {
            Published(logger, vintage.Source, vintage.Id, vintage.Observations, created, updated, withdrawn, seen);
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

    [LoggerMessage(LogLevel.Warning, "ingest:{Source}: vintage {Vintage} is quarantined with {Findings} findings; the figures published before stay")]
    private static partial void Quarantined(ILogger logger, string source, long vintage, int findings);
}
