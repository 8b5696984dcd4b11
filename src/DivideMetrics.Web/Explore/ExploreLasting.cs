using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Explore;

/// <summary>A chart's state as it is handed on: what now is a default, and may be another one next year, is written.</summary>
public static class ExploreLasting
{
    /// <summary>The state with the year, or the first year, that is shown.</summary>
    /// <param name="state">The state, with the day of its figures.</param>
    /// <param name="chart">Its chart.</param>
    public static ExploreState Of(ExploreState state, ExploreChart chart) => state with
    {
        Embed = false,
        Time = state.Time ?? (chart.Year is { } year ? TimeWindow.At(year) : chart.Rows.Count == 0 ? null : new(chart.Rows.Min(row => row.Point.Year), TimeWindow.Latest)),
    };
}
