using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Web.Commands;

/// <summary>
/// Computes figures and measures once; on a new installation the files delivered with the product are imported first, as a server's start
/// does.
/// </summary>
internal sealed class ComputeRun(CommandHost host)
{
    /// <summary>What came of it, in one line.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Computes.</summary>
    /// <returns>False when it failed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DeliveredFirstAsync(cancellationToken);
            await host.Get<ComputeGapsJob>().RunAsync("hand", cancellationToken);
            Line = await LineAsync(cancellationToken);
            return true;
        }
        catch (SourceException failure)
        {
            Line = $"computation: failed. {failure.Message}";
            return false;
        }
    }

    private async Task DeliveredFirstAsync(CancellationToken cancellationToken)
    {
        if ((await host.Get<FirstImport>().ProgressAsync(cancellationToken)).IsComplete)
        {
            return;
        }

        foreach (var source in host.Get<Catalog>().Sources.Where(source => source.Starter))
        {
            await host.Get<IngestJob>().RunAsync(source.Id, "start", cancellationToken);
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var run = (await host.Get<RunQueries>().NewestAsync(null, 50, cancellationToken)).First(run => run.Job == ComputeGapsJob.Name);
        if (await host.Get<ComputationQueries>().LatestAsync(null, cancellationToken) is not { } computation)
        {
            return $"computation: nothing to compute from. {run.Message}";
        }

        return run.Status == RunStatus.Unchanged
            ? FormattableString.Invariant($"computation {computation.Id}: unchanged")
            : FormattableString.Invariant($"computation {computation.Id}: published in {run.Duration?.TotalSeconds ?? 0:0.0} s");
    }
}
