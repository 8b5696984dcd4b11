using DivideMetrics.Seeds;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Jobs.Computing;

/// <summary>How far the import of the delivered files is.</summary>
/// <param name="Finished">Sources whose latest run has ended: published, unchanged, quarantined or failed.</param>
/// <param name="Of">All sources delivered with the product.</param>
public sealed record ImportProgress(int Finished, int Of)
{
    /// <summary>True when every source had its turn.</summary>
    public bool IsComplete => Finished == Of;
}

/// <summary>Watches the import of the delivered files, so that the first published state is a whole one.</summary>
public sealed class FirstImport(Catalog catalog, RunQueries runs)
{
    /// <summary>How far it is.</summary>
    public async Task<ImportProgress> ProgressAsync(CancellationToken cancellationToken)
    {
        var finished = (await runs.LatestBySourceAsync(cancellationToken))
            .Where(run => run.Status is not (RunStatus.Running or RunStatus.Interrupted))
            .Select(run => run.Source)
            .ToHashSet(StringComparer.Ordinal);
        var starters = catalog.Sources.Where(source => source.Starter).ToList();
        return new(starters.Count(source => finished.Contains(source.Id)), starters.Count);
    }
}
