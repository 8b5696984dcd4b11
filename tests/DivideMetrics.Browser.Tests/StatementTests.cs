using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>What the page about the product promises of accessibility and privacy, in a real browser.</summary>
public sealed class StatementTests(BrowserFixture browser)
{
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
        await Assertions.Expect(window.Page.Locator("#gini h3")).ToBeInViewportAsync();
        Assert.Empty(window.Troubles);
    }
}
