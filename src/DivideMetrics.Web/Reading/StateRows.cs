using System.Collections.Concurrent;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Web.Reading;

/// <summary>The figures and measures of one state. They never change, so they are read once and shared by all circuits.</summary>
internal abstract class StateRows
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Figure>>> _figures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Gap>>> _gaps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IndicatorFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>All figures of an indicator, ordered by area, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Figure>> FiguresAsync(string indicator) => OnceAsync(_figures, indicator, ReadFiguresAsync);

    /// <summary>All measures of an indicator, ordered by measure, subject, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Gap>> GapsAsync(string indicator) => OnceAsync(_gaps, indicator, ReadGapsAsync);

    /// <summary>All measures about a subject, ordered by indicator, measure, sex, year.</summary>
    public abstract Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken);

    /// <summary>The figures and measures of an indicator, ready to be looked up. Completes at once when they were read before.</summary>
    public async ValueTask<IndicatorFacts> FactsAsync(Indicator indicator)
    {
        if (_facts.TryGetValue(indicator.Id, out var known))
        {
            return known;
        }

        var facts = new IndicatorFacts(indicator, await FiguresAsync(indicator.Id), await GapsAsync(indicator.Id));
        return _facts.GetOrAdd(indicator.Id, facts);
    }

    /// <summary>Reads the figures of an indicator.</summary>
    protected abstract Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator);

    /// <summary>Reads the measures of an indicator.</summary>
    protected abstract Task<IReadOnlyList<Gap>> ReadGapsAsync(string indicator);

    private static async Task<IReadOnlyList<T>> OnceAsync<T>(
        ConcurrentDictionary<string, Task<IReadOnlyList<T>>> cache, string indicator, Func<string, Task<IReadOnlyList<T>>> read)
    {
        var task = cache.GetOrAdd(indicator, read);
        try
        {
            return await task;
        }
        catch
        {
            cache.TryRemove(new(indicator, task));
            throw;
        }
    }
}

/// <summary>The rows of a published computation.</summary>
internal sealed class StoredRows(ComputationQueries queries, long computation) : StateRows
{
    /// <inheritdoc/>
    public override Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken) =>
        queries.GapsOfSubjectAsync(computation, subject, cancellationToken);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        queries.FiguresOfIndicatorAsync(computation, indicator, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Gap>> ReadGapsAsync(string indicator) =>
        queries.GapsOfIndicatorAsync(computation, indicator, CancellationToken.None);
}

/// <summary>
/// The rows of a state that was never published: computed when they are asked for, indicator by indicator and one after the other, so
/// that no number of questions about the past takes more than one processor from the readers of now.
/// </summary>
/// <param name="catalog">The declarations of today.</param>
/// <param name="inputs">Reads the figures.</param>
/// <param name="state">The vintages.</param>
/// <param name="turn">Held by whoever computes.</param>
internal sealed class ComputedRows(Catalog catalog, ComputationInputs inputs, InputState state, SemaphoreSlim turn) : StateRows
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        var gaps = new List<Gap>();
        foreach (var indicator in catalog.Indicators.OrderBy(indicator => indicator.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            gaps.AddRange((await GapsAsync(indicator.Id)).Where(gap => gap.Subject == subject));
        }

        return gaps;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator) =>
        catalog.FindIndicator(indicator) is not { } declared ? []
        : [.. (await InTurnAsync(() => inputs.FiguresAsync(declared, state, CancellationToken.None)))
            .OrderBy(figure => figure.Area, StringComparer.Ordinal).ThenBy(figure => figure.Sex.Code(), StringComparer.Ordinal).ThenBy(figure => figure.Year)];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Gap>> ReadGapsAsync(string indicator)
    {
        if (catalog.FindIndicator(indicator) is not { } declared)
        {
            return [];
        }

        var figures = await FiguresAsync(indicator);
        var weights = declared.Weights is { } id ? await FiguresAsync(id) : [];
        var gaps = await InTurnAsync(() => Task.FromResult(GapEngine.Compute(new(declared, figures, weights, catalog.Areas))));
        return
        [
            .. gaps.OrderBy(gap => gap.Measure, StringComparer.Ordinal).ThenBy(gap => gap.Subject, StringComparer.Ordinal)
                .ThenBy(gap => gap.Sex.Code(), StringComparer.Ordinal).ThenBy(gap => gap.Year),
        ];
    }

    // Apart from the reader's circuit: the rows are for all who ask, also when the first of them has left.
    private Task<T> InTurnAsync<T>(Func<Task<T>> work) => Task.Run(async () =>
    {
        await turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    });
}
