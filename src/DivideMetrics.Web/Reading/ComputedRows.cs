using System.Collections.Concurrent;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Web.Reading;

/// <summary>What the rows of a state that was never published are read and computed with.</summary>
/// <param name="Catalog">The declarations of today.</param>
/// <param name="Inputs">Reads the figures.</param>
/// <param name="Queries">Reads what was published of the same inputs.</param>
/// <param name="Turn">Held by whoever computes.</param>
internal sealed record ComputedParts(Catalog Catalog, ComputationInputs Inputs, ComputationQueries Queries, SemaphoreSlim Turn);

/// <summary>
/// The rows of a state that was never published: read from a published computation where one has an indicator of just these inputs, else
/// computed when they are asked for, indicator by indicator and one after the other, so that no number of questions about the past takes
/// more than one processor from the readers of now.
/// </summary>
internal sealed class ComputedRows(ComputedParts parts, InputState state) : StateRows
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<GapSeries>>> _all = new(StringComparer.Ordinal);
    private readonly Lazy<Task<InputFingerprints>> _fingerprints = new(() => parts.Inputs.FingerprintsAsync(state, CancellationToken.None));

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        var gaps = new List<Gap>();
        foreach (var indicator in parts.Catalog.Indicators.OrderBy(indicator => indicator.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var all = await OnceAsync(_all, indicator.Id, ReadAllAsync);
            gaps.AddRange(all.Where(series => series.Subject == subject).SelectMany(series => series.Unpack()));
        }

        return gaps;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Gap>> ReadGapsOfAsync(string subject, string indicator) =>
        [.. (await OnceAsync(_all, indicator, ReadAllAsync)).Where(series => series.Subject == subject).SelectMany(series => series.Unpack())];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<long>?> ReadVintagesOfAsync(Indicator indicator) => (await PartOfAsync(indicator)).Vintages;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        parts.Catalog.FindIndicator(indicator) is not { } declared ? []
        : [.. (await InTurnAsync(() => parts.Inputs.FiguresAsync(declared, state, CancellationToken.None)))
            .OrderBy(figure => figure.Area, StringComparer.Ordinal).ThenBy(figure => figure.Sex.Code(), StringComparer.Ordinal)
            .ThenBy(figure => figure.Year)];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<GapSeries>> ReadGapsAsync(string indicator, IReadOnlyCollection<string> measures) =>
        (await OnceAsync(_all, indicator, ReadAllAsync))
            .Where(series => measures.Contains(series.Measure) || measures.Contains(MeasureRegistry.WholeOf(series.Measure))).ToList();

    private async Task<IReadOnlyList<GapSeries>> ReadAllAsync(string indicator)
    {
        if (parts.Catalog.FindIndicator(indicator) is not { } declared)
        {
            return [];
        }

        var part = await PartOfAsync(declared);
        if (await parts.Queries.WithPartAsync(indicator, part.Inputs, CancellationToken.None) is { } computation)
        {
            return await parts.Queries.GapSeriesOfIndicatorAsync(computation, indicator, null, CancellationToken.None);
        }

        var own = await InTurnAsync(() => parts.Inputs.ReadAsync(declared, state, CancellationToken.None));
        var read = await IndicatorInputs.ReadAsync(parts.Catalog, declared, own, FiguresAsync);
        var gaps = await InTurnAsync(() => Task.FromResult(GapSeries.Pack([.. GapEngine.Compute(read), .. own.Gaps])));
        return
        [
            .. gaps.OrderBy(series => series.Measure, StringComparer.Ordinal).ThenBy(series => series.Subject, StringComparer.Ordinal)
                .ThenBy(series => series.Sex.Code(), StringComparer.Ordinal),
        ];
    }

    // In turn also because the fingerprints are no place for two threads.
    private Task<ComputationPart> PartOfAsync(Indicator indicator) => InTurnAsync(async () => (await _fingerprints.Value).PartOf(indicator));

    // Apart from the reader's circuit: the rows are for all who ask, also when the first of them has left.
    private Task<T> InTurnAsync<T>(Func<Task<T>> work) => Task.Run(async () =>
    {
        await parts.Turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            parts.Turn.Release();
        }
    });
}
