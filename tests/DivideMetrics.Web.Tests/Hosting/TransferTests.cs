using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>How answers travel: compressed, and kept by browsers where their address says what is in them.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class TransferTests(PublishedSite site)
{
    private const string Script = "/_content/Plotly.Blazor/plotly-3.7.0.min.js";
    private const string World = "/topojson/world_110m.json";

    [Theory]
    [InlineData("/", 60_000)]
    [InlineData("/countries/KEN", 60_000)]
    [InlineData("/indicators/internet-users", 60_000)]
    [InlineData("/indicators/internet-users.csv", 60_000)]
    [InlineData("/api/v1/indicators", 60_000)]
    [InlineData("/app.css", 10_000)]
    [InlineData("/js/chart.js", 2_000)]
    [InlineData(World, 50_000)]
    [InlineData(Script, 330_000)]
    public async Task Answer_is_compressed_with_brotli(string address, int atMost)
    {
        using var response = await AskAsync(address, "gzip, deflate, br");
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.InRange(body.Length, 1, atMost);
        Assert.NotEmpty(await new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)).ReadToEndAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData(World)]
    [InlineData(Script)]
    public async Task Answer_is_plain_for_who_asks_for_nothing_else(string address)
    {
        using var response = await AskAsync(address, encodings: null);

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_a_page_names_is_kept_for_a_year()
    {
        var named = NamedFile().Matches(await site.Client.GetStringAsync("/")).Select(found => found.Groups[1].Value).ToList();

        Assert.InRange(named.Count, 8, 20);
        foreach (var address in named)
        {
            using var response = await AskAsync("/" + address, "br");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        }
    }

    [Theory]
    [InlineData("/app.css")]
    [InlineData(World)]
    [InlineData(Script)]
    public async Task File_whose_address_stays_is_asked_for_again_and_not_sent_again(string address)
    {
        using var first = await AskAsync(address, "br");
        using var second = await AskAsync(address, "br", first.Headers.ETag?.ToString());

        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Coarse_map_keeps_every_ring_of_every_area()
    {
        using var world = JsonDocument.Parse(await site.Client.GetStringAsync(World));
        var arcs = world.RootElement.GetProperty("arcs").EnumerateArray().Select(arc => arc.GetArrayLength()).ToList();
        var areas = world.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries").EnumerateArray().ToList();

        Assert.Equal(["coastlines", "countries", "land"], world.RootElement.GetProperty("objects").EnumerateObject().Select(layer => layer.Name).Order());
        Assert.Equal(199, areas.Count);
        Assert.All(areas.SelectMany(Rings), ring => Assert.InRange(ring.Sum(arc => arcs[arc < 0 ? ~arc : arc] - 1), 3, int.MaxValue));
    }

    private static IEnumerable<List<int>> Rings(JsonElement area) => !area.TryGetProperty("arcs", out var arcs)
        ? []
        : (area.GetProperty("type").GetString() == "MultiPolygon" ? arcs.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()) : arcs.EnumerateArray())
            .Select(ring => ring.EnumerateArray().Select(arc => arc.GetInt32()).ToList());

    private async Task<HttpResponseMessage> AskAsync(string address, string? encodings, string? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await site.Client.SendAsync(request);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"/?:]*(?:/[^\"/?:]+)*\\.(?:css|js|svg))\"")]
    private static partial Regex NamedFile();
}
