using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>What the page about the product promises of accessibility and privacy, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class StatementTests(BrowserFixture browser)
{
    private const int Narrowest = 320;

    /// <summary>Every page that <see cref="PageTests"/> opens.</summary>
    public static TheoryData<string> Addresses => [.. PageTests.Views.Select(view => view.Data.Item2).Distinct()];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Reader_leaves_no_cookie_nothing_stored_and_no_trace_elsewhere(string address)
    {
        await using var window = await browser.OpenAsync(Look.Light);

        await window.GoAsync(address);

        Assert.Empty(await window.Page.Context.CookiesAsync());
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_reflows_on_the_narrowest_screen(string address)
    {
        await using var window = await browser.OpenAsync(new Look("narrow", Narrowest, 640, Dark: false));

        await window.GoAsync(address);

        Assert.True(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Narrowest);
    }

    [Fact]
    public async Task Contents_of_the_methods_lead_to_a_measure_by_keyboard()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/methodology");
        var chapter = window.Page.Locator("nav.contents details", new() { Has = window.Page.Locator("a[href='/methodology#gini']") });

        await chapter.Locator("summary").PressAsync("Enter");
        await chapter.Locator("a[href='/methodology#gini']").PressAsync("Enter");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/methodology#gini$"));
        await Assertions.Expect(window.Page.Locator("#gini h3")).ToBeInViewportAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Place_of_a_measure_opens_from_a_link_on_another_page()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync("/groups/WLD/internet-users");

        await window.Page.Locator("a[href='/methodology#gini']").First.ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/methodology#gini$"));
        await Assertions.Expect(window.Page.Locator("#gini h3")).ToBeInViewportAsync(new() { Timeout = 30_000 });
        Assert.Empty(window.Troubles);
    }
}
