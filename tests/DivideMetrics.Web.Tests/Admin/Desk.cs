using System.Net;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Web.Admin.Identity;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Accounts of a site, made as the desk makes them.</summary>
internal static class Desk
{
    public const string Password = "correct horse battery";
    public const string SessionCookie = "divide-metrics-admin";

    /// <summary>Makes an account of a name that no other test has.</summary>
    public static async Task<string> AccountAsync(TestSite site, string role, string? name = null)
    {
        name = $"{name ?? role} {Guid.NewGuid():n}";
        var secret = await site.Services.GetRequiredService<AccountLinkStore>().InviteAsync(name, role, Actor.Program, CancellationToken.None);
        await using var scope = site.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<NewAccounts>().CreateAsync(secret, name, Password, CancellationToken.None);
        Assert.True(made.Succeeded, made.ToString());
        return name;
    }

    /// <summary>A browser that is signed in with a role.</summary>
    public static async Task<FormBrowser> SignedInAsync(TestSite site, string role)
    {
        var browser = new FormBrowser(site.Client);
        using var signedIn = await browser.SignInAsync(await AccountAsync(site, role), Password);
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        return browser;
    }

    /// <summary>What the audit log says about a subject, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(TestSite site, string subject) =>
        (await site.Services.GetRequiredService<AuditQueries>().ReadAsync(null, 10_000, CancellationToken.None))
            .Where(entry => entry.Change.Subject == subject).Reverse().ToList();

    public static async Task<HttpStatusCode> StatusAsync(this FormBrowser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return answer.StatusCode;
    }

    public static async Task<string> TextAsync(this HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
