using System.Diagnostics;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Quality;
using DivideMetrics.Storage.Runs;
using Npgsql;

namespace DivideMetrics.Web.Commands;

/// <summary>Runs the imports of a plan one after the other, tells each one's result, and computes at the end.</summary>
internal sealed class IngestRun(CommandHost host, bool dry)
{
    private readonly List<ImportResult> _results = [];
    private bool _computeFailed;

    /// <summary>0 done, 3 when one failed, 4 when one is held in quarantine.</summary>
    public int ExitCode =>
        _computeFailed || _results.Exists(result => result.HasFailed) ? Hosting.ExitCode.NotStarted
        : _results.Exists(result => result.Run?.Status == RunStatus.Quarantined) ? Hosting.ExitCode.Held
        : Hosting.ExitCode.Done;

    /// <summary>Does everything. A failing source does not stop the others.</summary>
    public async Task AllAsync(IngestPlan plan, ProgressBoard board, CancellationToken cancellationToken)
    {
        foreach (var import in plan.Imports)
        {
            _results.Add(await OneAsync(import, board, cancellationToken));
            board.Done(_results[^1].Line());
        }

        if (!dry)
        {
            await ComputeAsync(board, cancellationToken);
        }

        board.Done(ImportResult.Summary(_results));
    }

    /// <summary>What the run could not foresee is in the log with its stack trace; only a lost database ends all imports.</summary>
    private async Task<ImportResult> OneAsync(PlannedImport import, ProgressBoard board, CancellationToken cancellationToken)
    {
        if (import.Origin is not { } origin)
        {
            return new(import.Title) { Problem = import.Problem };
        }

        board.Doing($"{import.Title}: fetching");
        using var memory = new PeakMemory();
        var (watch, findings) = (Stopwatch.StartNew(), new FindingSink());
        var watched = new WatchedOrigin(origin, (files, bytes) =>
            board.Doing(FormattableString.Invariant($"{import.Title}: {CommandOptions.Files(files)}, {bytes / 1e6:0.0} MB")));
        var result = new ImportResult(import.Title) { Findings = findings };
        try
        {
            var request = new IngestRequest(import.Source, "hand") { Dry = dry, Origin = watched, Findings = findings };
            var id = await host.Get<IngestJob>().RunAsync(request, cancellationToken);
            result = id is { } run
                ? result with { Run = await host.Get<RunQueries>().FindAsync(run, cancellationToken) }
                : result with { Problem = "Another run of this source is at work; nothing was done. Try again when it has ended." };
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or NpgsqlException))
        {
            result = result with { Problem = failure.Message };
        }

        return result with { Files = watched.Files, Seconds = watch.Elapsed.TotalSeconds, PeakMegabytes = memory.Megabytes };
    }

    private async Task ComputeAsync(ProgressBoard board, CancellationToken cancellationToken)
    {
        board.Doing("computing the measures");
        var computing = new ComputeRun(host);
        _computeFailed = !await computing.RunAsync(cancellationToken);
        board.Done(computing.Line);
    }
}
