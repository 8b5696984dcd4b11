using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Fetches and reads sources: the adapter of each, the snapshot store, and the sidecars that say where bytes came from.</summary>
public sealed class Retrieval(SourceRegistry registry, SnapshotStore snapshots, Catalog catalog, TimeProvider clock)
{
    /// <summary>Fetches a source into the snapshot store.</summary>
    /// <exception cref="SourceException">The origin did not deliver.</exception>
    public async Task<Retrieved> FetchAsync(SourceDefinition source, IByteOrigin origin, CancellationToken cancellationToken)
    {
        var fetched = await origin.FetchAsync(source, snapshots, cancellationToken);
        var at = fetched.RetrievedAt ?? clock.GetUtcNow();
        foreach (var file in fetched.Files)
        {
            await snapshots.DescribeAsync(SnapshotOrigin.Of(file, source, at), cancellationToken);
        }

        var readAs = fetched.ReadAs ?? source;
        var released = origin is NetworkOrigin ? fetched.Released : ReleasedOf(readAs, fetched.Files) ?? fetched.Released;
        return new(readAs, SourceFingerprint.Of(readAs, registry.VersionFor(readAs), catalog), fetched with { Released = released }, at);
    }

    /// <summary>The release date that the files themselves state: it stands whatever way they came. An adapter that fetches has looked.</summary>
    private DateOnly? ReleasedOf(SourceDefinition source, IReadOnlyList<RawFile> files) =>
        registry.For(source) is IReleaseDate dated ? dated.ReleasedOf(files) : null;

    /// <summary>Reads all observations of a source's files; a row that the store cannot take is a Finding.</summary>
    /// <param name="request">The source and its files.</param>
    /// <param name="keys">Numbers of series and areas; shared with the state that the table is compared with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SourceException">A file is damaged.</exception>
    public ObservationTable Read(ReadRequest request, ObservationKeys keys, CancellationToken cancellationToken) =>
        ObservationCollection.Collect(Rows(request, cancellationToken), keys, request.Files, request.Findings);

    /// <summary>The stages that every row passes one after the other: adapter, corrections, checks.</summary>
    private IEnumerable<Observation> Rows(ReadRequest request, CancellationToken cancellationToken)
    {
        var parsed = registry.For(request.Source).Parse(new(request.Source, request.Files, catalog.Areas, request.Findings));
        var corrected = catalog.Corrections.For(request.Source).Apply(parsed, request.Findings);
        return new RowChecks(request.Source, request.Findings).Passing(corrected, cancellationToken);
    }
}

/// <summary>What is to be read.</summary>
/// <param name="Source">The definition to read with.</param>
/// <param name="Files">The files.</param>
/// <param name="Findings">Takes what is wrong with single rows.</param>
public sealed record ReadRequest(SourceDefinition Source, IReadOnlyList<RawFile> Files, FindingSink Findings);

/// <summary>What was fetched.</summary>
/// <param name="Source">The source, as its files are to be read.</param>
/// <param name="Definition">Fingerprint of its declaration and its adapter.</param>
/// <param name="Fetched">The files.</param>
/// <param name="At">When.</param>
public sealed record Retrieved(SourceDefinition Source, string Definition, FetchResult Fetched, DateTimeOffset At);
