using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Jobs.Computing;

/// <summary>Which other indicators an indicator is computed with, and how their figures become the inputs of its measures.</summary>
public static class IndicatorInputs
{
    private const string Income = "income";

    /// <summary>Id of the indicator by which concentration is ranked; null when none is declared.</summary>
    public static string? IncomeOf(Catalog catalog) => catalog.Indicators.FirstOrDefault(indicator => indicator.Role == Income)?.Id;

    /// <summary>
    /// Ids of the indicators from whose figures this one's own <b>figures</b> are made: what it is divided by, the parts of a composite; empty
    /// for most.
    /// </summary>
    public static IReadOnlyList<string> PartsOf(Catalog catalog, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.InputsOf(indicator).Select(part => part.Id).Where(id => id != indicator.Id).ToList();
    }

    /// <summary>Ids of the other indicators that an indicator's figures and <b>measures</b> need beside its own series, each once.</summary>
    public static IReadOnlyList<string> OthersOf(Catalog catalog, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var ranked = indicator.Measures.Any(id => MeasureRegistry.Find(id)?.Scope == MeasureScope.Group) ? IncomeOf(catalog) : null;
        return indicator.Contrasts.SelectMany(contrast => new[] { contrast.Advantaged, contrast.Disadvantaged })
            .Append(indicator.Weights).Append(ranked).OfType<string>().Concat(PartsOf(catalog, indicator))
            .Where(id => id != indicator.Id && catalog.FindIndicator(id) is not null)
            .Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>
    /// The sources of an indicator whose terms are non-commercial, where another is open; empty where none is, because then there would be
    /// nothing to say of groups: such an indicator carries its terms, and stays out of bulk files whole.
    /// </summary>
    public static IReadOnlySet<string> KeptOutOfGroups(Catalog catalog, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(indicator);
        var open = indicator.Series.Select(series => series.Source).Distinct(StringComparer.Ordinal)
            .ToLookup(source => catalog.FindSource(source)?.Licence.Bulk ?? true);
        return open[true].Any() ? open[false].ToHashSet(StringComparer.Ordinal) : new HashSet<string>();
    }

    /// <summary>The inputs of an indicator's measures.</summary>
    /// <param name="catalog">The declarations.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figuresOf">Gives the figures of an indicator.</param>
    public static async Task<GapInputs> ReadAsync(
        Catalog catalog, Indicator indicator, Func<string, Task<IReadOnlyList<Figure>>> figuresOf) =>
        await ReadAsync(catalog, indicator, new IndicatorFigures(await figuresOf(indicator.Id)), figuresOf);

    /// <summary>The inputs of an indicator's measures.</summary>
    /// <param name="catalog">The declarations.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="own">Its figures, with what is known of them.</param>
    /// <param name="figuresOf">Gives the figures of other indicators.</param>
    public static async Task<GapInputs> ReadAsync(
        Catalog catalog, Indicator indicator, IndicatorFigures own, Func<string, Task<IReadOnlyList<Figure>>> figuresOf)
    {
        ArgumentNullException.ThrowIfNull(own);
        var others = new Dictionary<string, IReadOnlyList<Figure>>(StringComparer.Ordinal);
        foreach (var id in OthersOf(catalog, indicator))
        {
            others.Add(id, await figuresOf(id));
        }

        var weights = indicator.Weights is not { } weighing ? [] : weighing == indicator.Id ? own.Figures : others.GetValueOrDefault(weighing) ?? [];
        return new(indicator, own.Figures, weights, catalog.Areas)
        {
            Others = others, IncomeIndicator = IncomeOf(catalog), Joins = own.Joins, KeptOutOfGroups = KeptOutOfGroups(catalog, indicator),
        };
    }
}
