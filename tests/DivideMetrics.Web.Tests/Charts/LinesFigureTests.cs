using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace DivideMetrics.Web.Tests.Charts;

public sealed class LinesFigureTests
{
    private static LinesFigure Of(params string[] codes) => GroupLines.Of(SampleWorld.Facts(), SampleWorld.Areas, codes, Sex.Total, TimeWindow.All);

    private static List<Scatter> Traces(string code) => Of(code).Draw(ChartTheme.Light).Traces.Cast<Scatter>().ToList();

    private static Scatter Line(string code, string dash) => Traces(code).Single(trace => trace.Line?.Dash == dash);

    [Fact]
    public void Groups_are_lines_of_published_means_without_points()
    {
        var line = Assert.Single(Of("LIC").Series);

        Assert.Equal([17, 19.7], line.Points.Select(point => point.Value));
        Assert.False(line.Observed);
    }

    [Fact]
    public void Unpublished_years_are_gaps_and_not_zero() => Assert.DoesNotContain(Of("WLD").Series[0].Points, point => point.Year == 2022);

    [Fact]
    public void Estimated_points_are_hollow()
    {
        var trace = Assert.IsType<Scatter>(Of("KEN").Draw(ChartTheme.Light).Traces[^1]);

        Assert.Equal([ChartTheme.Light.Categories[0], ChartTheme.Light.Paper], trace.Marker.ColorArray);
    }

    [Fact]
    public void Projection_is_a_dashed_path_of_its_years()
    {
        var trace = Line("KEN", "4px,4px");

        Assert.Equal([2022d, 2026d, 2030d], trace.X);
        Assert.Equal([31d, 42d, 54.1], trace.Y);
    }

    [Fact]
    public void Band_goes_along_the_upper_ends_and_back_along_the_lower()
    {
        var band = Traces("KEN")[0];

        Assert.Equal([2022d, 2026d, 2030d, 2030d, 2026d, 2022d], band.X);
        Assert.Equal([33d, 48d, 64.9, 42.9, 36d, 29d], band.Y);
    }

    [Fact]
    public void Way_from_the_last_point_to_the_trend_is_dotted_and_says_nothing()
    {
        var connector = Line("KEN", "1px,3px");

        Assert.Equal([28.8, 31d], connector.Y);
        Assert.Equal(HoverInfoFlag.Skip, connector.HoverInfo);
    }

    [Fact]
    public void Every_projected_year_says_its_interval() =>
        Assert.Contains(
            "<b>Kenya</b><br>2026: 42.0\u00a0% projected<br>95\u202f% interval 36.0\u00a0% to 48.0\u00a0%", Traces("KEN").SelectMany(trace => trace.HoverTextArray ?? []));

    [Fact]
    public void Projection_that_is_not_assessable_is_not_drawn() => Assert.Equal([ModeFlag.Lines, ModeFlag.Markers], Traces("DEU").Select(trace => trace.Mode));

    [Theory]
    [InlineData(2021, 0), InlineData(2022, 1), InlineData(2029, 2), InlineData(2030, 3)]
    public void Projection_ends_with_the_window(int to, int years) =>
        Assert.Equal(years, GroupLines.Of(SampleWorld.Facts(), SampleWorld.Areas, ["KEN"], Sex.Total, new(2020, to)).Series.Single().Projection.Count);

    [Fact]
    public void Projection_is_left_out_when_the_window_ends_before_it()
    {
        var figure = GroupLines.Of(SampleWorld.Facts(), SampleWorld.Areas, ["KEN"], Sex.Total, new(2020, 2020));

        Assert.Empty(Assert.Single(figure.Series).Projection);
    }

    [Fact]
    public void Goal_is_a_line_with_its_label()
    {
        var layout = Of("KEN").Draw(ChartTheme.Light).Layout;

        Assert.Equal(100d, Assert.Single(layout.Shapes).Y0);
        Assert.Contains(layout.Annotations, note => note.Text == "Goal 100\u202f% by 2030, counted as met from 95\u202f%");
    }

    [Fact]
    public void World_is_in_ink_and_takes_no_colour_from_the_others()
    {
        var figure = Of("WLD", "LIC");

        Assert.Equal((ChartTheme.Light.Ink, ChartTheme.Light.Categories[0]), (ChartTheme.Light.Of(figure.PaintOf(0)), ChartTheme.Light.Of(figure.PaintOf(1))));
    }

    [Fact]
    public void Axis_starts_at_zero_and_holds_goal_and_bands() => Assert.Equal((0d, true), (Of("KEN").Draw(ChartTheme.Light).Layout.YAxis[0].Range[0], Of("KEN").Top > 100));

    [Fact]
    public void Summary_says_where_each_line_starts_and_ends() =>
        Assert.Contains("Kenya from 20.0\u202f% to 28.8\u202f%", Of("KEN").Summary, StringComparison.Ordinal);

    [Fact]
    public void Area_without_points_has_no_line() => Assert.Empty(Of("CIV").Series);

    [Fact]
    public void Labels_keep_their_distance_order_and_ceiling()
    {
        var wanted = new[] { 50.0, 50.5, 99.5, 0.1 };

        var places = LabelPlacement.Spread(wanted, 5, 100);

        var sorted = places.Order().ToList();
        Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 5 - 1e-9));
        Assert.Equal(wanted.Select((value, index) => (value, index)).OrderBy(pair => pair.value).Select(pair => pair.index), places.Select((value, index) => (value, index)).OrderBy(pair => pair.value).Select(pair => pair.index));
        Assert.True(places.Max() <= 100);
    }

    [Fact]
    public void Sparkline_needs_two_points() => Assert.Null(SparkShape.Of([new(2021, 5)], new(0, 100)));

    [Fact]
    public void Sparkline_runs_from_left_to_right_and_up_for_more() =>
        Assert.Equal(new("M4 28L116 4", 116, 4), SparkShape.Of([new(2000, 0), new(2021, 100)], new(0, 100)));
}
