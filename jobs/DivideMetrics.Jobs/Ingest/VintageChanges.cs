using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Two vintages of a source, compared.</summary>
/// <param name="Older">The older one; null when the newer is the first release.</param>
/// <param name="Newer">The newer one.</param>
/// <param name="Difference">From the older to the newer.</param>
public sealed record VintageComparison(Vintage? Older, Vintage Newer, VintageDiff Difference);

/// <summary>
/// What a vintage changes. The state of a published one is read from the store; a quarantined one and a trial have none there, and their
/// kept bytes are read again as they were read, held to what the source declares today.
/// </summary>
public sealed class VintageChanges(Catalog catalog, Retrieval retrieval, SnapshotStore snapshots, VintageQueries vintages, ObservationQueries observations)
{
    /// <summary>A vintage against the release before it; null when there is no such vintage.</summary>
    /// <exception cref="SourceException">Its bytes are needed and are no longer kept, or its source is no longer declared.</exception>
    public async Task<VintageComparison?> OfAsync(long vintageId, CancellationToken cancellationToken) =>
        await vintages.FindAsync(vintageId, cancellationToken) is { } vintage
            ? await CompareAsync((await vintages.PlaceAsync(vintage, cancellationToken)).Predecessor, vintage, cancellationToken)
            : null;

    /// <summary>Two vintages of one source; null when there is no such vintage.</summary>
    /// <exception cref="ArgumentException">They belong to two sources.</exception>
    /// <exception cref="SourceException">Bytes are needed and are no longer kept, or the source is no longer declared.</exception>
    public async Task<VintageComparison?> BetweenAsync(long older, long newer, CancellationToken cancellationToken)
    {
        if (await vintages.FindAsync(older, cancellationToken) is not { } first || await vintages.FindAsync(newer, cancellationToken) is not { } second)
        {
            return null;
        }

        return first.Source == second.Source
            ? await CompareAsync(first, second, cancellationToken)
            : throw new ArgumentException($"Expected two vintages of one source, found {first.Source} and {second.Source}.", nameof(newer));
    }

    private async Task<VintageComparison> CompareAsync(Vintage? older, Vintage newer, CancellationToken cancellationToken)
    {
        var keys = new ObservationKeys();
        var old = older is null ? ObservationTable.Empty(keys) : await TableAsync(older, keys, cancellationToken);
        var now = await TableAsync(newer, keys, cancellationToken);
        var tolerance = catalog.FindSource(newer.Source) is { } source ? Tolerance.Of(source) : _ => default(SeriesTolerance);
        return new(older, newer, VintageDiff.Compare(old, now, tolerance));
    }

    private Task<ObservationTable> TableAsync(Vintage vintage, ObservationKeys keys, CancellationToken cancellationToken) =>
        vintage.IsPublished ? observations.TableAsync(vintage.Source, vintage, keys, cancellationToken) : ReadAgainAsync(vintage, keys, cancellationToken);

    private async Task<ObservationTable> ReadAgainAsync(Vintage vintage, ObservationKeys keys, CancellationToken cancellationToken)
    {
        var source = catalog.FindSource(vintage.Source)
            ?? throw new SourceException($"Source {vintage.Source} is no longer declared: its held-back vintage {vintage.Id} cannot be read. Declare it in seeds/sources.");
        var files = await vintages.FilesAsync(vintage.Id, snapshots.PathOf, cancellationToken);
        if (files.FirstOrDefault(file => !File.Exists(file.Path)) is { } missing)
        {
            throw new SourceException($"The bytes of vintage {vintage.Id} of source {vintage.Source} are no longer kept ('{missing.Name}'). Fetch the source again.");
        }

        var read = await vintages.ReadAsAsync(vintage.Id, cancellationToken) is { } way ? way.Apply(source) : source;
        return await Task.Run(() => retrieval.Read(new(read, files, new FindingSink()), keys, cancellationToken), cancellationToken);
    }
}
