using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

public sealed class AdminPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Sign_in_page_is_open_to_everyone(string look)
    {
        await using var window = await browser.OpenAsync(Look.Of(look));

        await window.Page.GotoAsync("/admin/jobs");

        var barriers = await window.BarriersAsync();
        await window.KeepPictureAsync($"sign-in-{look}");
        Assert.Empty(window.Troubles);
        Assert.Empty(barriers);
    }

    [Fact]
    public async Task Sign_in_without_script_opens_the_admin_area()
    {
        await using var window = await browser.OpenAsync(Look.Light, script: false);
        await window.Page.GotoAsync("/admin");

        await window.Page.GetByLabel("Password").FillAsync(BrowserFixture.AdminPassword);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(browser.Address, "/admin/jobs").ToString());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Dashboard_works_within_the_security_policy()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.Page.GotoAsync("/admin/jobs");
        await window.Page.GetByLabel("Password").FillAsync(BrowserFixture.AdminPassword);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Recurring Jobs" })).ToBeVisibleAsync();
        await window.Page.GotoAsync("/admin/jobs/recurring", new() { WaitUntil = WaitUntilState.Load });

        Assert.Empty(window.Troubles);
    }
}
