using System.Net;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Admin;

/// <summary>Route × role × answer, from the application's own list of endpoints: a route without a rule here fails.</summary>
public sealed class RoutesTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Everyone = "everyone";

    /// <summary>The least role of each route.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["GET /admin/sign-in"] = Everyone,
        ["POST /admin/sign-in"] = Everyone,
        ["GET /admin/sign-in/second"] = Everyone,
        ["POST /admin/sign-in/second"] = Everyone,
        ["GET /admin/set-up"] = Everyone,
        ["POST /admin/set-up"] = Everyone,
        ["POST /admin/sign-out"] = AccountRole.Viewer,
        ["GET /admin/"] = AccountRole.Viewer,
        ["POST /admin/imports"] = AccountRole.Operator,
        ["GET /admin/account"] = AccountRole.Viewer,
        ["POST /admin/account/password"] = AccountRole.Viewer,
        ["POST /admin/account/authenticator"] = AccountRole.Viewer,
        ["POST /admin/account/authenticator/on"] = AccountRole.Viewer,
        ["POST /admin/account/authenticator/off"] = AccountRole.Viewer,
        ["POST /admin/account/recovery-codes"] = AccountRole.Viewer,
        ["GET /admin/users"] = AccountRole.Administrator,
        ["POST /admin/users/invite"] = AccountRole.Administrator,
        ["POST /admin/users/revoke"] = AccountRole.Administrator,
        ["POST /admin/users/role"] = AccountRole.Administrator,
        ["POST /admin/users/lock"] = AccountRole.Administrator,
        ["POST /admin/users/remove"] = AccountRole.Administrator,
        ["GET /admin/audit"] = AccountRole.Administrator,
        ["GET /admin/jobs/{**path}"] = AccountRole.Viewer,
    };

    [Fact]
    public async Task Every_route_has_a_rule_and_keeps_it()
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var routes = RoutesOf(site);
        Assert.Equal(Rules.Keys.Order(), routes.Select(route => route.Name).Order());
        Assert.All(routes, route => Assert.Equal(Rules[route.Name], RuleOf(route.Endpoint)));

        foreach (var role in (IEnumerable<string>)[Everyone, .. AccountRole.All])
        {
            var browser = role == Everyone ? new FormBrowser(site.Client) : await Desk.SignedInAsync(site, role);
            var answers = new Dictionary<string, HttpStatusCode>();
            foreach (var name in Rules.Keys)
            {
                answers[name] = await AnswerAsync(browser, name);
            }

            Assert.Equal(Rules.Select(rule => $"{role}: {rule.Key} {Expected(rule.Key, rule.Value, role)}"), answers.Select(answer => $"{role}: {answer.Key} {Kind(answer.Value)}"));
        }
    }

    [Theory]
    [InlineData(AccountRole.Operator, HttpStatusCode.Unauthorized)]
    [InlineData(AccountRole.Administrator, HttpStatusCode.NoContent)]
    public async Task Jobs_are_changed_by_administrators_only(string role, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync(database.ConnectionString);
        var browser = await Desk.SignedInAsync(site, role);
        using var page = await browser.GetAsync("/admin/jobs/recurring");

        using var answer = await browser.SubmitAsync("/admin", "/admin/jobs/recurring/trigger", [new("jobs[]", "nothing")]);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> AnswerAsync(FormBrowser browser, string name)
    {
        var (method, address) = (name.Split(' ')[0], name.Split(' ')[1].Replace("/{**path}", "", StringComparison.Ordinal));
        using var answer = method == "GET" ? await browser.GetAsync(address) : await browser.PostAsync(address, []);
        return answer.StatusCode;
    }

    /// <summary>Who may is told that the form has no token, or sees the page; a link that is missing is gone; the second step leads to the first.</summary>
    private static string Expected(string name, string least, string role) =>
        least != Everyone && role == Everyone ? "to sign in"
        : least != Everyone && !AccountRole.Includes(role, least) ? "denied"
        : name.StartsWith("POST", StringComparison.Ordinal) ? "no token"
        : name == "GET /admin/set-up" ? "gone"
        : name == "GET /admin/sign-in/second" ? "to sign in"
        : "shown";

    private static string Kind(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Found => "to sign in",
        HttpStatusCode.Forbidden => "denied",
        HttpStatusCode.BadRequest => "no token",
        HttpStatusCode.Gone => "gone",
        HttpStatusCode.OK => "shown",
        _ => status.ToString(),
    };

    private static List<(string Name, Endpoint Endpoint)> RoutesOf(TestSite site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}".StartsWith("/admin", StringComparison.OrdinalIgnoreCase))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => ($"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}", (Endpoint)endpoint)))
            .ToList();

    private static string? RuleOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Everyone : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Single().Policy;
}
