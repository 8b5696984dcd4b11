using System.Globalization;
using System.Net;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Api;

[Collection(PublishedSiteTests.Name)]
public sealed class DownloadTests(PublishedSite site)
{
    [Theory]
    [InlineData("internet-users", "REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,SOURCE,VINTAGE")]
    [InlineData("population", "REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,SOURCE,VINTAGE")]
    [InlineData("egdi", "REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,SOURCE,VINTAGE")]
    public async Task Columns_are_those_of_sdmx(string indicator, string header) =>
        Assert.Equal(header, (await LinesAsync($"/indicators/{indicator}.csv"))[0]);

    [Theory]
    [InlineData("internet-users", "?country=WLD&time=2022&sex=_T", "WLD,_T,2022,66.3,E,PT,UNSD,")]
    [InlineData("internet-users", "?country=WLD&time=2022&sex=F", "WLD,F,2022,63.4,E,PT,UNSD,")]
    [InlineData("internet-users", "?country=~ABW&time=2000&sex=_T", "ABW,_T,2000,15.44,A,PT,UNSD,")]
    public async Task Row_is_that_of_the_provider_with_its_vintage(string indicator, string query, string start)
    {
        var row = Assert.Single((await LinesAsync($"/indicators/{indicator}.csv{query}"))[1..]);

        Assert.StartsWith(start, row, StringComparison.Ordinal);
        Assert.True(DateOnly.TryParseExact(row[start.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), row);
    }

    [Fact]
    public async Task File_holds_every_row_of_the_delivered_figures()
    {
        var delivered = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "data", "starter", "UNSD_17.8.1.csv"));

        var rows = (await LinesAsync("/indicators/internet-users.csv"))[1..].Select(row => string.Join(',', row.Split(',')[..5]));

        Assert.Equal(delivered[1..].Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lines_end_as_in_rfc_4180()
    {
        var text = await site.Client.GetStringAsync("/indicators/egdi.csv?country=DEU");

        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/indicators/egdi.csv", "egdi.csv")]
    [InlineData("/indicators/egdi.csv?country=DEU", "egdi-filtered.csv")]
    public async Task File_name_says_whether_rows_were_left_out(string address, string name)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(("attachment", name), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
    }

    [Fact]
    public async Task File_points_to_its_metadata()
    {
        using var response = await site.Client.GetAsync("/indicators/egdi.csv");

        Assert.Contains(response.Headers.GetValues("Link"), link => link.Contains("</indicators/egdi.metadata.json>; rel=\"describedby\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_trace_every_source_and_vintage_of_the_file()
    {
        var columns = (await LinesAsync("/indicators/internet-users.csv"))[1..].Select(row => row.Split(',')).Select(cells => $"{cells[^2]} {cells[^1]}").Distinct();

        var metadata = await site.Client.JsonAsync("/indicators/internet-users.metadata.json");

        var traced = metadata.GetProperty("origins").EnumerateArray()
            .SelectMany(origin => origin.GetProperty("vintages").EnumerateArray().Select(vintage => $"{origin.Text("source")} {vintage.Text("date")}"));
        Assert.Equal(columns.Order(), traced.Distinct().Order());
    }

    [Fact]
    public async Task Metadata_say_how_to_cite_and_under_which_licence()
    {
        var metadata = await site.Client.JsonAsync("/indicators/internet-users.metadata.json");

        var origin = metadata.GetProperty("origins")[0];
        Assert.Contains("United Nations", origin.Text("citation"));
        Assert.NotEqual("", origin.GetProperty("licence").Text("title"));
    }

    [Fact]
    public async Task Head_says_the_same_without_the_rows()
    {
        using var response = await site.Client.SendAsync(new(HttpMethod.Head, "/indicators/egdi.csv"));

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private async Task<string[]> LinesAsync(string address)
    {
        using var response = await site.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
