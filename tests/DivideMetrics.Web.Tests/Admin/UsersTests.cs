using System.Net;
using System.Text.RegularExpressions;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Users and the audit log; a database for each test, because the last administrator counts.</summary>
public sealed partial class UsersTests(PostgresFixture postgres) : IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await postgres.DropDatabaseAsync(_database);

    [Fact]
    public async Task Invited_person_gets_the_role_of_the_invitation_once()
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);

        using var invited = await admin.SubmitAsync("/admin/users", "/admin/users/invite", [new("name", "Grace"), new("role", "Operator")]);
        var link = Link().Match(await invited.TextAsync()).Value;
        var browser = new FormBrowser(site.Client);
        using var made = await browser.SubmitAsync(link, "/admin/set-up", [new("name", "Eve"), new("password", Desk.Password), new("again", Desk.Password)]);
        using var signedIn = await browser.SignInAsync("Grace", Desk.Password);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (made.StatusCode, signedIn.StatusCode));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Forbidden), (await browser.StatusAsync(link), await browser.StatusAsync("/admin/users")));
        Assert.Equal(["account.invited", "account.created", "sign-in"], (await Desk.AuditAsync(site, "Grace")).Select(entry => entry.Change.Action));
    }

    [Fact]
    public async Task Invitation_that_is_taken_back_opens_nothing()
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);
        using var invited = await admin.SubmitAsync("/admin/users", "/admin/users/invite", [new("name", "Grace"), new("role", "Operator")]);

        using var revoked = await admin.SubmitAsync("/admin/users", "/admin/users/revoke", [new("name", "Grace")]);

        Assert.Equal(HttpStatusCode.Gone, await admin.StatusAsync(Link().Match(await invited.TextAsync()).Value));
    }

    [Theory]
    [InlineData("role", "role", "Operator", "account.role")]
    [InlineData("lock", "lock", "true", "account.locked")]
    [InlineData("remove", "x", "", "account.removed")]
    public async Task Change_of_a_user_ends_the_sessions_and_is_written_down(string form, string field, string value, string action)
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer);
        var browser = new FormBrowser(site.Client);
        using var signedIn = await browser.SignInAsync(name, Desk.Password);

        using var changed = await admin.SubmitAsync("/admin/users", $"/admin/users/{form}", [new("id", await IdAsync(site, name)), new(field, value)]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (changed.StatusCode, await browser.StatusAsync("/admin")));
        var entry = (await Desk.AuditAsync(site, name))[^1];
        Assert.Equal(action, entry.Change.Action);
        Assert.StartsWith("Administrator ", entry.By.Who, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role", "role", "Viewer")]
    [InlineData("lock", "lock", "true")]
    [InlineData("remove", "x", "")]
    public async Task Last_administrator_stays(string form, string field, string value)
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);
        var only = Assert.Single(await site.Services.GetRequiredService<AccountQueries>().AllAsync(CancellationToken.None));

        using var refused = await admin.SubmitAsync("/admin/users", $"/admin/users/{form}", [new("id", only.Id.ToString()), new(field, value)]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, await admin.StatusAsync("/admin/users")));
        Assert.DoesNotContain(await Desk.AuditAsync(site, only.Name), entry => entry.Change.Action is "account.role" or "account.locked" or "account.removed");
    }

    [Fact]
    public async Task Name_with_markup_is_shown_as_text()
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);
        var name = await Desk.AccountAsync(site, AccountRole.Viewer, "<img src=x onerror=\"alert(1)\">");
        using var invited = await admin.SubmitAsync("/admin/users", "/admin/users/invite", [new("name", "<script>alert(2)</script>"), new("role", "Viewer")]);

        foreach (var address in new[] { "/admin/users", "/admin/audit" })
        {
            using var page = await admin.GetAsync(address);
            var html = await page.TextAsync();
            Assert.Contains("&lt;img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("update audit_entry set who = 'nobody'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    public async Task Audit_log_takes_no_change(string sql)
    {
        await using var site = await TestSite.StartAsync(_database);
        await Desk.AccountAsync(site, AccountRole.Viewer);
#pragma warning disable CA2100 // this test's own constants
        await using var command = site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
#pragma warning restore CA2100

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Audit_log_holds_no_secret()
    {
        await using var site = await TestSite.StartAsync(_database);
        var admin = await Desk.SignedInAsync(site, AccountRole.Administrator);
        var account = Assert.Single(await site.Services.GetRequiredService<AccountQueries>().AllAsync(CancellationToken.None));
        using var mistyped = await new FormBrowser(site.Client).SignInAsync(Desk.Password, Desk.Password);

        using var page = await admin.GetAsync("/admin/audit");
        var html = await page.TextAsync();

        Assert.DoesNotContain(Desk.Password, html, StringComparison.Ordinal);
        Assert.DoesNotContain(account.PasswordHash!, html, StringComparison.Ordinal);
    }

    private static async Task<string> IdAsync(TestSite site, string name) =>
        (await site.Services.GetRequiredService<AccountQueries>().AllAsync(CancellationToken.None)).Single(account => account.Name == name).Id.ToString();

    [GeneratedRegex("/admin/set-up\\?link=[0-9a-f]+")]
    private static partial Regex Link();
}
