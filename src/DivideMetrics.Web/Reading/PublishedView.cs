using System.Collections.Concurrent;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// One published computation as readers see it. Its figures and measures never change, so they are read once and shared by all circuits.
/// </summary>
public sealed class PublishedView
{
    private readonly ComputationQueries _queries;
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Figure>>> _figures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Gap>>> _gaps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IndicatorFacts> _facts = new(StringComparer.Ordinal);

    internal PublishedView(Computation computation, IReadOnlyDictionary<long, Vintage> vintages, ComputationQueries queries)
    {
        Computation = computation;
        Vintages = vintages;
        _queries = queries;
    }

    /// <summary>The computation.</summary>
    public Computation Computation { get; }

    /// <summary>Every vintage by id: for the source, release date, licence and citation of a figure.</summary>
    public IReadOnlyDictionary<long, Vintage> Vintages { get; }

    /// <summary>All figures of an indicator, ordered by area, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Figure>> FiguresAsync(string indicator) => ReadAsync(_figures, indicator, _queries.FiguresOfIndicatorAsync);

    /// <summary>All measures of an indicator, ordered by measure, subject, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Gap>> GapsAsync(string indicator) => ReadAsync(_gaps, indicator, _queries.GapsOfIndicatorAsync);

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

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        ConcurrentDictionary<string, Task<IReadOnlyList<T>>> cache, string indicator, Func<long, string, CancellationToken, Task<IReadOnlyList<T>>> read)
    {
        var task = cache.GetOrAdd(indicator, id => read(Computation.Id, id, CancellationToken.None));
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
