using Bunit;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Components.Pages.Indicators;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Components;

/// <summary>Lines as the server draws them, and their table.</summary>
public sealed class LinesTests : BunitContext
{
    [Theory]
    [InlineData("path:not([stroke-dasharray]):not([fill-opacity])", "M0 81.13L10 72.83")]
    [InlineData("path[stroke-dasharray='1,3']", "M10 72.83L20 70.75")]
    [InlineData("path[stroke-dasharray='4,4']", "M20 70.75L60 60.38L100 48.96")]
    [InlineData("path[fill-opacity]", "M20 68.87L60 54.72L100 38.77L100 59.53L60 66.04L20 72.64Z")]
    public void Line_its_projection_and_band_are_drawn_by_the_server_too(string part, string path) => Assert.Equal(path, Lines("KEN").Find(".plot-wide " + part).GetAttribute("d"));

    [Fact]
    public void Label_of_a_line_says_its_end() => Assert.Equal("Kenya 54.1\u00a0%", Lines("KEN").Find(".plot-wide text.label").TextContent);

    [Fact]
    public void Line_without_a_projection_is_one_path() => Assert.Single(Lines("DEU").FindAll(".plot-wide path"));

    [Fact]
    public void Point_says_what_it_is_without_a_script() => Assert.Equal("Kenya, 2021: 28.8\u00a0% (estimated)", Lines("KEN").FindAll(".plot-wide circle title")[^1].TextContent);

    [Theory]
    [InlineData("2026", "42.0 projected (36.0–48.0)", "")]
    [InlineData("2022", "31.0 projected (29.0–33.0)", "66.3")]
    [InlineData("2021", "28.8 (e)", "62.0")]
    public void Table_has_a_row_a_year_and_says_what_is_projected(string year, string kenya, string world)
    {
        var facts = SampleWorld.Facts();
        var provider = new LineSeries("World", FigureRows.Points(facts.SeriesOf("WLD")));
        var figure = Figure("KEN") with { Series = [.. Figure("KEN").Series, provider] };

        var table = Render<LinesTable>(with => with.Add(table => table.Figure, figure).Add(table => table.Caption, "x"));

        var row = table.FindAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == year);
        Assert.Equal([kenya, world], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("from")]
    [InlineData("to")]
    public void Ends_of_the_years_are_open_in_the_form_so_that_the_projection_stays(string name)
    {
        Services.AddSingleton(SampleWorld.Catalog);
        SetRendererInfo(new("Static", isInteractive: false));
        var model = IndicatorModel.Of(SampleWorld.Facts(), SampleWorld.Areas, new(IndicatorTab.Line));

        var sentence = Render<IndicatorSentence>(with => with.Add(sentence => sentence.Model, model).Add(sentence => sentence.Indicator, SampleWorld.Indicator));

        Assert.Equal(["earliest", "latest"], sentence.FindAll($"select[name={name}] option").Select(option => option.GetAttribute("value")));
    }

    private static LinesFigure Figure(string code) => GroupLines.Of(SampleWorld.Facts(), SampleWorld.Areas, [code], Sex.Total, TimeWindow.All);

    private IRenderedComponent<PlotDrawing> Lines(string code) => Render<PlotDrawing>(with => with.Add(lines => lines.Figure, Figure(code)));
}
