using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Fetches and reads sources: the adapter of each, the snapshot store, and the sidecars that say where bytes came from.</summary>
public sealed class Retrieval(SourceRegistry registry, SnapshotStore snapshots, Catalog catalog, TimeProvider clock)
{
    /// <summary>Fetches a source into the snapshot store.</summary>
    /// <exception cref="SourceException">The provider did not deliver.</exception>
    internal async Task<Retrieved> FetchAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        var fetched = await registry.For(source).FetchAsync(source, snapshots, cancellationToken);
        var at = clock.GetUtcNow();
        foreach (var file in fetched.Files)
        {
            await snapshots.DescribeAsync(SnapshotOrigin.Of(file, source, at), cancellationToken);
        }

        return new(source, SourceFingerprint.Of(source, registry.VersionFor(source), catalog.Areas), fetched, at);
    }

    /// <summary>Reads the observations, lazily; only rows that the store can take come out.</summary>
    /// <exception cref="SourceException">In the middle of the reading: a file is damaged.</exception>
    internal IEnumerable<Observations.Observation> Read(Retrieved retrieved, Quality.FindingSink findings)
    {
        var rows = registry.For(retrieved.Source).Parse(new(retrieved.Source, retrieved.Fetched.Files, catalog.Areas, findings));
        return new RowChecks(retrieved.Source, findings).Passing(rows);
    }
}

/// <summary>What was fetched.</summary>
/// <param name="Source">The source.</param>
/// <param name="Definition">Fingerprint of its declaration and its adapter.</param>
/// <param name="Fetched">The files.</param>
/// <param name="At">When.</param>
internal sealed record Retrieved(SourceDefinition Source, string Definition, FetchResult Fetched, DateTimeOffset At);
