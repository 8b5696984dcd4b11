using System.Net;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Api;

/// <summary>What surrounds the data: entity tags, origins, compression, the description.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed class ExchangeTests(PublishedSite site)
{
    [Theory]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/indicators/internet-users/gaps?measure=gini")]
    [InlineData("/indicators/internet-users.csv?country=KEN")]
    [InlineData("/indicators/internet-users.metadata.json")]
    public async Task Unchanged_answer_costs_no_bytes(string address)
    {
        using var first = await site.Client.GetAsync(address);
        using var again = await site.Client.SendAsync(new(HttpMethod.Get, address) { Headers = { { "If-None-Match", $"\"other\", {first.Headers.ETag}" } } });

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Other_tag_gets_the_whole_answer()
    {
        using var response = await site.Client.SendAsync(new(HttpMethod.Get, "/api/v1/goals") { Headers = { { "If-None-Match", "\"other\"" } } });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Wrong_input_stays_a_problem_whatever_the_tag()
    {
        using var response = await site.Client.SendAsync(new(HttpMethod.Get, "/indicators/egdi.csv?time=x") { Headers = { { "If-None-Match", "*" } } });

        Assert.Equal((HttpStatusCode.BadRequest, null), (response.StatusCode, response.Headers.ETag));
    }

    [Theory]
    [InlineData("/api/v1/indicators")]
    [InlineData("/indicators/egdi.csv")]
    [InlineData("/indicators/egdi.csv?time=x")]
    [InlineData("/progress.csv?region=LIC")]
    public async Task Any_origin_may_read(string address)
    {
        using var response = await site.Client.SendAsync(new(HttpMethod.Get, address) { Headers = { { "Origin", "https://example.org" } } });

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/api/v1/areas")]
    [InlineData("/indicators/egdi.csv")]
    public async Task Answers_are_compressed_for_those_who_ask(string address)
    {
        using var response = await site.Client.SendAsync(new(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip" } } });

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Description_names_every_resource_and_only_parameters_of_the_address()
    {
        var document = await site.Client.JsonAsync("/api/v1/openapi.json");

        var described = document.GetProperty("paths").EnumerateObject().Select(path => $"{path.Name}: {string.Join(' ', ParametersOf(path.Value))}");
        Assert.Equal(
            [
                "/api/v1/areas/{code}/gaps: code measure indicator time asof seen",
                "/api/v1/areas/{code}: code",
                "/api/v1/areas: ",
                "/api/v1/explain: measure indicator area year sex asof seen",
                "/api/v1/goals: ",
                "/api/v1/groups: on",
                "/api/v1/indicators/{id}/gaps: id time country sex region asof seen measure",
                "/api/v1/indicators/{id}/observations: id time country sex region asof seen",
                "/api/v1/indicators/{id}: id",
                "/api/v1/indicators: ",
                "/api/v1/measures: ",
                "/api/v1/runs/{id}/findings: id",
                "/api/v1/runs: source",
                "/api/v1/sources: ",
                "/api/v1/vintages/{id}: id",
                "/api/v1/vintages: source status",
                "/compare.csv: country community asof seen",
                "/countries/{code}.atom: code",
                "/divides.csv: split region asof seen",
                "/explore/{id}.csv: id measure tab time country sex region sort x xScale yScale facet uniformYAxis stackMode split by embed asof seen",
                "/explore/{id}.json: id measure tab time country sex region sort x xScale yScale facet uniformYAxis stackMode split by embed asof seen",
                "/explore/{id}.png: id measure tab time country sex region sort x xScale yScale facet uniformYAxis stackMode split by embed imType imWidth theme lang asof seen",
                "/explore/{id}.svg: id measure tab time country sex region sort x xScale yScale facet uniformYAxis stackMode split by embed imType imWidth theme lang asof seen",
                "/explore/{id}.xlsx: id measure tab time country sex region sort x xScale yScale facet uniformYAxis stackMode split by embed asof seen",
                "/indicators/{id}.atom: id",
                "/indicators/{id}.bib: id asof seen",
                "/indicators/{id}.csl.json: id asof seen",
                "/indicators/{id}.csv: id time country sex region asof seen",
                "/indicators/{id}.gaps.csv: id time country sex region asof seen measure",
                "/indicators/{id}.metadata.json: id asof seen",
                "/indicators/{id}.ris: id asof seen",
                "/news.atom: ",
                "/news.ics: ",
                "/progress.csv: rule region status community asof seen",
                "/search.json: q lang",
                "/sources/{id}/changes.csv: id vintage from",
                "/sources/{id}/changes.xlsx: id vintage from",
            ],
            described.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string?> ParametersOf(System.Text.Json.JsonElement path) =>
        path.GetProperty("get").TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(parameter => parameter.Text("name"))
            : [];
}
