using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Tests.Api;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.News;

[Collection(NewsSiteTests.Name)]
public sealed class FeedTests(NewsSite site)
{
    public static TheoryData<string, string> Feeds => new()
    {
        { "/news.atom", "/news" }, { "/indicators/internet-users.atom", "/indicators/internet-users" }, { "/countries/KEN.atom", "/countries/KEN" },
        { "/countries/FRA.atom", "/countries/FRA" },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Feed_has_what_rfc_4287_asks_for(string address, string page)
    {
        var feed = await site.Client.FeedAsync(address);

        Assert.StartsWith("tag:127.0.0.1,2025-03-01:", feed.Text("id"), StringComparison.Ordinal);
        Assert.NotEqual("", feed.Text("title"));
        Assert.Equal("DivideMetrics", feed.Element(Atom.Name("author"))!.Text("name"));
        Assert.Equal(site.Whole(address), feed.Link("self"));
        Assert.Equal(site.Whole(page), feed.Link("alternate"));
        Assert.Equal(feed.Entries().Select(entry => entry.Moment()).DefaultIfEmpty(new(2025, 3, 1, 10, 30, 0, TimeSpan.Zero)).Max(), feed.Moment());
        Assert.All(feed.Entries(), entry =>
        {
            Assert.Matches("^tag:127\\.0\\.0\\.1,2025-03-0[123]:[a-zA-Z0-9/-]+$", entry.Text("id"));
            Assert.NotEqual("", entry.Text("title"));
            Assert.StartsWith(site.Whole("/news?"), entry.Link("alternate"), StringComparison.Ordinal);
            Assert.Equal("html", (string?)entry.Element(Atom.Name("content"))!.Attribute("type"));
        });
        Assert.Equal(feed.Entries().Count(), feed.Entries().Select(entry => entry.Text("id")).Distinct().Count());
    }

    [Fact]
    public async Task Entries_say_what_the_rows_say()
    {
        var ct = TestContext.Current.CancellationToken;
        var changes = await site.Services.Get<NewsQueries>().CategoryChangesAsync("progress-unsd-2023", new([NewsSite.Users, NewsSite.Households], null), site.Publications, ct);
        var steps = await site.Services.Get<NewsQueries>().StepsAsync(null, 10, ct);
        var entries = (await site.Client.FeedAsync("/news.atom")).Entries().ToList();

        Assert.Equal(steps.Select(step => step.PublishedAt), entries.Select(entry => entry.Moment()));
        Assert.Equal(
            [(site.Publications[2], "DEU", "on-track", "met"), (site.Publications[1], "KEN", "fair", "on-track")],
            changes.Select(change => (change.Computation, change.Area, change.From, change.To)));
        Assert.Equal(["One status of progress changed", "One status of progress changed", "This site began with 3 figures"], entries.Select(entry => entry.Text("title")));
        Assert.Contains($">Germany</a>: <a href=\"{site.Whole("/indicators/households-internet")}\">Households with Internet at home</a>, from ‘On track’ to ‘Goal met’",
            entries[0].Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_of_an_economy_holds_its_news_alone()
    {
        var titles = (await site.Client.FeedAsync("/countries/KEN.atom")).Entries().Select(entry => entry.Text("title"));

        Assert.Equal(["New figures: 1, revised: 0, withdrawn: 0; one status of progress changed", "Began with one figure"], titles);
        Assert.Empty((await site.Client.FeedAsync("/countries/FRA.atom")).Entries());
        Assert.Equal(2, (await site.Client.FeedAsync("/indicators/households-internet.atom")).Entries().Count());
    }

    [Fact]
    public async Task Entry_leads_to_the_publication_on_the_page()
    {
        var entry = (await site.Client.FeedAsync("/countries/KEN.atom")).Entries().First();
        var link = entry.Link("alternate")!.Split('#');

        Assert.Contains($"id=\"{link[1]}\"", await site.Client.GetStringAsync(link[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/news.atom")]
    [InlineData("/indicators/internet-users.atom")]
    [InlineData("/countries/KEN.atom")]
    [InlineData("/news.ics")]
    public async Task Unchanged_feed_costs_no_bytes(string address)
    {
        using var first = await site.Client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await site.Client.SendAsync(again);
        using var other = new HttpRequestMessage(HttpMethod.Get, address);
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\"", true));
        using var whole = await site.Client.SendAsync(other);
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, address));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag, 0), (head.StatusCode, head.Headers.ETag, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Feed_is_not_sent_again_to_who_has_it_since()
    {
        using var first = await site.Client.GetAsync("/news.atom");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/news.atom");
        again.Headers.IfModifiedSince = first.Content.Headers.LastModified;
        using var answer = await site.Client.SendAsync(again);

        Assert.Equal(new DateTimeOffset(2025, 3, 3, 10, 30, 0, TimeSpan.Zero), first.Content.Headers.LastModified);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/indicators/internet-userz.atom", "urn:divide-metrics:problem:unknown-indicator", "internet-users")]
    [InlineData("/countries/KEM.atom", "urn:divide-metrics:problem:unknown-area", "KEN")]
    [InlineData("/countries/LIC.atom", "urn:divide-metrics:problem:unknown-area", null)]
    [InlineData("/countries/WLD.atom", "urn:divide-metrics:problem:unknown-area", null)]
    public async Task Unknown_id_is_a_problem_with_suggestions(string address, string type, string? suggestion)
    {
        using var answer = await site.Client.GetAsync(address);
        var problem = await answer.JsonAsync();

        Assert.Equal((HttpStatusCode.NotFound, type), (answer.StatusCode, problem.Text("type")));
        Assert.True(suggestion is null || problem.Texts("suggestions").Contains(suggestion));
    }

    [Fact]
    public async Task Unknown_parameter_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync("/news.atom?kind=status")).StatusCode);

    [Fact]
    public void Before_the_first_publication_a_feed_says_when_to_ask_again() =>
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (site.Early.StatusCode, site.Early.Headers.RetryAfter?.Delta > TimeSpan.Zero));
}

/// <summary>The feed of all news over releases of two sources.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class VintageFeedTests(ReleasedSite site)
{
    [Fact]
    public async Task Every_published_vintage_has_an_entry_that_leads_to_what_it_changed()
    {
        var vintages = await site.Services.Get<VintageQueries>().ListAsync(null, TestContext.Current.CancellationToken);
        var entries = (await site.Client.FeedAsync("/news.atom")).Entries().ToDictionary(entry => entry.Text("id"));

        Assert.Equal(4, vintages.Count);
        Assert.All(vintages, vintage =>
        {
            var entry = entries[$"tag:127.0.0.1,{vintage.PublishedAt:yyyy-MM-dd}:vintage-{vintage.Id}"];
            Assert.EndsWith($"/sources/{vintage.Source}/changes?vintage={vintage.Id}", entry.Link("alternate"), StringComparison.Ordinal);
            Assert.Equal(vintage.PublishedAt, entry.Moment());
        });
        var revised = vintages.Single(vintage => vintage.ReleaseDate == new DateOnly(2025, 6, 10));
        Assert.Equal("<p>New figures: 1, revised: 1, withdrawn: 0</p>", entries[$"tag:127.0.0.1,2025-06-15:vintage-{revised.Id}"].Text("content"));
    }
}

/// <summary>Reading of Atom documents.</summary>
internal static class Atom
{
    public static XName Name(string name) => XName.Get(name, "http://www.w3.org/2005/Atom");

    public static async Task<XElement> FeedAsync(this HttpClient client, string address)
    {
        var feed = XDocument.Parse(await client.GetStringAsync(address)).Root!;
        Assert.Equal(Name("feed"), feed.Name);
        return feed;
    }

    public static IEnumerable<XElement> Entries(this XElement feed) => feed.Elements(Name("entry"));

    public static string Text(this XElement element, string name) => Assert.Single(element.Elements(Name(name))).Value;

    public static DateTimeOffset Moment(this XElement element) => (DateTimeOffset)Assert.Single(element.Elements(Name("updated")));

    public static string? Link(this XElement element, string relation) =>
        (string?)element.Elements(Name("link")).Single(link => (string?)link.Attribute("rel") == relation).Attribute("href");

    public static string Whole(this NewsSite site, string address) => site.Client.BaseAddress!.ToString().TrimEnd('/') + address;
}
