using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>The reader's language, chosen and kept.</summary>
public sealed class LanguageTests(BrowserFixture browser)
{
    private const string Arabic = @"\p{IsArabic}";

    [Fact]
    public async Task Language_is_chosen_kept_by_links_and_spoken_by_the_connection()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(SitePages.Explore);

        await window.UnfoldAsync("details.languages");
        await window.Page.Locator("details.languages a[hreflang=ar]").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("lang=ar"));
        await window.WhenDrawnAsync();
        await AssertArabicAsync(window);

        // The year goes over the connection.
        var before = await window.Page.Locator("h1").InnerTextAsync();
        await window.Page.Locator("input[type=range]").First.PressAsync("Home");
        await Assertions.Expect(window.Page.Locator("h1")).Not.ToHaveTextAsync(before);
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("time=.*lang=ar|lang=ar.*time="));
        await AssertArabicAsync(window);

        await window.Page.Locator("nav[aria-label] a").Nth(1).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/explore\\?lang=ar"));
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Browser_that_prefers_Arabic_is_answered_in_it_and_the_address_stays_as_it_is()
    {
        await using var window = await browser.OpenAsync(Look.Light.InArabic());
        await window.GoAsync(SitePages.Explore);
        var before = await window.Page.Locator("h1").InnerTextAsync();

        await window.Page.Locator("input[type=range]").First.PressAsync("Home");

        await Assertions.Expect(window.Page.Locator("h1")).Not.ToHaveTextAsync(before);
        await AssertArabicAsync(window);
        Assert.DoesNotContain("lang=", window.Page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Troubles);
    }

    private static async Task AssertArabicAsync(WatchedPage window)
    {
        Assert.Equal("rtl", await window.Page.EvaluateAsync<string>("() => document.dir"));
        Assert.Matches(Arabic, await window.Page.Locator("h1").InnerTextAsync());
        Assert.DoesNotMatch("[A-Za-z]{3,}", await window.Page.Locator("h1").InnerTextAsync());
    }
}
