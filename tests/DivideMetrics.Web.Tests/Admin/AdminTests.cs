using System.Net;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Signing in and out. One site for each test, since an address stays closed; accounts of their own.</summary>
public sealed class AdminTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
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
    public async Task Right_password_opens_the_dashboard_and_is_in_the_audit_log()
    {
        await using var site = await OpenAsync();
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var browser = new FormBrowser(site.Client);

        using var signedIn = await browser.SignInAsync(name, Desk.Password);

        Assert.Equal((HttpStatusCode.Found, "/admin/jobs"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/admin/jobs"));
        var entry = (await Desk.AuditAsync(site, name))[^1];
        Assert.Equal((name, "127.0.0.1", "sign-in", "password"), (entry.By.Who, entry.By.Address, entry.Change.Action, entry.Change.After));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wrong_name_and_wrong_password_are_refused_in_the_same_words(bool isKnown)
    {
        await using var site = await OpenAsync();
        var name = isKnown ? await Desk.AccountAsync(site, AccountRole.Viewer) : "nobody";
        var browser = new FormBrowser(site.Client);

        using var refused = await browser.SignInAsync(name, "wrong horse battery");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Found), (refused.StatusCode, await browser.StatusAsync("/admin/jobs")));
        Assert.Contains("The name or the password is wrong, or the account is locked", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("sign-in.failed", (await Desk.AuditAsync(site, isKnown ? name : "(unknown name)"))[^1].Change.Action);
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_to_an_address()
    {
        await using var site = await OpenAsync();
        var other = await Desk.AccountAsync(site, AccountRole.Viewer);
        var browser = new FormBrowser(site.Client);
        await FailAsync(browser, "nobody", 5);

        using var right = await browser.SignInAsync(other, Desk.Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(15)), (right.StatusCode, right.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_every_address()
    {
        await using var first = await OpenAsync();
        var name = await Desk.AccountAsync(first, AccountRole.Viewer);
        await FailAsync(new FormBrowser(first.Client), name, 5);
        await using var second = await OpenAsync();

        using var right = await new FormBrowser(second.Client).SignInAsync(name, Desk.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
        Assert.Equal(
            ["sign-in.failed", "sign-in.failed", "sign-in.failed", "sign-in.failed", "sign-in.failed", "account.locked"],
            (await Desk.AuditAsync(first, name)).Select(entry => entry.Change.Action).SkipWhile(action => action != "sign-in.failed").Take(6));
    }

    [Theory]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/sign-in/second")]
    [InlineData("/admin/set-up")]
    public async Task Form_without_its_token_is_refused(string address)
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.PostAsync(address, new FormUrlEncodedContent([new("password", Desk.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith(Desk.SessionCookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_out_without_its_token_is_refused()
    {
        await using var site = await OpenAsync();
        var browser = await Desk.SignedInAsync(site, AccountRole.Viewer);

        using var refused = await browser.PostAsync("/admin/sign-out", []);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, await browser.StatusAsync("/admin/jobs")));
    }

    [Fact]
    public async Task Sign_out_closes_the_dashboard()
    {
        await using var site = await OpenAsync();
        var browser = await Desk.SignedInAsync(site, AccountRole.Viewer);

        using var signedOut = await browser.SubmitAsync("/admin", "/admin/sign-out", []);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (signedOut.StatusCode, await browser.StatusAsync("/admin/jobs")));
    }

    [Fact]
    public async Task Session_cookie_is_for_this_server_and_not_for_scripts()
    {
        await using var site = await OpenAsync();
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);

        using var response = await new FormBrowser(site.Client).SignInAsync(name, Desk.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith($"{Desk.SessionCookie}=", StringComparison.Ordinal));
        var flags = cookie.Split("; ")[1..];
        Assert.Superset(new HashSet<string> { "httponly", "samesite=strict", "path=/admin" }, flags.ToHashSet());
    }

    [Fact]
    public async Task Session_that_somebody_planted_is_replaced_at_sign_in()
    {
        await using var site = await OpenAsync();
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var attacker = await Desk.SignedInAsync(site, AccountRole.Viewer);
        var planted = attacker.Cookie(Desk.SessionCookie)!;
        var browser = new FormBrowser(site.Client);
        browser.Plant(Desk.SessionCookie, planted);

        using var signedIn = await browser.SignInAsync(name, Desk.Password);
        using var own = await browser.GetAsync("/admin/account");

        Assert.NotEqual(planted, browser.Cookie(Desk.SessionCookie));
        Assert.Contains(name, await own.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/admin/")]
    [InlineData("/\\example.org")]
    [InlineData("/admin/../../x\\y")]
    [InlineData("/admin/sign-out")]
    public async Task Foreign_address_is_not_returned_to(string address)
    {
        await using var site = await OpenAsync();
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);

        using var response = await new FormBrowser(site.Client).SignInAsync(name, Desk.Password, address);

        Assert.Equal("/admin/jobs", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/jobs/servers?from=0")]
    public async Task Own_address_is_returned_to(string address)
    {
        await using var site = await OpenAsync();
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);

        using var response = await new FormBrowser(site.Client).SignInAsync(name, Desk.Password, address);

        Assert.Equal(address, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Form_is_not_kept_by_caches()
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.GetAsync("/admin/sign-in");

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Readers_get_no_cookie()
    {
        await using var site = await OpenAsync();

        using var response = await site.Client.GetAsync("/about");

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static async Task FailAsync(FormBrowser browser, string name, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            using var wrong = await browser.SignInAsync(name, "wrong horse battery");
        }
    }

    private Task<TestSite> OpenAsync() => TestSite.StartAsync(database.ConnectionString);
}
