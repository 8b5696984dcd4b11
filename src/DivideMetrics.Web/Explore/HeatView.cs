using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Areas by years in the classes of the map.</summary>
internal static class HeatView
{
    private const int Most = 50;

    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        var span = scope.Span!.Value;
        var codes = data.State.Areas ?? (data.State.Group is null ? scope.MostPopulous(Most) : scope.Rows.Select(row => row.Code).Where(code => data.Main.SeriesOf(code).Count > 0).ToList());
        var rows = codes.Select(code => new HeatRow(code, scope.NameOf(code), data.Main.SeriesOf(code).Where(point => point.Year >= span.From && point.Year <= span.To).ToDictionary(point => point.Year, point => point.Value)))
            .Where(row => row.Values.Count > 0).OrderBy(row => row.Name, Names.Order).ToList();
        var ordered = scope.Ordered(rows, row => row.Values.MaxBy(value => value.Key).Value);
        if (ordered.Count == 0)
        {
            return ExploreChart.Nothing(T("None of the chosen areas has data in these years"), data.Main.Title) with { Areas = codes };
        }

        var years = ordered.SelectMany(row => row.Values.Keys).Distinct().Order().ToList();
        var ends = EndsOf(ordered);
        var scale = scope.ScaleOf();
        var words = T("{0}, {1}, {2}: {3} values. Half of the areas stood at or below {4} in {5} and at or below {6} in {7}, of those with data in these years.", data.Main.Title,
            N(ordered.Count, "one area", "{0} areas", Numbers.Count(ordered.Count)), Numbers.Years(years[0], years[^1]), Numbers.Count(ordered.Sum(row => row.Values.Count)),
            MiddleOf(data, ordered, ends.From), Numbers.Year(ends.From), MiddleOf(data, ordered, ends.To), Numbers.Year(ends.To));
        var height = NamedRows.HeightOf(ordered.Count);
        return new()
        {
            Finding = T("The middle area: {0} in {1}, {2} in {3}", MiddleOf(data, ordered, ends.From), Numbers.Year(ends.From), MiddleOf(data, ordered, ends.To), Numbers.Year(ends.To)),
            Subtitle = data.State is { Areas: null, Group: null }
                ? T("{0}, {1}, {2}, the {3} economies with most people", data.Main.Title, data.Main.UnitLabel, Numbers.Years(years[0], years[^1]), Numbers.Count(ordered.Count))
                : T("{0}, {1}, {2}, {3}", data.Main.Title, data.Main.UnitLabel, Numbers.Years(years[0], years[^1]), scope.Whom),
            Words = words,
            Figure = new HeatFigure { Summary = words, Height = height, NarrowHeight = height, Rows = ordered, Years = years, Scale = scale, Text = data.Main.Text },
            Scale = scale,
            Rows = ordered.SelectMany(row => row.Values.Keys.Order().Select(year => new ShownRow(data.Main, data.Main.At(row.Code, year)!))).ToList(),
            Areas = codes,
        };
    }

    /// <summary>The first and the last year that at least two thirds of the areas of the fullest year have.</summary>
    private static (int From, int To) EndsOf(IReadOnlyList<HeatRow> rows)
    {
        var broad = BroadYears.Of(rows.SelectMany(row => row.Values.Keys));
        return (broad[0], broad[^1]);
    }

    private static string MiddleOf(ExploreData data, IReadOnlyList<HeatRow> rows, int year) => data.Main.Text(Middle.Of(rows.Where(row => row.Values.ContainsKey(year)).Select(row => row.Values[year])));
}
