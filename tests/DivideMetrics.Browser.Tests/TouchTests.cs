using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>Charts under a finger: the server's drawing stays, and nothing more is fetched, until it is touched.</summary>
public sealed class TouchTests(BrowserFixture browser)
{
    private const string Script = "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('plotly'))";

    [Theory]
    [InlineData(SitePages.Indicator)]
    [InlineData(SitePages.Explore + "?tab=line")]
    public async Task Script_of_charts_is_fetched_at_the_first_touch(string address)
    {
        await using var window = await browser.OpenAsync(Look.Phone);
        await window.GoAsync(address);
        await Assertions.Expect(window.Page.Locator(WatchedPage.Asleep).GetByRole(AriaRole.Button, new() { Name = "Show values" })).ToBeVisibleAsync();
        Assert.False(await window.Page.EvaluateAsync<bool>(Script));
        Assert.Empty(await window.BarriersAsync());

        await window.WakeChartsAsync();

        Assert.True(await window.Page.EvaluateAsync<bool>(Script));
        await Assertions.Expect(window.Page.Locator(".js-plotly-plot")).ToBeFocusedAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Touched_place_of_a_map_tells_its_value()
    {
        await using var window = await browser.OpenAsync(Look.Phone);
        await window.GoAsync(SitePages.Indicator);
        await window.Page.Locator(WatchedPage.Asleep).ScrollIntoViewIfNeededAsync();
        var shape = await window.Page.Locator(".static-map path").EvaluateAllAsync<float[]>(
            """
            shapes => {
                const boxes = shapes.map(shape => [shape, shape.getBoundingClientRect()]).sort((a, b) => b[1].width * b[1].height - a[1].width * a[1].height);
                const [x, y] = [box => box.x + box.width / 2, box => box.y + box.height / 2];
                const [, box] = boxes.find(([shape, box]) => document.elementFromPoint(x(box), y(box)) === shape);
                return [x(box), y(box)];
            }
            """);

        await window.Page.Touchscreen.TapAsync(shape[0], shape[1]);

        await Assertions.Expect(window.Page.Locator(".hoverlayer .hovertext").First).ToBeVisibleAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Chart_of_the_next_view_need_not_be_woken()
    {
        await using var window = await browser.OpenAsync(Look.NightPhone);
        await window.GoAsync(SitePages.Explore);
        await window.WakeChartsAsync();

        await window.Page.Locator("nav.tabs a[href*='tab=slope']").TapAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("tab=slope"));
        await window.WhenDrawnAsync();
        await Assertions.Expect(window.Page.Locator(".main-svg").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(WatchedPage.Asleep)).ToHaveCountAsync(0);
        Assert.Empty(window.Troubles);
    }
}
