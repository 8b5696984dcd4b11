using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Progress;

/// <summary>The page and its file, on the delivered figures.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed class ProgressPageTests(PublishedSite site)
{
    private const string Header =
        "INDICATOR,MEASURE,REF_AREA,SEX,TIME_PERIOD,VALUE,LOWER,UPPER,UNIT_MEASURE,COVERAGE_AREAS,COVERAGE_AREAS_OF,COVERAGE_POPULATION,NOTE";

    [Theory]
    [InlineData("")]
    [InlineData("?region=LDC")]
    [InlineData("?rule=projection")]
    public async Task Finding_counts_what_the_file_holds(string query)
    {
        var goals = site.Services.GetCatalog().Indicators.Where(indicator => indicator.Goal is not null).Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        var classes = (await RowsAsync(query)).Where(row => goals.Contains(row[0]) && row[1].StartsWith("progress-", StringComparison.Ordinal) && row[2] != "WLD")
            .Select(row => row[^1].Split(':')[0]).Where(category => category != "not-assessable").ToList();

        var finding = Regex.Match(await PageAsync(query), "<h1[^>]*>(.*?)</h1>").Groups[1].Value;

        Assert.NotEmpty(classes);
        Assert.Equal(
            [classes.Count, classes.Count(category => category == "met"), classes.Count(category => category == "on-track")],
            Regex.Matches(finding.Replace("\u202f", "", StringComparison.Ordinal).Replace("one has", "1 has", StringComparison.Ordinal), "[0-9]+")
                .Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?rule=open-sdg&region=LIC")]
    [InlineData("?status=met&community=development")]
    public async Task File_holds_exactly_the_cells_that_are_shown(string query)
    {
        var rows = (await RowsAsync(query)).Where(row => row[1].StartsWith("progress-", StringComparison.Ordinal)).ToList();
        var html = await PageAsync(query);
        var matrix = html[html.IndexOf("<table class=\"mx", StringComparison.Ordinal)..html.IndexOf("</table>", StringComparison.Ordinal)];

        var linked = Regex.Matches(matrix, "/explain\\?measure=(progress-[^&]*)&indicator=([^&]*)&area=([^&]*)&year=([0-9]*)")
            .Select(link => (link.Groups[2].Value, link.Groups[1].Value, link.Groups[3].Value, link.Groups[4].Value)).ToList();

        Assert.Equal(rows.Where(row => !row[^1].StartsWith("not-assessable", StringComparison.Ordinal)).Select(row => (row[0], row[1], row[2], row[4])), linked);
        Assert.Equal(rows.Count - linked.Count, Regex.Matches(matrix, "<span role=\"img\"").Count);
    }

    [Fact]
    public async Task Explanation_of_a_cell_is_there()
    {
        var link = Regex.Match(await PageAsync("?region=LIC"), "href=\"(/explain[^\"]*)\" aria-label=\"[^\"]*, Individuals using the Internet: [^\"]*\"").Groups[1].Value;

        Assert.Contains("progress-unsd-2023", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("?rule=x")]
    [InlineData("?region=ATL")]
    [InlineData("?status=x")]
    [InlineData("?community=context")]
    public async Task Unknown_value_is_a_note_on_the_page_and_a_problem_of_the_file(string query)
    {
        Assert.Contains($"“{query[1..]}” cannot be used", await PageAsync(query), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.GetAsync($"/progress.csv{query}")).StatusCode);
    }

    [Fact]
    public async Task Address_of_a_form_without_script_loses_what_it_does_not_say()
    {
        using var answer = await site.Client.GetAsync("/progress?status=&community=&region=LIC&rule=");

        Assert.Equal((HttpStatusCode.Redirect, "?region=LIC"), (answer.StatusCode, answer.Headers.Location!.Query));
    }

    [Fact]
    public async Task Page_needs_no_circuit() => Assert.DoesNotContain("<!--Blazor:", await PageAsync(""), StringComparison.Ordinal);

    // The frame of the page, and some bytes a cell: thousands of them must not make it a large one.
    [Fact]
    public async Task Cells_are_compressed_to_a_few_bytes_each()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/progress") { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await site.Client.SendAsync(asked);
        var cells = (await RowsAsync("")).Count;

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 12_000 + 20 * cells);
    }

    [Fact]
    public async Task Page_links_to_its_file_and_footer_to_the_page()
    {
        Assert.Contains("href=\"/progress.csv?region=LIC&status=met\" download", await PageAsync("?region=LIC&status=met"), StringComparison.Ordinal);
        Assert.Contains("href=\"/progress\"", await site.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string query) => WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/progress{query}"));

    private async Task<List<string[]>> RowsAsync(string query)
    {
        var lines = (await site.Client.GetStringAsync($"/progress.csv{query}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Header, lines[0]);
        return lines.Skip(1).Select(line => line.Split(',', Header.Split(',').Length)).Select(cells => cells[..^1].Append(cells[^1].Trim('"')).ToArray()).ToList();
    }
}

/// <summary>The page in states of the past.</summary>
[Collection(States.ReleasedSiteTests.Name)]
public sealed class ProgressStateTests(States.ReleasedSite site)
{
    [Fact]
    public async Task State_is_kept_in_every_link_and_in_the_form()
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/progress?asof=2024-09-01"));

        Assert.Contains("the figures as released until 1 September 2024", html, StringComparison.Ordinal);
        Assert.Contains("name=\"asof\" value=\"2024-09-01\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/countries/KEN?asof=2024-09-01\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/progress.csv?asof=2024-09-01\" download", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_those_of_the_state()
    {
        Assert.Contains(",BDI,", await site.Client.GetStringAsync("/progress.csv?seen=2025-06-20"), StringComparison.Ordinal);
        Assert.DoesNotContain(",BDI,", await site.Client.GetStringAsync("/progress.csv?seen=2025-01-20"), StringComparison.Ordinal);
    }
}
