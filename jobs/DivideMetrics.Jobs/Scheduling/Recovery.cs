using DivideMetrics.Jobs.Computing;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Runs;
using Microsoft.Extensions.Logging;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>Finds the runs that ended with their program or with the database, and asks for them again.</summary>
public sealed partial class Recovery(RunStore runs, Catalog catalog, IngestScheduler ingest, ComputeRequest compute, ILogger<Recovery> logger)
{
    /// <summary>
    /// Marks every run that nobody works on as interrupted and puts its repetition into the queue; a dry run is left to who asked for it. Costs one short query when there is none.
    /// A dry run is not repeated: who asked for it sees how it ended. May run at any time and on several nodes: each run is marked, and repeated, by one of them.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await runs.MarkInterruptedAsync(cancellationToken))
        {
            Interrupted(logger, RunLock.NameOf(run.Job, run.Source), run.Id);
            if (run.Dry)
            {
                continue;
            }

            if (run.Job == ComputeGapsJob.Name)
            {
                compute.Enqueue("repeat");
            }
            else if (run.Source is { } source && catalog.FindSource(source) is not null)
            {
                await ingest.EnqueueAsync(source, "repeat", cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Name}: run {Run} was interrupted by the end of the program or of its database; a real run is repeated now")]
    private static partial void Interrupted(ILogger logger, string name, long run);
}
