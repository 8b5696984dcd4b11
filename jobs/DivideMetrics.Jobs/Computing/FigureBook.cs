using System.Collections.Concurrent;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// The figures of indicators in one state, for one computation. Those that several indicators need are read once and kept until its end;
/// the others are read when they are asked for. Safe for several threads.
/// </summary>
internal sealed class FigureBook(Catalog catalog, ComputationInputs inputs, InputState state)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Figure>>>> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = catalog.Indicators
        .SelectMany(indicator => IndicatorInputs.OthersOf(catalog, indicator).Concat(IndicatorInputs.PartsOf(indicator)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The figures of an indicator.</summary>
    public Task<IReadOnlyList<Figure>> OfAsync(string id, CancellationToken cancellationToken) => _shared.Contains(id)
        ? _kept.GetOrAdd(id, key => new(() => ReadAsync(key, cancellationToken))).Value
        : ReadAsync(id, cancellationToken);

    private Task<IReadOnlyList<Figure>> ReadAsync(string id, CancellationToken cancellationToken) =>
        inputs.FiguresAsync(catalog.FindIndicator(id)!, state, cancellationToken);
}
