using Bunit;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Components.Pages.Progress;
using DivideMetrics.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Progress;

public sealed class ProgressTableTests : BunitContext
{
    public ProgressTableTests()
    {
        Services.AddSingleton(ProgressSample.Catalog);
        SetRendererInfo(new("Static", isInteractive: false));
    }

    [Fact]
    public void Cell_opens_its_explanation_in_its_state_and_says_what_it_means()
    {
        var cell = Table(new(), new ReadAt(new(2025, 3, 1), null)).Find("a[aria-label='Kenya, People online: Too slow']");

        Assert.Equal("/explain?measure=progress-unsd-2023&indicator=online&area=KEN&year=2021&asof=2025-03-01", cell.GetAttribute("href"));
        Assert.Equal(("◆", "t-f"), (cell.TextContent, cell.ClassName));
    }

    [Fact]
    public void Only_what_is_assessed_is_a_link()
    {
        var table = Table(new());

        Assert.Equal(8, table.FindAll("td a[aria-label]").Count);
        Assert.Equal(("○", "Not assessable"), (table.Find("td span[role=img]").TextContent, table.Find("td span[role=img]").GetAttribute("aria-label")));
    }

    [Fact]
    public void Every_row_has_a_cell_under_every_heading()
    {
        var table = Table(new());
        var columns = table.FindAll("thead tr:last-child th").Count;

        Assert.All(table.FindAll("tbody tr, tfoot tr"), row => Assert.Equal(columns, row.Children.Sum(cell => int.Parse(cell.GetAttribute("colspan") ?? "1", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(table.FindAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
        Assert.NotEmpty(table.Find("caption").TextContent);
    }

    [Fact]
    public void Chosen_status_keeps_its_tone_alone() => Assert.Contains("only-t-m", Table(new(Status: "met")).Find("table").ClassList);

    [Fact]
    public void Totals_stand_under_each_indicator_with_a_bar()
    {
        var table = Table(new());

        Assert.Equal(
            "People online: Goal met 2, Too slow 1, Standing still or falling back 1, Not assessable, or no figures 2", table.Find("tfoot svg").GetAttribute("aria-label"));
        Assert.Equal(["2", "0", "1", "1", "2"], table.FindAll("tfoot tr").Skip(1).Select(row => row.Children[1].TextContent));
    }

    [Fact]
    public void World_has_its_paces_beside_the_economies()
    {
        var totals = Render<WorldTotals>(with => with.Add(totals => totals.Totals, ProgressSample.Matrix().Columns));

        var cells = totals.FindAll("tbody tr:not(:first-child)")[0].Children.Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(["▲ On track", "3.10\u00a0pp a year", "4.20\u00a0pp a year", "0.74"], cells[1..5]);
        Assert.Equal(["2", "0", "1", "1", "2"], cells[6..]);
        Assert.Contains("no goal: judged by growth", totals.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_is_as_long_as_its_parts()
    {
        var rects = Render<WorldTotals>(with => with.Add(totals => totals.Totals, ProgressSample.Matrix().Columns)).FindAll("svg")[0].Children;

        Assert.Equal(["33.33%", "16.67%", "16.67%", "33.33%"], rects.Select(rect => rect.GetAttribute("width")));
    }

    private IRenderedComponent<MatrixTable> Table(ProgressState state, ReadAt at = default) =>
        Render<MatrixTable>(with => with.Add(table => table.Matrix, ProgressSample.Matrix(state)).Add(table => table.At, at));
}
