using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>How economies are spread within each group in one year.</summary>
internal static class DistributionView
{
    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        if (data.Main.IsOfGroups)
        {
            return ExploreChart.Nothing(T("No data: only groups of economies have this measure, and nothing is spread within them"), data.Main.Title);
        }

        var year = scope.Year!.Value;
        var shown = YearView.RowsOf(data, scope, year);
        var groups = scope.Groups.Select(group => (Group: group, Rows: shown.Where(row => scope.GroupOf(row.Point.Area)?.Code == group.Code).ToList())).Where(group => group.Rows.Count > 0).ToList();
        var chart = YearView.ChartOf(data, scope, [.. groups.SelectMany(group => group.Rows)], year);
        if (groups.Count == 0)
        {
            return chart;
        }

        var middles = groups.ConvertAll(group => (Name: Names.Of(group.Group), Middle: Middle.Of(group.Rows.Select(row => row.Point.Value)), group.Rows.Count));
        var words = string.Join(" ", middles.Select(group => T("{0}: half of {1} at or below {2}.", group.Name, N(group.Count, "one economy", "{0} economies", Numbers.Count(group.Count)), data.Main.Text(group.Middle))));
        var (least, most) = (middles.MinBy(group => group.Middle), middles.MaxBy(group => group.Middle));
        return chart with
        {
            Finding = middles.Count == 1 ? T("{0}: the middle economy at {1}", least.Name, data.Main.Text(least.Middle))
                : T("The middle economy: {0} in {1}, {2} in {3}", data.Main.Text(least.Middle), least.Name, data.Main.Text(most.Middle), most.Name),
            Words = words,
            Figure = new SwarmFigure
            {
                Summary = words,
                Height = (groups.Count * SwarmFigure.RowHeight) + 56,
                NarrowHeight = (groups.Count * SwarmFigure.RowHeight) + 56,
                Range = RangeOf(data, scope),
                Goal = scope.Goal,
                Rows = groups.ConvertAll(group => new SwarmRow(
                    group.Group.Code, Names.Of(group.Group), group.Rows.ConvertAll(row => new RankingRow(row.Point.Area, scope.NameOf(row.Point.Area), row.Point.Value, YearView.SaidOf(data, row.Point))),
                    data.Main.Measure is null ? data.Main.At(group.Group.Code, year)?.Value : null)),
            },
            Note = data.Main.Measure is null ? T("Upright stroke: the group’s mean, weighted by population, where it is published.") : null,
        };
    }

    private static (double From, double To) RangeOf(ExploreData data, ExploreScope scope)
    {
        if (data.Main is { Min: { } min, Max: { } max })
        {
            return (min, max);
        }

        var values = scope.Rows.SelectMany(row => data.Main.SeriesOf(row.Code)).Select(point => point.Value).DefaultIfEmpty(0).ToList();
        return (Math.Min(0, values.Min()), Ticks.RoundUp(values.Max()));
    }
}
