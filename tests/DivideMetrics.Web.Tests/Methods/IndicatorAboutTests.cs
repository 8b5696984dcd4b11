using Bunit;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>Coverage by year and breaks of an indicator.</summary>
public sealed class IndicatorAboutTests : BunitContext
{
    [Fact]
    public void Coverage_counts_economies_and_neither_territories_nor_aggregates()
    {
        var figure = CoverageFigure.Of(SampleWorld.Facts(), SampleWorld.Areas);

        Assert.Equal(6, figure.All);
        Assert.Equal([new(2020, 3, 0), new(2021, 5, 1)], figure.Years);
        Assert.Equal("5 of 6 economies have a figure of 2021, more than of any other year", figure.Finding);
    }

    [Fact]
    public void Year_in_which_nobody_has_a_figure_is_shown_empty()
    {
        var facts = new IndicatorFacts(SampleWorld.Indicator, [SampleWorld.Figure("KEN", 2018, 1), SampleWorld.Figure("DEU", 2018, 1), SampleWorld.Figure("KEN", 2020, 2)], []);

        var figure = CoverageFigure.Of(facts, SampleWorld.Areas);

        Assert.Equal([2, 0, 1], figure.Years.Select(year => year.Economies));
        Assert.Equal("2 of 6 economies have a figure of 2018, the fullest year; one has a figure of 2020", figure.Finding);
    }

    [Fact]
    public void Chart_draws_a_bar_a_year_and_its_table_says_the_same()
    {
        var chart = Render<CoverageYears>(with => with.Add(chart => chart.Figure, CoverageFigure.Of(SampleWorld.Facts(), SampleWorld.Areas)));

        Assert.Equal(["42", "70"], chart.FindAll("rect.estimated").Select(bar => bar.GetAttribute("height")));
        Assert.Equal(["42", "56"], chart.FindAll("rect.v").Select(bar => bar.GetAttribute("height")));
        Assert.Equal(["2021", "5", "1", "2020", "3", "0"], chart.FindAll("tbody th, tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Breaks_are_those_that_somebody_says_by_year_and_reason()
    {
        var indicator = SampleWorld.Indicator with { Breaks = [new(2020, null, "A new definition.")] };
        var facts = new IndicatorFacts(
            indicator,
            [
                SampleWorld.Figure("KEN", 2018, 1), SampleWorld.Figure("KEN", 2019, 2, status: ObsStatus.B), SampleWorld.Figure("BDI", 2018, 1),
                SampleWorld.Figure("BDI", 2019, 2, status: ObsStatus.B), SampleWorld.Figure("BDI", 2020, 3), SampleWorld.Figure("DEU", 2019, 2, status: ObsStatus.B),
                SampleWorld.Figure("WLD", 2018, 2), SampleWorld.Figure("WLD", 2019, 2, status: ObsStatus.B),
            ],
            []);

        var found = MarkedBreak.Of(facts, SampleWorld.Areas);

        Assert.Equal(["2020 A new definition. Burundi", "2019  Burundi, Kenya"], found.Select(one => $"{one.Year} {one.Reason} {string.Join(", ", one.Areas.Select(area => area.Name))}"));
    }
}

/// <summary>The page of an indicator says more of its figures.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class IndicatorReleasesTests(ReleasedSite site)
{
    [Theory]
    [InlineData("", "10 June 2025")]
    [InlineData("?asof=2025-03-01", "15 January 2025")]
    public async Task Page_lists_the_releases_that_brought_its_figures(string state, string release)
    {
        var html = await site.Client.GetStringAsync($"/indicators/internet-users{state}");

        Assert.Matches($"href=\"/sources/UNSD/changes\\?vintage=\\d+\"[^>]*>{release}</a>", html);
        Assert.Contains("Coverage by year", html, StringComparison.Ordinal);
    }
}
