using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>The search box by keyboard, by mouse and by ear.</summary>
public sealed class SearchTests(BrowserFixture browser)
{
    [Fact]
    public async Task Country_is_found_by_keyboard_alone()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/about");
        var box = window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search countries and indicators" });

        await window.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("cote d");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Côte d’Ivoire");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First.Locator("b")).ToHaveTextAsync("Côte d");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(window.Page.Locator("form.search [role=status]")).ToHaveTextAsync(new Regex("suggestion"));
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "site-search-0");
        Assert.Empty(await window.BarriersAsync());
        await window.KeepPictureAsync("search-list");

        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/countries/CIV$"));
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Côte d’Ivoire");
        await window.WhenDrawnAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_keeps_the_text_which_Enter_then_searches()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/about");
        var box = window.Page.Locator("#site-search");
        await box.PressSequentiallyAsync("broadband");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync(new Regex("^Fixed broadband subscriptions"));

        await box.PressAsync("Escape");

        await Assertions.Expect(window.Page.Locator("#site-search-list")).ToBeHiddenAsync();
        await Assertions.Expect(box).ToHaveValueAsync("broadband");
        await box.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(@"/search\?q=broadband$"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task List_speaks_the_language_of_the_page_and_a_press_keeps_it()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.Page.SetViewportSizeAsync(320, 640);
        await window.GoAsync("/about?lang=ar");
        await window.Page.Locator("#site-search").PressSequentiallyAsync("كويت");

        var option = window.Page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(option).ToHaveTextAsync("الكويت");
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        await window.KeepPictureAsync("search-list-ar");
        await option.ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(@"/countries/KWT\?lang=ar$"));
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("الكويت");
        await window.WhenDrawnAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Only_the_last_text_is_answered()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/about");
        await window.Page.RouteAsync("**/search.json?q=k&*", async route =>
        {
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        var box = window.Page.Locator("#site-search");

        await box.FillAsync("k");
        await window.Page.WaitForRequestAsync("**/search.json?q=k&*");
        await box.FillAsync("uganda");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Uganda");
        await window.Page.WaitForTimeoutAsync(2000);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Uganda");
    }

    [Fact]
    public async Task Form_searches_without_a_script()
    {
        await using var window = await browser.OpenAsync(Look.Light, script: false);
        await window.Page.GotoAsync("/about?lang=fr");

        await window.Page.Locator("#site-search").FillAsync("allemagne");
        await window.Page.Locator("#site-search").PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Allemagne" })).ToBeVisibleAsync();
    }
}
