using System.Net;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>The map of a year; of a span, the maps of its two ends side by side on one scale.</summary>
internal static class MapView
{
    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        if (data.Main.IsOfGroups)
        {
            return LineView.Of(data, scope) with { Note = T("Only groups of economies have this measure, so it is shown over time instead of on a map.") };
        }

        var scale = scope.ScaleOf();
        return data.State.Time is { IsPoint: false } && scope.Span is { } span && span.From != span.To ? Pair(data, scope, scale, span) : One(data, scope, scale);
    }

    private static ExploreChart One(ExploreData data, ExploreScope scope, LevelScale scale)
    {
        var year = scope.Year!.Value;
        var chart = YearView.ChartOf(data, scope, YearView.RowsOf(data, scope, year), year);
        return chart with { Figure = MapOf(data, scope, scale, year, chart.Words), Scale = scale };
    }

    private static ExploreChart Pair(ExploreData data, ExploreScope scope, LevelScale scale, (int From, int To) span)
    {
        var from = scope.Years.First(year => year >= span.From);
        var to = scope.Years.Last(year => year <= span.To);
        var (before, after) = (YearView.RowsOf(data, scope, from), YearView.RowsOf(data, scope, to));
        var both = before.Select(row => row.Point.Area).Intersect(after.Select(row => row.Point.Area)).ToHashSet(StringComparer.Ordinal);
        var words = both.Count == 0
            ? T("{0}: no economy has data in both years, {1} and {2}.", data.Main.Title, Numbers.Year(from), Numbers.Year(to))
            : T("{0}: of {1} with data in both years, half stood at or below {2} in {3} and at or below {4} in {5}.",
                data.Main.Title, N(both.Count, "one economy", "{0} economies", Numbers.Count(both.Count)), MiddleOf(data, before, both), Numbers.Year(from), MiddleOf(data, after, both), Numbers.Year(to));
        return new()
        {
            Finding = both.Count == 0 ? T("No economy has data in both years") : T("The middle economy: {0} in {1}, {2} in {3}", MiddleOf(data, before, both), Numbers.Year(from), MiddleOf(data, after, both), Numbers.Year(to)),
            Subtitle = T("{0}, {1}, {2}, {3} and {4} on one scale", data.Main.Title, data.Main.UnitLabel, scope.Whom, Numbers.Year(from), Numbers.Year(to)),
            Words = words,
            Figure = MapOf(data, scope, scale, from, words),
            Second = MapOf(data, scope, scale, to, words),
            Headings = (Numbers.Year(from), Numbers.Year(to)),
            Scale = scale,
            Rows = [.. before, .. after],
        };
    }

    private static string MiddleOf(ExploreData data, IReadOnlyList<ShownRow> rows, HashSet<string> among) =>
        data.Main.Text(Middle.Of(rows.Where(row => among.Contains(row.Point.Area)).Select(row => row.Point.Value)));

    private static MapFigure MapOf(ExploreData data, ExploreScope scope, LevelScale scale, int year, string summary) =>
        MapFigure.Of(scope.Rows.Select(row => AreaOf(data, row, year)).ToList(), scale, summary);

    private static MapArea AreaOf(ExploreData data, ScopeRow row, int year)
    {
        var point = data.Main.At(row.Code, year);
        var said = point is null ? T("no data for {0}", Numbers.Year(year)) : YearView.SaidOf(data, point);
        return new(row.Code, point?.Value, $"<b>{WebUtility.HtmlEncode(row.Name)}</b><br>{WebUtility.HtmlEncode(said).Replace("; ", "<br>", StringComparison.Ordinal)}");
    }
}
