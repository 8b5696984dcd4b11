using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>What pages do beside being whole.</summary>
public sealed class PageTests(BrowserFixture browser)
{
    private const string Overview = SitePages.Overview;
    private const string Indicator = SitePages.Indicator;
    private const string Country = SitePages.Country;

    [Fact]
    public async Task Slider_moves_the_year_by_keyboard_and_back_returns()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(Indicator);
        var heading = window.Page.Locator("figure.frame").First;
        var before = await heading.InnerTextAsync();
        var year = await window.Page.Locator("output").First.InnerTextAsync();

        // The key goes to the slider itself: a page that has just come alive may still move the focus to its heading.
        await window.Page.Locator("input[type=range]").First.PressAsync("Home");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/indicators/internet-users\\?.*time=2000"));
        await Assertions.Expect(window.Page.Locator("output").First).ToHaveTextAsync("2000");
        await Assertions.Expect(heading).Not.ToHaveTextAsync(before);

        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator("output").First).ToHaveTextAsync(year);
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData(Overview)]
    [InlineData(Indicator)]
    public async Task Map_has_a_mark_for_every_small_state(string address)
    {
        await using var window = await browser.OpenAsync(Look.Light);

        await window.GoAsync(address);

        // Far more than the few that stand alone in an ocean: every state that the shapes leave out or draw too small.
        var marks = window.Page.Locator(".chart-area .scattergeo path.point");
        await Assertions.Expect(marks.Nth(29)).ToBeAttachedAsync();
        Assert.InRange(await marks.CountAsync(), 30, 100);
    }

    [Theory]
    [InlineData(Overview)]
    [InlineData(Indicator)]
    [InlineData(Indicator + "?tab=line")]
    public async Task Every_chart_has_its_table(string address)
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(address);

        var charts = await window.Page.Locator("figure.frame:has(.chart-area)").CountAsync();
        foreach (var closed in await window.Page.Locator("figure.frame:has(.chart-area) details.twin > summary").AllAsync())
        {
            await closed.ClickAsync();
        }

        await Assertions.Expect(window.Page.Locator("figure.frame:has(.chart-area) details.twin table")).ToHaveCountAsync(charts);
        var tables = await window.Page.Locator("figure.frame:has(.chart-area) details.twin table:has(tbody tr)").CountAsync();

        Assert.NotEqual(0, charts);
        Assert.Equal(charts, tables);
    }

    [Theory]
    [InlineData(Overview)]
    [InlineData(Indicator)]
    [InlineData(Country)]
    public async Task Page_without_script_still_says_it_all(string address)
    {
        await using var window = await browser.OpenAsync(Look.Light, script: false);

        await window.Page.GotoAsync(address);

        Assert.NotEqual("", await window.Page.TitleAsync());
        Assert.NotEqual("", await window.Page.Locator("h1").InnerTextAsync());
        Assert.NotEqual(0, await window.Page.Locator("table tbody tr, main li").CountAsync());
    }

    [Fact]
    public async Task What_was_opened_and_typed_before_a_page_came_alive_stays()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var wait = new TaskCompletionSource();
        await window.Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await wait.Task;
            await route.ContinueAsync();
        });
        await window.Page.GotoAsync("/inequality", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await window.Page.Locator("main details > summary").First.ClickAsync();
        await window.Page.Locator("#site-search").FillAsync("ken");
        var first = await window.Page.QuerySelectorAsync("main");

        wait.SetResult();
        await window.Page.WaitForFunctionAsync("first => !first.isConnected", first);

        await Assertions.Expect(window.Page.Locator("main details").First).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(window.Page.Locator("#site-search")).ToHaveValueAsync("ken");
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Barrier_is_found_where_there_is_one()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.Page.SetContentAsync("<html lang='en'><title>x</title><main><h1>x</h1><p style='color:#aaa'>pale</p><img src='data:,'></main>");

        var barriers = await window.BarriersAsync();

        Assert.Equal(["color-contrast", "image-alt"], barriers.Select(barrier => barrier.Split(':')[0]).Order());
    }

    [Fact]
    public async Task Description_of_the_api_needs_no_other_host()
    {
        await using var window = await browser.OpenAsync(Look.Light);

        await window.Page.GotoAsync("/api/v1", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await Assertions.Expect(window.Page.GetByText("DivideMetrics").First).ToBeVisibleAsync();
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData("screenshot", Overview, "light")]
    [InlineData("screenshot-country", Country, "dark")]
    [InlineData("screenshot-arabic", SitePages.Explore, "light-ar")]
    public async Task Screenshot_of_the_readme_is_a_page(string name, string address, string look)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DIVIDEMETRICS_UPDATE_SCREENSHOT") == "1", "DIVIDEMETRICS_UPDATE_SCREENSHOT=1 renews the README's pictures.");
        var named = Look.Of(look.Replace("-ar", "", StringComparison.Ordinal));
        await using var window = await browser.OpenAsync(look.EndsWith("-ar", StringComparison.Ordinal) ? named.InArabic() : named);
        await window.GoAsync(address);
        await window.Page.SetViewportSizeAsync(1280, 1100);
        await window.Page.WaitForTimeoutAsync(1000);

        var picture = await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, $"{name}.png") });

        Assert.NotEmpty(picture);
    }
}
