using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Makes the chart of a state.</summary>
public static class ExploreViews
{
    /// <summary>The chart; where there is nothing to show, the reason.</summary>
    public static ExploreChart Of(ExploreData data)
    {
        var scope = new ExploreScope(data);
        if (scope.Years.Count == 0)
        {
            return ExploreChart.Nothing(ReasonOf(data), data.Main.Title);
        }

        return data.State.Tab switch
        {
            ExploreTab.Line => LineView.Of(data, scope),
            ExploreTab.Slope => SlopeView.Of(data, scope),
            ExploreTab.DiscreteBar => RankingView.Of(data, scope),
            ExploreTab.Dumbbell => DumbbellView.Of(data, scope),
            ExploreTab.Scatter => ScatterView.Of(data, scope),
            ExploreTab.Distribution => DistributionView.Of(data, scope),
            ExploreTab.StackedBar => StackView.Of(data, scope),
            ExploreTab.HeatMap => HeatView.Of(data, scope),
            ExploreTab.Table => YearView.Table(data, scope),
            _ => MapView.Of(data, scope),
        };
    }

    private static string ReasonOf(ExploreData data) => data switch
    {
        { Main.Indicator.Awaiting: { } why } => T("No data: {0}", T(why)),
        { State.Measure: not null } => T("No data: no value of this measure could be computed"),
        { State.At.IsNow: false } => T("No data: no figure of this indicator was known then"),
        _ => T("No data: no source has delivered a figure of this indicator yet"),
    };
}
