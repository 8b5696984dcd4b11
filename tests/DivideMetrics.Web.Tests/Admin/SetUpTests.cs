using System.Net;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>The first administrator; each test has a database of its own, since there is one first administrator in each.</summary>
public sealed class SetUpTests(PostgresFixture postgres) : IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await postgres.DropDatabaseAsync(_database);

    [Fact]
    public async Task Setup_link_makes_one_administrator_once()
    {
        await using var site = await TestSite.StartAsync(_database);
        var link = await LinkAsync(site);
        var browser = new FormBrowser(site.Client);

        using var made = await SetUpAsync(browser, link!, "Ada");
        using var again = await browser.GetAsync($"/admin/set-up?link={link}");
        using var signedIn = await browser.SignInAsync("ada", Desk.Password);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Gone, HttpStatusCode.Found), (made.StatusCode, again.StatusCode, signedIn.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/admin/users"));
        Assert.Null(await LinkAsync(site));
        Assert.Equal("Administrator, by setup link", (await Desk.AuditAsync(site, "Ada"))[0].Change.After);
    }

    [Fact]
    public async Task Two_who_send_the_setup_form_make_one_administrator()
    {
        await using var site = await TestSite.StartAsync(_database);
        var link = await LinkAsync(site);

        var answers = await Task.WhenAll(SetUpAsync(new(site.Client), link!, "Ada"), SetUpAsync(new(site.Client), link!, "Eve"));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
        Assert.Single(await site.Services.GetRequiredService<AccountQueries>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Setup_link_of_an_earlier_start_opens_nothing()
    {
        await using var site = await TestSite.StartAsync(_database);
        var earlier = await LinkAsync(site);
        var latest = await LinkAsync(site);

        using var refused = await SetUpAsync(new(site.Client), latest!, "Ada", sent: earlier);

        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        Assert.Empty(await site.Services.GetRequiredService<AccountQueries>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Who_starts_the_program_can_ask_for_one_more_administrator_when_nobody_can_sign_in()
    {
        await using var site = await TestSite.StartAsync(_database);
        using var first = await SetUpAsync(new(site.Client), (await LinkAsync(site))!, "Ada");

        var none = await SetupAnnouncement.LinkAsync(site.Services, asked: null, CancellationToken.None);
        var link = await SetupAnnouncement.LinkAsync(site.Services, "Bea", CancellationToken.None);
        using var made = await SetUpAsync(new(site.Client), link!.Value.Secret, "Mallory");

        Assert.Null(none);
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal("Administrator, by invitation", (await Desk.AuditAsync(site, "Bea"))[^1].Change.After);
        await Assert.ThrowsAsync<StartException>(() => SetupAnnouncement.LinkAsync(site.Services, "\u202e", CancellationToken.None));
    }

    [Theory]
    [InlineData("Ada", "short")]
    [InlineData("Ada", "aaaaaaaaaaaaaaaa")]
    [InlineData(" ", Desk.Password)]
    [InlineData("A\u202eda", Desk.Password)]
    public async Task Weak_password_or_unseen_name_leaves_the_link_unused(string name, string password)
    {
        await using var site = await TestSite.StartAsync(_database);
        var link = await LinkAsync(site);

        using var refused = await SetUpAsync(new(site.Client), link!, name, password);
        using var made = await SetUpAsync(new(site.Client), link!, "Ada");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Found), (refused.StatusCode, made.StatusCode));
    }

    private static Task<string?> LinkAsync(TestSite site) => site.Services.GetRequiredService<AccountLinkStore>().RenewSetupAsync(CancellationToken.None);

    private static Task<HttpResponseMessage> SetUpAsync(FormBrowser browser, string link, string name, string password = Desk.Password, string? sent = null) =>
        browser.SubmitAsync($"/admin/set-up?link={link}", "/admin/set-up", [new("link", sent ?? link), new("name", name), new("password", password), new("again", password)]);
}
