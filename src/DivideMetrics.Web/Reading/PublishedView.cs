using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>One state of the figures: a published computation, or the releases until a day, computed when asked for.</summary>
public sealed class PublishedView
{
    private readonly StateRows _rows;

    internal PublishedView(ViewState state, IReadOnlyDictionary<long, Vintage> vintages, StateRows rows)
    {
        State = state;
        Vintages = vintages;
        _rows = rows;
    }

    /// <summary>Which state it is.</summary>
    public ViewState State { get; }

    /// <summary>Every vintage by id: for the source, release date, licence and citation of a figure.</summary>
    public IReadOnlyDictionary<long, Vintage> Vintages { get; }

    /// <summary>The same rows as the answer to another question.</summary>
    public PublishedView For(ReadAt asked) => asked == State.Asked ? this : new(State with { Asked = asked }, Vintages, _rows);

    /// <summary>All figures of an indicator, ordered by area, sex, year; empty for an unknown one.</summary>
    public Task<IReadOnlyList<Figure>> FiguresAsync(string indicator) => _rows.FiguresAsync(indicator);

    /// <summary>Some measures of an indicator, ordered by measure, subject, sex, year; empty for an unknown one.</summary>
    public async Task<IEnumerable<Gap>> GapsAsync(string indicator, IReadOnlyCollection<string> measures) =>
        (await _rows.GapsAsync(indicator, measures)).SelectMany(series => series.Unpack());

    /// <summary>All measures about a subject, an economy or a group, ordered by indicator, measure, sex, year.</summary>
    public Task<IReadOnlyList<Gap>> GapsOfSubjectAsync(string subject, CancellationToken cancellationToken) =>
        _rows.GapsOfSubjectAsync(subject, cancellationToken);

    /// <summary>All measures of an indicator about a subject, ordered by measure, sex, year.</summary>
    public ValueTask<IReadOnlyList<Gap>> GapsOfAsync(string subject, string indicator) => _rows.GapsOfAsync(subject, indicator);

    /// <summary>
    /// The vintages that an indicator's figures and measures were computed from, by source; of a computation that did not record them, all of
    /// the state.
    /// </summary>
    public async Task<IReadOnlyList<Vintage>> VintagesOfAsync(Indicator indicator) => await _rows.VintagesOfAsync(indicator) is { } ids
        ? ids.Select(Vintages.GetValueOrDefault).OfType<Vintage>().OrderBy(vintage => vintage.Source, StringComparer.Ordinal).ToList()
        : State.Vintages;

    /// <summary>The figures and measures of an indicator, ready to be looked up. Completes at once when they were read before.</summary>
    public ValueTask<IndicatorFacts> FactsAsync(Indicator indicator) => _rows.FactsAsync(indicator);
}
