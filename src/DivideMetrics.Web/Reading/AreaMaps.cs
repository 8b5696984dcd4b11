using System.Net;
using DivideMetrics.Areas;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

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
        var summary = T(
            "World map of {0}, {1}, {2}: {3} of {4} economies have data. The table below holds every value.",
            T(indicator.Title), T(indicator.UnitLabel), Numbers.Year(year), Numbers.Count(known), Numbers.Count(rows.Count));
        return MapFigure.Of(rows.Select(row => new MapArea(row.Area.Code, row.Value, Hover(facts, row, year))).ToList(), scale, summary);
    }

    /// <summary>The scale of an indicator over all its years.</summary>
    public static LevelScale ScaleOf(IndicatorFacts facts, AreaCatalog areas) =>
        LevelScale.Of(facts.Indicator, facts.Figures.Where(figure => areas.Find(figure.Area)?.Kind != AreaKind.Aggregate).Select(figure => figure.Value!.Value).ToList());

    private static string Hover(IndicatorFacts facts, AreaYear row, int year)
    {
        var name = $"<b>{WebUtility.HtmlEncode(Names.Of(row.Area))}</b>";
        if (row.Value is not { } value)
        {
            return $"{name}<br>{T("no data for {0}", Numbers.Year(year))}";
        }

        var lines = new[]
        {
            name,
            row.Estimated ? T("{0} in {1} (estimated)", Numbers.Value(facts.Indicator, value), Numbers.Year(year)) : T("{0} in {1}", Numbers.Value(facts.Indicator, value), Numbers.Year(year)),
            FigureRows.GapText(facts.Indicator, row.Gap),
            FigureRows.TimeDistance(row.TimeDistance),
        };
        return string.Join("<br>", lines.Where(line => line.Length > 0));
    }
}
