using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;

namespace DivideMetrics.Web.Explore;

/// <summary>One bar an economy in one year, by name unless the reader asks for another order; never with ranks.</summary>
internal static class RankingView
{
    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        var year = scope.Year!.Value;
        var rows = scope.Ordered(YearView.RowsOf(data, scope, year), row => row.Point.Value);
        var chart = YearView.ChartOf(data, scope, rows, year);
        var height = NamedRows.HeightOf(rows.Count);
        return rows.Count == 0 ? chart : chart with
        {
            Figure = new RankingFigure
            {
                Summary = chart.Words,
                Height = height,
                NarrowHeight = height,
                Rows = rows.Select(row => new RankingRow(row.Point.Area, scope.NameOf(row.Point.Area), row.Point.Value, YearView.SaidOf(data, row.Point))).ToList(),
                Text = data.Main.Text,
                Goal = scope.Goal,
                LowerIsBetter = data.Main.Indicator.Direction == Indicators.Direction.Down,
                Paint = data.Main.IsGap ? Paint.Gap : Paint.Accent,
            },
        };
    }
}
