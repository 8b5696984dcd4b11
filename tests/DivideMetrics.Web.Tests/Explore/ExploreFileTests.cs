using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DivideMetrics.Web.Tests.Hosting;
using MiniExcelLibs;

namespace DivideMetrics.Web.Tests.Explore;

/// <summary>Charts as files and in frames.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed class ExploreFileTests(PublishedSite site)
{
    private const string Chart = "/explore/internet-users";

    [Theory]
    [InlineData(""), InlineData("?tab=line&country=KEN~WLD"), InlineData("?tab=dumbbell&region=LIC"), InlineData("?tab=stacked-bar"), InlineData("?measure=gap-to-goal&tab=discrete-bar")]
    public async Task Three_formats_hold_the_same_values(string query)
    {
        var csv = (await site.Client.GetStringAsync($"{Chart}.csv{query}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r')).ToList();
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync($"{Chart}.json{query}"));
        using var book = new MemoryStream(await site.Client.GetByteArrayAsync($"{Chart}.xlsx{query}"));

        var values = json.RootElement.GetProperty("values").EnumerateArray().Select(row => (Area: row.GetProperty("REF_AREA").GetString(), Value: row.GetProperty("OBS_VALUE").GetDouble())).ToList();
        var sheet = book.Query(useHeaderRow: true, sheetName: "Values").Cast<IDictionary<string, object?>>().Select(row => (Area: (string?)row["REF_AREA"], Value: Convert.ToDouble(row["OBS_VALUE"], System.Globalization.CultureInfo.InvariantCulture))).ToList();

        Assert.NotEmpty(values);
        Assert.Equal(csv.Count, values.Count);
        Assert.All(csv.Zip(values), pair => Assert.Contains($",{pair.Second.Area},", pair.First, StringComparison.Ordinal));
        Assert.Equal(values, sheet);
    }

    [Fact]
    public async Task File_of_a_gap_names_measure_unit_and_coverage()
    {
        var lines = (await site.Client.GetStringAsync($"{Chart}.csv?tab=stacked-bar")).Split('\n');

        Assert.StartsWith("INDICATOR,MEASURE,REF_AREA,REF_AREA_NAME,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE", lines[0], StringComparison.Ordinal);
        var cells = lines[1].Split(',');
        Assert.Equal(("people-offline-group", "persons"), (cells[1], cells[7]));
        Assert.NotEqual("", cells[11]);
    }

    [Fact]
    public async Task Picture_in_Arabic_says_so_and_begins_its_lines_on_the_right()
    {
        var svg = XDocument.Parse(await site.Client.GetStringAsync($"{Chart}.svg?lang=ar")).Root!;

        Assert.Equal("ar", svg.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Contains(svg.Elements().Where(element => element.Name.LocalName == "text"), line => line.Attribute("direction")?.Value == "rtl" && line.Attribute("x")?.Value == "1160");
    }

    [Theory]
    [InlineData(""), InlineData("?tab=line"), InlineData("?tab=slope"), InlineData("?tab=discrete-bar&region=LIC"), InlineData("?tab=dumbbell"), InlineData("?tab=scatter"), InlineData("?tab=distribution")]
    [InlineData("?tab=stacked-bar"), InlineData("?tab=heatmap"), InlineData("?tab=line&facet=entity"), InlineData("?time=2005..2020"), InlineData("?tab=table")]
    public async Task Picture_is_whole_svg_with_title_source_licence_and_address(string query)
    {
        var text = await site.Client.GetStringAsync($"{Chart}.svg{query}");

        var svg = XDocument.Parse(text).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.NotEmpty(svg.Elements().Single(element => element.Name.LocalName == "title").Value);
        Assert.Contains("Source: ", svg.Value, StringComparison.Ordinal);
        Assert.Contains("Free to use with citation", svg.Value, StringComparison.Ordinal);
        Assert.Contains("asof=", svg.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?imType=og", 1200, 630)]
    [InlineData("?tab=line&imType=og&theme=dark", 1200, 630)]
    [InlineData("?tab=line&imWidth=800", 800, null)]
    public async Task Png_has_the_size_that_was_asked_for(string query, int width, int? height)
    {
        using var response = await site.Client.GetAsync($"{Chart}.png{query}");
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(width, BigEndian(bytes, 16));
        Assert.True(height is null || BigEndian(bytes, 20) == height);
        Assert.True(bytes.Length > 10_000);
    }

    [Theory]
    [InlineData(".png?imWidth=9", HttpStatusCode.BadRequest), InlineData(".svg?theme=pink", HttpStatusCode.BadRequest), InlineData(".svg?lang=xx", HttpStatusCode.BadRequest), InlineData(".csv?tab=pie", HttpStatusCode.BadRequest), InlineData(".csv?tabb=map", HttpStatusCode.BadRequest)]
    public async Task Wrong_parameter_is_refused(string rest, HttpStatusCode status) => Assert.Equal(status, (await site.Client.GetAsync(Chart + rest)).StatusCode);

    [Theory]
    [InlineData("/explore/happiness.csv"), InlineData("/explore/happiness.png"), InlineData("/explore/happiness")]
    public async Task Unknown_indicator_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(address)).StatusCode);

    [Theory]
    [InlineData(Chart, "'none'"), InlineData(Chart + "?embed=1", "*"), InlineData("/countries/KEN?embed=1", "'none'"), InlineData("/admin?embed=1", "'none'")]
    public async Task Only_a_chart_that_asks_for_it_may_be_framed(string address, string ancestors)
    {
        using var response = await site.Client.GetAsync(address);

        var policies = response.Headers.GetValues("Content-Security-Policy").ToList();
        Assert.EndsWith($"frame-ancestors {ancestors}", Assert.Single(policies), StringComparison.Ordinal);
        Assert.True(ancestors == "'none'" || !response.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Framed_chart_has_its_source_and_nothing_around_it()
    {
        var page = await site.Client.GetStringAsync(Chart + "?embed=1");

        Assert.Contains("Source:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("site-footer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chart + "?tab=line"), InlineData("/search?q=kenya"), InlineData("/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2020")]
    public async Task Page_names_its_preview_and_the_preview_is_there(string of)
    {
        var page = await site.Client.GetStringAsync(of);

        var address = WebUtility.HtmlDecode(page.Split("og:image\" content=\"")[1].Split('"')[0]);
        using var response = await site.Client.GetAsync(new Uri(address).PathAndQuery);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Copied_link_and_sentence_hold_the_day_and_the_year()
    {
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync(Chart));

        var copies = page.Split("data-copy=\"").Skip(1).Select(part => part.Split('"')[0]).ToList();
        Assert.Equal(2, copies.Count);
        Assert.All(copies, copy => Assert.Matches("time=[0-9]{4}&asof=[0-9]{4}-[0-9]{2}-[0-9]{2}", copy));
    }

    private static int BigEndian(byte[] bytes, int at) => (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
