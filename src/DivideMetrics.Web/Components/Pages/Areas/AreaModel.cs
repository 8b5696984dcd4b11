using DivideMetrics.Areas;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>What an area's page says. Made from rows.</summary>
/// <param name="Area">The area.</param>
/// <param name="Groups">The groups that it belongs to.</param>
/// <param name="Rows">One row an indicator with data, widest gap first.</param>
/// <param name="Missing">Titles of indicators without data.</param>
/// <param name="Lead">The row that the paragraph speaks of: the first indicator, in declared order, that has a gap; null without any.</param>
/// <param name="Peers">The economies most alike, with the values of the lead's indicator in the same year.</param>
public sealed record AreaModel(
    Area Area, IReadOnlyList<AreaGroup> Groups, IReadOnlyList<AreaRow> Rows, IReadOnlyList<string> Missing, AreaRow? Lead, IReadOnlyList<AreaYear> Peers)
{
    private const int PeerCount = 6;

    /// <summary>Builds the model.</summary>
    /// <param name="area">The area.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="facts">Every indicator in declared order.</param>
    public static AreaModel Of(Area area, AreaCatalog areas, IReadOnlyList<IndicatorFacts> facts)
    {
        var rows = facts.Select(one => AreaRow.Of(one, areas, area.Code)).OfType<AreaRow>().ToList();
        var lead = rows.FirstOrDefault(row => row.Gap is not null) ?? rows.FirstOrDefault();
        return new(
            area,
            areas.GroupsOfArea(area.Code).Where(group => group.Kind != AreaGroupKind.World).ToList(),
            rows,
            facts.Where(one => one.Latest(area.Code) is null).Select(one => one.Indicator.Title).ToList(),
            lead,
            lead is null ? [] : PeersOf(area, areas, facts.First(one => one.Indicator.Id == lead.Indicator.Id), facts, lead.Figure.Year));
    }

    /// <summary>The rows by community and dimension, both in declared order; inside a dimension the widest gap first.</summary>
    public IReadOnlyList<(string Community, IReadOnlyList<(string Dimension, IReadOnlyList<AreaRow> Rows)> Dimensions)> ByCommunity { get; } =
        [.. Rows.GroupBy(row => row.Indicator.Community, StringComparer.Ordinal).Select(community => (community.Key, Dimensions(community)))];

    private static IReadOnlyList<(string Dimension, IReadOnlyList<AreaRow> Rows)> Dimensions(IEnumerable<AreaRow> rows) =>
        [.. rows.GroupBy(row => row.Indicator.Dimension, StringComparer.Ordinal)
            .Select(dimension => (dimension.Key, (IReadOnlyList<AreaRow>)dimension.OrderByDescending(row => row.RelativeGap).ToList()))];

    // Same income group and region first, then same income group; among them the nearest by population.
    private static IReadOnlyList<AreaYear> PeersOf(Area area, AreaCatalog areas, IndicatorFacts lead, IReadOnlyList<IndicatorFacts> facts, int year)
    {
        var income = areas.GroupOf(area.Code, AreaGroupKind.IncomeGroup)?.Code;
        var region = areas.GroupOf(area.Code, AreaGroupKind.WorldBankRegion)?.Code;
        var weights = facts.FirstOrDefault(one => one.Indicator.Id == lead.Indicator.Weights);
        var size = SizeOf(area.Code);
        var rows = FigureRows.InYear(lead, areas, year);
        var chosen = rows.Where(row => row.Area.Code != area.Code && row.Value is not null && income is not null && row.IncomeGroup?.Code == income)
            .OrderByDescending(row => areas.GroupOf(row.Area.Code, AreaGroupKind.WorldBankRegion)?.Code == region)
            .ThenBy(row => size is { } own && SizeOf(row.Area.Code) is { } other ? Math.Abs(Math.Log(other / own)) : double.MaxValue)
            .ThenBy(row => row.Area.Code, StringComparer.Ordinal).Take(PeerCount);
        return [.. rows.Where(row => row.Area.Code == area.Code), .. chosen];

        double? SizeOf(string code) => weights?.Latest(code)?.Value is { } value and > 0 ? value : null;
    }
}
