using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>The figures of another day.</summary>
public sealed class StateTests(BrowserFixture browser, ReleasedProgram program) : IClassFixture<ReleasedProgram>
{
    private const string Then = "asof=2024-03-01";

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task Page_of_another_day_says_so_and_shows_the_figure_of_then(string look)
    {
        await using var window = await browser.OpenAsync(Look.Of(look), address: program.Address);

        await window.GoAsync($"/indicators/internet-users?tab=discrete-bar&{Then}");
        await window.UnfoldAsync("details.choice");
        var barriers = await window.BarriersAsync();
        await window.KeepPictureAsync($"indicator-then-{look}");

        await Assertions.Expect(window.Page.Locator(".state")).ToContainTextAsync("You see the figures as released until 1 March 2024.");
        await Assertions.Expect(window.Page.Locator(".gap-list")).ToContainTextAsync("28.5");
        Assert.True(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Look.Of(look).Width);
        Assert.Empty(barriers);
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Day_is_chosen_kept_from_page_to_page_and_left_again()
    {
        await using var window = await browser.OpenAsync(Look.Light, address: program.Address);
        await window.GoAsync("/indicators/internet-users?tab=discrete-bar");
        await Assertions.Expect(window.Page.Locator(".gap-list")).ToContainTextAsync("30.5");

        await window.UnfoldAsync("details.choice");
        await window.Page.Locator("#state-asof").FillAsync("2024-03-01");
        await window.Page.Locator("details.choice button").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".gap-list")).ToContainTextAsync("28.5");

        await window.Page.Locator(".gap-list a", new() { HasText = "Kenya" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Kenya");
        await Assertions.Expect(window.Page.Locator(".hero")).ToContainTextAsync("28.5");
        await Assertions.Expect(window.Page.Locator(".state")).ToBeVisibleAsync();

        // a past state is computed as the page streams in
        await window.WhenFetchedAsync("/countries/KEN");
        await window.Page.Locator(".state a").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".hero")).ToContainTextAsync("30.5");
        await Assertions.Expect(window.Page.Locator(".state")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("nav[aria-label=Main] a").First).ToHaveAttributeAsync("href", "/");
        Assert.Empty(window.Troubles);
    }
}
