using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>The matrix of progress in a real browser.</summary>
public sealed class ProgressTests(BrowserFixture browser)
{
    [Fact]
    public async Task Matrix_is_reached_from_the_overview_filtered_explained_and_left_again()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/");

        await window.Page.Locator("footer a", new() { HasText = "Progress to 2030" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("table.mx")).ToBeVisibleAsync();
        await window.Page.GetByLabel("Group of economies").SelectOptionAsync("LIC");
        await window.Page.Locator("form.sentence button").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/progress\\?region=LIC$"));
        var rows = await window.Page.Locator("table.mx tbody:not(.top) tr").CountAsync();

        var cell = window.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Burundi, Individuals using the Internet: ") });

        await cell.ClickAsync();
        await Assertions.Expect(window.Page.Locator("table.mx")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/explain\\?measure=progress-unsd-2023&indicator=internet-users&area=BDI&year="));
        await window.WhenFetchedAsync("/explain");
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator("table.mx tbody:not(.top) tr")).ToHaveCountAsync(rows);
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/progress$"));

        Assert.InRange(rows, 10, 60);
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("phone")]
    public async Task Headings_and_names_stay_in_sight_while_the_matrix_scrolls(string look)
    {
        await using var window = await browser.OpenAsync(Look.Of(look), script: false);
        await window.Page.GotoAsync("/progress");

        var moved = await window.Page.EvaluateAsync<float[]>(
            """
            () => {
                const region = document.querySelector('.matrix'), box = () => region.getBoundingClientRect();
                region.scrollTo(200, 1500);
                const name = region.querySelector('tbody:last-of-type tr:last-child th').getBoundingClientRect();
                const heading = region.querySelector('thead tr:last-child th:nth-child(2)').getBoundingClientRect();
                return [name.left - box().left, heading.top - box().top, region.scrollTop, region.tabIndex];
            }
            """);

        Assert.InRange(moved[0], -1, 1);
        Assert.InRange(moved[1], -1, 2);
        Assert.True(moved[2] > 1000);
        Assert.Equal(0, moved[3]);
        Assert.True(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Look.Of(look).Width);
    }
}
