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
        await window.Page.GotoAsync("/admin/jobs");

        await SignInAsync(window);

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(browser.Address, "/admin/jobs").ToString());
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Dashboard_works_within_the_security_policy()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.Page.GotoAsync("/admin/jobs");
        await SignInAsync(window);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Recurring Jobs" })).ToBeVisibleAsync();
        await window.Page.GotoAsync("/admin/jobs/recurring", new() { WaitUntil = WaitUntilState.Load });

        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/account")]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    public async Task Page_of_the_desk_is_open_to_everyone_who_may(string address)
    {
        foreach (var look in new[] { "light", "dark" })
        {
            await using var window = await browser.OpenAsync(Look.Of(look));
            await window.Page.GotoAsync(address);
            await SignInAsync(window);
            await Assertions.Expect(window.Page).ToHaveURLAsync(new Uri(browser.Address, address).ToString());

            var barriers = await window.BarriersAsync();
            await window.KeepPictureAsync($"desk-{address.Split('/')[^1]}-{look}");
            Assert.Empty(window.Troubles);
            Assert.Empty(barriers);
        }
    }

    private static async Task SignInAsync(WatchedPage window)
    {
        await window.Page.GetByLabel("Name").FillAsync(BrowserFixture.AdminName);
        await window.Page.GetByLabel("Password").FillAsync(BrowserFixture.AdminPassword);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
