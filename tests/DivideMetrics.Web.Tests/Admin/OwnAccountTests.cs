using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>One's own account, and signing in with a second factor.</summary>
public sealed partial class OwnAccountTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Another = "battery of other horses";

    [Fact]
    public async Task New_password_ends_the_other_sessions()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var here = await SignInAsync(site, name);
        var there = await SignInAsync(site, name);
        var old = here.Cookie(Desk.SessionCookie);

        using var changed = await here.SubmitAsync(
            "/admin/account", "/admin/account/password", [new("password", Desk.Password), new("new", Another), new("again", Another)]);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Found),
            (changed.StatusCode, await here.StatusAsync("/admin"), await there.StatusAsync("/admin")));
        Assert.NotEqual(old, here.Cookie(Desk.SessionCookie));
        var entry = (await Desk.AuditAsync(site, name))[^1];
        Assert.Equal((name, "account.password", "one", "another"), (entry.By.Who, entry.Change.Action, entry.Change.Before, entry.Change.After));
    }

    [Fact]
    public async Task Wrong_present_password_changes_nothing()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var browser = await SignInAsync(site, name);

        using var refused = await browser.SubmitAsync("/admin/account", "/admin/account/password", [new("password", Another), new("new", Another), new("again", Another)]);
        using var signedIn = await new FormBrowser(site.Client).SignInAsync(name, Desk.Password);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Found), (refused.StatusCode, signedIn.StatusCode));
    }

    [Fact]
    public async Task With_an_authenticator_a_password_alone_opens_nothing()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var (key, codes) = await TurnOnAsync(site, name);
        var browser = new FormBrowser(site.Client);

        using var first = await browser.SignInAsync(name, Desk.Password);
        var afterFirst = await browser.StatusAsync("/admin");
        using var wrong = await SecondAsync(browser, "000000");
        using var second = await SecondAsync(browser, CodeOf(key));

        Assert.Equal("/admin/sign-in/second?return=%2Fadmin%2Fjobs", first.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Unauthorized, HttpStatusCode.Found), (afterFirst, wrong.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/admin"));
        Assert.Equal("password and authenticator", (await Desk.AuditAsync(site, name))[^1].Change.After);
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task Recovery_code_opens_once()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var (_, codes) = await TurnOnAsync(site, name);
        var first = new FormBrowser(site.Client);
        var second = new FormBrowser(site.Client);
        using var one = await first.SignInAsync(name, Desk.Password);
        using var two = await second.SignInAsync(name, Desk.Password);

        using var opened = await SecondAsync(first, codes[0]);
        using var again = await SecondAsync(second, codes[0]);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Unauthorized), (opened.StatusCode, again.StatusCode));
        Assert.Contains(await Desk.AuditAsync(site, name), entry => entry.Change is { Action: "account.recovery-codes", Before: "10 codes", After: "9 codes" });
    }

    [Fact]
    public async Task Authenticator_is_turned_off_with_the_password_only()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var browser = await SignInAsync(site, name);
        await TurnOnAsync(browser);

        using var refused = await browser.SubmitAsync("/admin/account", "/admin/account/authenticator/off", [new("password", Another)]);
        using var done = await browser.SubmitAsync("/admin/account", "/admin/account/authenticator/off", [new("password", Desk.Password)]);
        using var signedIn = await new FormBrowser(site.Client).SignInAsync(name, Desk.Password);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, done.StatusCode));
        Assert.Equal("/admin/jobs", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Second_step_without_the_first_leads_back_to_it()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);

        using var answer = await site.Client.GetAsync("/admin/sign-in/second");

        Assert.Equal("/admin/sign-in", answer.Headers.Location?.OriginalString);
    }

    private static async Task<FormBrowser> SignInAsync(TestSite site, string name)
    {
        var browser = new FormBrowser(site.Client);
        using var signedIn = await browser.SignInAsync(name, Desk.Password);
        return browser;
    }

    private static Task<HttpResponseMessage> SecondAsync(FormBrowser browser, string code) =>
        browser.SubmitAsync("/admin/sign-in/second", "/admin/sign-in/second", [new("code", code)]);

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(TestSite site, string name) => await TurnOnAsync(await SignInAsync(site, name));

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(FormBrowser browser)
    {
        using var made = await browser.SubmitAsync("/admin/account", "/admin/account/authenticator", []);
        var key = Key().Match(await made.TextAsync()).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        using var on = await browser.SubmitAsync("/admin/account", "/admin/account/authenticator/on", [new("code", CodeOf(key))]);
        return (key, Codes().Matches(await on.TextAsync()).Select(match => match.Groups[1].Value).ToList());
    }

    /// <summary>RFC 6238: six digits of the half-minute that it is now.</summary>
    private static string CodeOf(string key)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(letter => Convert.ToString(Letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var bytes = bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2)).ToArray();
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // the RFC's digest
        var hash = HMACSHA1.HashData(bytes, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000");
    }

    [GeneratedRegex("type the key: <code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex Codes();
}
