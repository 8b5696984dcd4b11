using System.Net;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>One closed site for each test, since lock-outs last.</summary>
public sealed class AdminTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("GET", "/admin")]
    [InlineData("GET", "/admin/jobs")]
    [InlineData("GET", "/admin/jobs/servers")]
    [InlineData("GET", "/admin/sign-in")]
    [InlineData("POST", "/admin/sign-in")]
    public async Task Without_a_password_the_area_does_not_exist(string method, string address)
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);

        using var response = await site.Client.SendAsync(new(new(method), address));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/admin", "/admin/sign-in?return=%2Fadmin")]
    [InlineData("/admin/jobs", "/admin/sign-in?return=%2Fadmin%2Fjobs")]
    [InlineData("/admin/jobs/servers", "/admin/sign-in?return=%2Fadmin%2Fjobs%2Fservers")]
    public async Task Stranger_is_sent_to_the_form(string address, string form)
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.GetAsync(address);

        Assert.Equal((HttpStatusCode.Found, form), (response.StatusCode, response.Headers.Location?.PathAndQuery));
    }

    [Fact]
    public async Task Right_password_opens_the_dashboard()
    {
        await using var site = await OpenAsync();
        var browser = new FormBrowser(site.Client);

        using var signedIn = await browser.SignInAsync(Password);
        using var dashboard = await browser.GetAsync("/admin/jobs");

        Assert.Equal((HttpStatusCode.Found, "/admin/jobs"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, dashboard.StatusCode);
    }

    [Fact]
    public async Task Wrong_password_opens_nothing()
    {
        await using var site = await OpenAsync();
        var browser = new FormBrowser(site.Client);

        using var refused = await browser.SignInAsync("wrong horse battery");
        using var dashboard = await browser.GetAsync("/admin/jobs");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Found), (refused.StatusCode, dashboard.StatusCode));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_to_the_right_one()
    {
        await using var site = await OpenAsync();
        var browser = new FormBrowser(site.Client);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await browser.SignInAsync("wrong horse battery");
        }

        using var right = await browser.SignInAsync(Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(15)), (right.StatusCode, right.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.PostAsync("/admin/sign-in", new FormUrlEncodedContent([new("password", Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("divide-metrics-admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_out_without_its_token_is_refused()
    {
        await using var site = await OpenAsync();
        var browser = new FormBrowser(site.Client);
        using var signedIn = await browser.SignInAsync(Password);

        using var refused = await browser.PostAsync("/admin/sign-out", []);
        using var dashboard = await browser.GetAsync("/admin/jobs");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, dashboard.StatusCode));
    }

    [Fact]
    public async Task Sign_out_closes_the_dashboard()
    {
        await using var site = await OpenAsync();
        var browser = new FormBrowser(site.Client);
        using var signedIn = await browser.SignInAsync(Password);

        using var signedOut = await browser.SubmitAsync("/admin", "/admin/sign-out", []);
        using var dashboard = await browser.GetAsync("/admin/jobs");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (signedOut.StatusCode, dashboard.StatusCode));
    }

    [Fact]
    public async Task Session_cookie_is_for_this_server_and_not_for_scripts()
    {
        await using var site = await OpenAsync();

        using var response = await new FormBrowser(site.Client).SignInAsync(Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("divide-metrics-admin=", StringComparison.Ordinal));
        var flags = cookie.Split("; ")[1..];
        Assert.Superset(new HashSet<string> { "httponly", "samesite=strict", "path=/admin" }, flags.ToHashSet());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/admin/")]
    [InlineData("/\\example.org")]
    [InlineData("/admin/../../x\\y")]
    public async Task Foreign_address_is_not_returned_to(string address)
    {
        await using var site = await OpenAsync();

        using var response = await new FormBrowser(site.Client).SignInAsync(Password, address);

        Assert.Equal("/admin/jobs", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Own_address_is_returned_to()
    {
        await using var site = await OpenAsync();

        using var response = await new FormBrowser(site.Client).SignInAsync(Password, "/admin/jobs/servers?from=0");

        Assert.Equal("/admin/jobs/servers?from=0", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Form_is_not_kept_by_caches()
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.GetAsync("/admin/sign-in");

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private Task<TestSite> OpenAsync() => TestSite.StartAsync(database.ConnectionString, adminPassword: Password);
}
