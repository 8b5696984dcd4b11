using System.Net;
using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;

namespace DivideMetrics.Web.Reading;

/// <summary>Turns rows of a year into a map.</summary>
public static class AreaMaps
{
    /// <summary>The map of a year.</summary>
    /// <param name="facts">The indicator.</param>
    /// <param name="rows">One row an area.</param>
    /// <param name="scale">The scale, the same for all years.</param>
    /// <param name="year">The year.</param>
    public static MapFigure Of(IndicatorFacts facts, IReadOnlyList<AreaYear> rows, LevelScale scale, int year)
    {
        var indicator = facts.Indicator;
        var known = rows.Count(row => row.Value is not null);
        var summary = $"World map of {indicator.Title}, {indicator.UnitLabel}, {Numbers.Year(year)}: {known} of {rows.Count} economies have data. The table below holds every value.";
        return MapFigure.Of(rows.Select(row => new MapArea(row.Area.Code, row.Value, Hover(facts, row, year))).ToList(), scale, summary);
    }

    /// <summary>The scale of an indicator over all its years.</summary>
    public static LevelScale ScaleOf(IndicatorFacts facts, AreaCatalog areas) =>
        LevelScale.Of(facts.Indicator, facts.Figures.Where(figure => areas.Find(figure.Area)?.Kind != AreaKind.Aggregate).Select(figure => figure.Value!.Value).ToList());

    private static string Hover(IndicatorFacts facts, AreaYear row, int year)
    {
        var name = $"<b>{WebUtility.HtmlEncode(row.Area.Name)}</b>";
        if (row.Value is not { } value)
        {
            return $"{name}<br>no data for {Numbers.Year(year)}";
        }

        var lines = new[]
        {
            name,
            $"{Numbers.Value(facts.Indicator, value)} in {Numbers.Year(year)}{(row.Estimated ? " (estimated)" : "")}",
            FigureRows.GapText(facts.Indicator, row.Gap),
            FigureRows.TimeDistance(row.TimeDistance),
        };
        return string.Join("<br>", lines.Where(line => line.Length > 0));
    }
}
