using System.Collections.Concurrent;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>The figures and measures of one state. They never change, so they are read once and shared by all circuits.</summary>
internal abstract class StateRows
{
    /// <summary>How many subjects' measures of an indicator are kept: a page that comes alive asks for those of its first HTML again.</summary>
    private const int SubjectsKept = 32;

    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Figure>>> _figures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Indicator, string Measure), IReadOnlyList<GapSeries>> _gaps = new();
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<long>?>> _vintages = new(StringComparer.Ordinal);
    private readonly RecentlyUsed<(string Subject, string Indicator), IReadOnlyList<Gap>> _ofSubjects = new(SubjectsKept);
    private readonly ConcurrentDictionary<string, IndicatorFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>All figures of an indicator, ordered by area, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Figure>> FiguresAsync(string indicator) => OnceAsync(_figures, indicator, ReadFiguresAsync);

    /// <summary>Some measures of an indicator, packed, ordered by measure, subject and sex; empty for an unknown one.</summary>
    public async Task<IReadOnlyList<GapSeries>> GapsAsync(string indicator, IReadOnlyCollection<string> measures)
    {
        var missing = measures.Where(measure => !_gaps.ContainsKey((indicator, measure))).ToList();
        if (missing.Count > 0)
        {
            var read = (await ReadGapsAsync(indicator, missing))
                .ToLookup(series => missing.Contains(series.Measure) ? series.Measure : MeasureRegistry.WholeOf(series.Measure), StringComparer.Ordinal);
            missing.ForEach(measure => _gaps.TryAdd((indicator, measure), read[measure].ToList()));
        }

        return measures.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(measure => _gaps[(indicator, measure)]).ToList();
    }

    /// <summary>All measures about a subject, ordered by indicator, measure, sex, year.</summary>
    public abstract Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken);

    /// <summary>All measures of an indicator about a subject, ordered by measure, sex, year; empty for an unknown one.</summary>
    public async ValueTask<IReadOnlyList<Gap>> GapsOfAsync(string subject, string indicator) =>
        _ofSubjects.Find((subject, indicator)) ?? _ofSubjects.GetOrAdd((subject, indicator), await ReadGapsOfAsync(subject, indicator));

    /// <summary>
    /// The figures of an indicator and its measures that pages place by name, ready to be looked up. Completes at once when they were read
    /// before.
    /// </summary>
    public async ValueTask<IndicatorFacts> FactsAsync(Indicator indicator)
    {
        if (_facts.TryGetValue(indicator.Id, out var known))
        {
            return known;
        }

        var facts = new IndicatorFacts(indicator, await FiguresAsync(indicator.Id), await GapsAsync(indicator.Id, MeasureIds.All));
        return _facts.GetOrAdd(indicator.Id, facts);
    }

    /// <summary>Ids of the vintages that an indicator was computed from; null when they were not recorded.</summary>
    public Task<IReadOnlyList<long>?> VintagesOfAsync(Indicator indicator) => OnceAsync(_vintages, indicator.Id, _ => ReadVintagesOfAsync(indicator));

    /// <summary>Reads the figures of an indicator.</summary>
    protected abstract Task<IReadOnlyList<Figure>> ReadFiguresAsync(string indicator);

    /// <summary>Reads all measures of an indicator about a subject.</summary>
    protected abstract Task<IReadOnlyList<Gap>> ReadGapsOfAsync(string subject, string indicator);

    /// <summary>Reads the ids of the vintages that an indicator was computed from.</summary>
    protected abstract Task<IReadOnlyList<long>?> ReadVintagesOfAsync(Indicator indicator);

    /// <summary>Reads some measures of an indicator, ordered by measure, subject and sex.</summary>
    protected abstract Task<IReadOnlyList<GapSeries>> ReadGapsAsync(string indicator, IReadOnlyCollection<string> measures);

    /// <summary>What was asked for once is kept; what failed is asked for again.</summary>
    protected static async Task<T> OnceAsync<T>(ConcurrentDictionary<string, Task<T>> cache, string indicator, Func<string, Task<T>> read)
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
