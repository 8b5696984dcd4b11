using System.Net;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Asking for an import by hand; the site runs no jobs, so what is asked for stays in the queue.</summary>
public sealed class AdminImportsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Theory]
    [InlineData("true", "A dry run of UNSD is in the queue", "A dry run of UNSD was waiting already")]
    [InlineData("false", "An import of UNSD is in the queue", "An import of UNSD was waiting already")]
    public async Task Import_that_is_asked_for_twice_waits_once(string dry, string first, string second)
    {
        await using var site = await OpenAsync();
        var browser = await Desk.SignedInAsync(site, AccountRole.Operator);

        Assert.Contains(first, await AskAsync(browser, "UNSD", dry), StringComparison.Ordinal);
        Assert.Contains(second, await AskAsync(browser, "UNSD", dry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_nobody_declares_is_refused()
    {
        await using var site = await OpenAsync();
        var browser = await Desk.SignedInAsync(site, AccountRole.Operator);

        using var answer = await browser.SubmitAsync("/admin", "/admin/imports", [new("source", "NOBODY"), new("dry", "true")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Form_without_its_token_starts_nothing()
    {
        await using var site = await OpenAsync();
        var browser = await Desk.SignedInAsync(site, AccountRole.Operator);

        using var answer = await browser.PostAsync("/admin/imports", [new("source", "GAPMINDER"), new("dry", "true")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is in the queue", await AskAsync(browser, "GAPMINDER", "true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_starts_nothing()
    {
        await using var site = await OpenAsync();

        using var answer = await site.Client.PostAsync("/admin/imports", new FormUrlEncodedContent([new("source", "UNSD")]));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<string> AskAsync(FormBrowser browser, string source, string dry)
    {
        using var answer = await browser.SubmitAsync("/admin", "/admin/imports", [new("source", source), new("dry", dry)]);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<TestSite> OpenAsync() => TestSite.StartAsync(database.ConnectionString);
}
