using System.Collections.Concurrent;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

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
