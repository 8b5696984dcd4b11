using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Jobs.Ingest;

/// <summary>Everything between the fetch of a vintage and its publication: reads it, compares it with the release before it, judges it.</summary>
public sealed class VintagePreparation(
    Retrieval retrieval, VintageQueries vintages, ObservationQueries observations, StateFiles states, PublishedPopulation population, Catalog catalog)
{
    /// <summary>What is known of a retrieval, before anything is read.</summary>
    /// <param name="run">The run that made it.</param>
    /// <param name="retrieved">What was fetched.</param>
    /// <param name="findings">Takes what is met; gets what the fetch met.</param>
    /// <param name="dry">True for a trial.</param>
    public static VintageDraft DraftOf(long run, Retrieved retrieved, FindingSink findings, bool dry)
    {
        foreach (var finding in retrieved.Fetched.Findings)
        {
            findings.Add(finding);
        }

        var released = retrieved.Fetched.Released ?? retrieved.Source.Released;
        return new(run, retrieved.Source, retrieved.Definition, retrieved.Fetched.Files, released, retrieved.At, findings) { Dry = dry };
    }

    /// <summary>
    /// The vintage that already holds these bytes, read the same way: the release before it in the order of release, or the newest
    /// vintage, also one that is held back. Null when there is something to read.
    /// </summary>
    public async Task<Vintage?> KnownAsync(VintageDraft draft, ReleasePlace place, CancellationToken cancellationToken)
    {
        var newest = await vintages.NewestAsync(draft.Source.Id, cancellationToken);
        return new[] { place.Predecessor, newest }.FirstOrDefault(known => known?.Sha256 == draft.Sha256 && known.Definition == draft.Definition);
    }

    /// <summary>Where the draft stands in the order of release.</summary>
    public Task<ReleasePlace> PlaceAsync(VintageDraft draft, CancellationToken cancellationToken) =>
        vintages.PlaceAsync(draft.Source.Id, draft.Released, draft.RetrievedAt, cancellationToken);

    /// <summary>Reads, compares and judges.</summary>
    /// <exception cref="Sources.SourceException">A file is damaged.</exception>
    public async Task<Preparation> PrepareAsync(VintageDraft draft, ReleasePlace place, CancellationToken cancellationToken)
    {
        var keys = KeysFor(draft);
        var reading = Task.Run(() => retrieval.Read(new(draft.Source, draft.Files, draft.Findings), keys, cancellationToken), cancellationToken);
        var previous = Task.Run(() => PreviousAsync(draft.Source.Id, place, keys, cancellationToken), cancellationToken);
        await Task.WhenAll(reading, previous);
        var difference = VintageDiff.Compare(previous.Result, reading.Result, Tolerance.Of(draft.Source));
        var input = new GateInput(
            draft.Source, previous.Result, reading.Result, difference, await population.LatestAsync(cancellationToken), draft.Findings);
        return new(draft, place, previous.Result, reading.Result, difference, QualityGate.Judge(input));
    }

    private async Task<ObservationTable> PreviousAsync(string source, ReleasePlace place, ObservationKeys keys, CancellationToken cancellationToken) =>
        place.Predecessor is not { } predecessor ? ObservationTable.Empty(keys)
        : states.Read(predecessor, keys)
            ?? await observations.TableAsync(source, place.Successor is null ? null : predecessor, keys, cancellationToken);

    /// <summary>Areas numbered in the order of their codes: then rows reach the database in the order of its index.</summary>
    private ObservationKeys KeysFor(VintageDraft draft)
    {
        var keys = new ObservationKeys();
        foreach (var series in draft.Source.Series)
        {
            keys.NumberOf(new SeriesKey(series.Code));
        }

        foreach (var area in catalog.Areas.All.Select(area => area.Code).Order(StringComparer.Ordinal))
        {
            keys.NumberOf(area);
        }

        return keys;
    }
}
