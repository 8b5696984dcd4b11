using System.Collections.Concurrent;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// The figures of indicators in one state, for one computation. Those that several indicators need are read once and kept until its end;
/// the others are read when they are asked for. Those of an indicator that did not change are taken from the computation before. Safe for
/// several threads.
/// </summary>
internal sealed class FigureBook
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IndicatorFigures>>> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared;
    private readonly HashSet<string> _changed;
    private readonly Catalog _catalog;
    private readonly ComputationInputs _inputs;
    private readonly ComputationQueries _published;
    private readonly ComputationPlan _plan;

    internal FigureBook(Catalog catalog, ComputationInputs inputs, ComputationQueries published, ComputationPlan plan)
    {
        (_catalog, _inputs, _published, _plan) = (catalog, inputs, published, plan);
        _changed = plan.Changed.Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        _shared = catalog.Indicators.SelectMany(indicator => IndicatorInputs.OthersOf(catalog, indicator)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The figures of an indicator.</summary>
    public async Task<IReadOnlyList<Figure>> OfAsync(string id, CancellationToken cancellationToken) => (await AllOfAsync(id, cancellationToken)).Figures;

    /// <summary>The figures of an indicator; of one that changed, also what else is known of them.</summary>
    public Task<IndicatorFigures> AllOfAsync(string id, CancellationToken cancellationToken) => _shared.Contains(id)
        ? _kept.GetOrAdd(id, key => new(() => ReadAsync(key, cancellationToken))).Value
        : ReadAsync(id, cancellationToken);

    private async Task<IndicatorFigures> ReadAsync(string id, CancellationToken cancellationToken) =>
        _plan.Before is { } before && !_changed.Contains(id)
            ? new(await _published.FiguresOfIndicatorAsync(before.Id, id, cancellationToken))
            : await _inputs.ReadAsync(_catalog.FindIndicator(id)!, _plan.State, other => OfAsync(other, cancellationToken), cancellationToken);
}
