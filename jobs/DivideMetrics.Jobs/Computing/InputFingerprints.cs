using System.Text.Json;
using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Jobs.Computing;

/// <summary>
/// Fingerprints of all that the figures and measures of each indicator depend on, in one state: declarations, method, areas, and of each
/// series not the vintage but the place of its last change. Equal fingerprints, equal figures and measures.
/// </summary>
/// <param name="catalog">The declarations.</param>
/// <param name="state">The vintages.</param>
/// <param name="changes">By source: the last change of each series.</param>
public sealed class InputFingerprints(
    Catalog catalog, InputState state, IReadOnlyDictionary<string, IReadOnlyDictionary<SeriesKey, long>> changes)
{
    private readonly Dictionary<string, string> _figures = new(StringComparer.Ordinal);
    private readonly string _areas = Of(catalog.Areas);

    /// <summary>What an indicator's figures and measures are made from.</summary>
    public ComputationPart PartOf(Indicator indicator)
    {
        var others = IndicatorInputs.OthersOf(catalog, indicator);
        var inputs = Checksum.Of(
        [
            $"method {GapEngine.MethodVersion}", $"areas {_areas}", $"indicator {JsonSerializer.Serialize(indicator)}",
            $"figures {FiguresOf(indicator.Id)}", $"income {IndicatorInputs.IncomeOf(catalog)}",
            .. IndicatorInputs.KeptOutOfGroups(catalog, indicator).Select(source => $"without {source} in groups"),
            .. others.Select(id => $"with {id} {FiguresOf(id)}"),
        ]);
        return new(indicator.Id, inputs, others.Prepend(indicator.Id).SelectMany(VintagesOf).Distinct().Order().ToList());
    }

    /// <summary>Fingerprint of an indicator's figures alone.</summary>
    private string FiguresOf(string id)
    {
        if (!_figures.TryGetValue(id, out var known))
        {
            var indicator = catalog.FindIndicator(id)!;
            var order = indicator.Precedence == Precedence.MostRecent ? string.Join(' ', ByRelease(indicator)) : "";
            _figures[id] = known = Checksum.Of(
            [
                $"{id} {indicator.BySex} {indicator.Precedence} {order} {JsonSerializer.Serialize(indicator.Per)} {JsonSerializer.Serialize(indicator.Composite)}",
                .. indicator.Series.Select(series => $"{JsonSerializer.Serialize(series)} {LastChange(indicator, series)}"),
                .. IndicatorInputs.PartsOf(catalog, indicator).Select(part => $"part {part} {FiguresOf(part)} {ScoredBy(indicator, part)}"),
            ]);
        }

        return known;
    }

    /// <summary>A composite also depends on how its parts are declared to be scored.</summary>
    private string ScoredBy(Indicator indicator, string part) => indicator.Composite is not null && catalog.FindIndicator(part) is { } declared
        ? JsonSerializer.Serialize(new { declared.Goalposts, declared.Community, declared.Dimension, declared.Direction, declared.Min, declared.Max })
        : "";

    private IEnumerable<string> ByRelease(Indicator indicator) => indicator.Series.Select(series => series.Source).Distinct()
        .Where(state.Vintages.ContainsKey).OrderByDescending(source => state.Vintages[source].ReleaseDate);

    /// <summary>Ids of the vintages that hold the series of an indicator, or of its parts.</summary>
    private IEnumerable<long> VintagesOf(string id)
    {
        var indicator = catalog.FindIndicator(id)!;
        return indicator.Series.Where(series => LastChange(indicator, series) is not null).Select(series => state.Vintages[series.Source].Id)
            .Concat(IndicatorInputs.PartsOf(catalog, indicator).SelectMany(VintagesOf));
    }

    /// <summary>The last change of what an indicator takes by a declared series; null when there is nothing of it in this state.</summary>
    private long? LastChange(Indicator indicator, IndicatorSeries series) => changes.GetValueOrDefault(series.Source) is { } known
        ? known.Where(pair => pair.Key.Code == series.Code && FigureResolver.Belongs(indicator, series, pair.Key)).Max(pair => (long?)pair.Value)
        : null;

    private static string Of(AreaCatalog areas) => Checksum.Of(
    [
        .. areas.All.Select(area => $"{area.Code} {area.Kind}"),
        .. areas.Groups.Select(group => $"{group.Code} {group.Kind} {group.Name} {string.Join(' ', areas.AllMembersOf(group.Code))}"),
    ]);
}
