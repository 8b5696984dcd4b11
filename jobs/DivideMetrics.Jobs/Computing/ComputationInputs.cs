using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Jobs.Computing;

/// <summary>The state of all inputs of a computation: which vintage of each source. Reads are as of these vintages, whatever is published meanwhile.</summary>
/// <param name="Vintages">The vintage of each source that an indicator uses, by source; one without any then is left out.</param>
/// <param name="Fingerprint">SHA-256 over vintages, declarations and method: equal states have equal figures and measures.</param>
public sealed record InputState(IReadOnlyDictionary<string, Vintage> Vintages, string Fingerprint)
{
    /// <summary>Ids of the vintages, growing.</summary>
    public IReadOnlyList<long> Ids => Vintages.Values.Select(vintage => vintage.Id).Order().ToList();
}

/// <summary>Reads what a computation is made from.</summary>
public sealed class ComputationInputs(
    Catalog catalog, VintageQueries vintages, ObservationQueries observations, SeriesChanges changes)
{
    /// <summary>Ids of the sources that an indicator uses.</summary>
    public IReadOnlySet<string> Sources { get; } =
        catalog.Indicators.SelectMany(indicator => indicator.Series).Select(series => series.Source).ToHashSet(StringComparer.Ordinal);

    /// <summary>The state that is asked for; without vintages where nothing was known then.</summary>
    public async Task<InputState> AtAsync(ReadAt at, CancellationToken cancellationToken)
    {
        var latest = (await vintages.StateAsync(at, cancellationToken)).Where(vintage => Sources.Contains(vintage.Source))
            .OrderBy(vintage => vintage.Source, StringComparer.Ordinal).ToList();
        var fingerprint = Checksum.Of(
        [
            $"method {GapEngine.MethodVersion}",
            $"catalog {catalog.Fingerprint}",
            .. latest.Select(vintage => FormattableString.Invariant($"vintage {vintage.Source} {vintage.Id}")),
        ]);
        return new(latest.ToDictionary(vintage => vintage.Source, StringComparer.Ordinal), fingerprint);
    }

    /// <summary>What each indicator depends on in a state.</summary>
    public async Task<InputFingerprints> FingerprintsAsync(InputState state, CancellationToken cancellationToken)
    {
        var codes = catalog.Indicators.SelectMany(indicator => indicator.Series).ToLookup(series => series.Source, series => series.Code, StringComparer.Ordinal);
        var known = new Dictionary<string, IReadOnlyDictionary<SeriesKey, long>>(StringComparer.Ordinal);
        foreach (var (source, vintage) in state.Vintages)
        {
            known[source] = await changes.UntilAsync(vintage, codes[source].Distinct(StringComparer.Ordinal).ToList(), cancellationToken);
        }

        return new(catalog, state, known);
    }

    /// <summary>The figures of an indicator as of a state.</summary>
    public async Task<IReadOnlyList<Figure>> FiguresAsync(Indicator indicator, InputState state, CancellationToken cancellationToken) =>
        (await ReadAsync(indicator, state, cancellationToken)).Figures;

    /// <summary>The figures of an indicator as of a state, with what is known of them.</summary>
    public Task<IndicatorFigures> ReadAsync(Indicator indicator, InputState state, CancellationToken cancellationToken) =>
        ReadAsync(indicator, state, id => FiguresAsync(catalog.FindIndicator(id)!, state, cancellationToken), cancellationToken);

    /// <summary>
    /// The figures of an indicator as of a state: of its series, divided by those of another indicator where it says so; of a composite,
    /// computed from its parts.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="state">The vintages.</param>
    /// <param name="figuresOf">Gives the figures of another indicator.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<IndicatorFigures> ReadAsync(
        Indicator indicator, InputState state, Func<string, Task<IReadOnlyList<Figure>>> figuresOf, CancellationToken cancellationToken)
    {
        if (indicator.Composite is not null)
        {
            return await CompositeAsync(indicator, figuresOf);
        }

        var series = new List<SeriesPoints>();
        foreach (var declared in indicator.Series)
        {
            if (state.Vintages.TryGetValue(declared.Source, out var vintage))
            {
                series.Add(new(declared, await observations.ReadAsync(declared.Source, declared.Code, vintage.Id, cancellationToken))
                {
                    Released = vintage.ReleaseDate,
                });
            }
        }

        var figures = FigureResolver.Resolve(indicator, series);
        var joins = SourceJoins.Of(indicator, series, figures);
        return new(indicator.Per is { } per ? FigureRatio.Of(figures, await figuresOf(per.Indicator), per.Factor) : figures) { Joins = joins };
    }

    private async Task<IndicatorFigures> CompositeAsync(Indicator indicator, Func<string, Task<IReadOnlyList<Figure>>> figuresOf)
    {
        var parts = new Dictionary<string, IReadOnlyList<Figure>>(StringComparer.Ordinal);
        foreach (var id in CompositeRegistry.InputsOf(indicator, catalog.Indicators))
        {
            parts.Add(id, await figuresOf(id));
        }

        var result = CompositeEngine.Compute(new(indicator, catalog.Indicators, parts, catalog.Areas));
        return new(result.Figures) { Gaps = result.Gaps };
    }
}
