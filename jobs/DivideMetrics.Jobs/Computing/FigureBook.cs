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
    private readonly ConcurrentDictionary<string, Lazy<Task<IndicatorFigures>>> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = catalog.Indicators
        .SelectMany(indicator => IndicatorInputs.OthersOf(catalog, indicator))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The figures of an indicator.</summary>
    public async Task<IReadOnlyList<Figure>> OfAsync(string id, CancellationToken cancellationToken) => (await AllOfAsync(id, cancellationToken)).Figures;

    /// <summary>The figures of an indicator with what is known of them.</summary>
    public Task<IndicatorFigures> AllOfAsync(string id, CancellationToken cancellationToken) => _shared.Contains(id)
        ? _kept.GetOrAdd(id, key => new(() => ReadAsync(key, cancellationToken))).Value
        : ReadAsync(id, cancellationToken);

    private Task<IndicatorFigures> ReadAsync(string id, CancellationToken cancellationToken) =>
        inputs.ReadAsync(catalog.FindIndicator(id)!, state, other => OfAsync(other, cancellationToken), cancellationToken);
}
