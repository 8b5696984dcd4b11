using System.Net;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Api;

/// <summary>A file holds the rows that the chart beside its link shows.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed class FilteredDownloadTests(PublishedSite site)
{
    [Theory]
    [InlineData("/indicators/internet-users.csv?time=2021&sex=_T&region=LIC")]
    [InlineData("/indicators/internet-users.csv?time=2021&sex=_T&region=Low%20income")]
    [InlineData("/indicators/internet-users.gaps.csv?measure=gap-to-goal&time=2021&region=LIC")]
    public async Task Region_leaves_its_members_only(string address)
    {
        var members = site.Services.GetCatalog().Areas.MembersOf("LIC").ToHashSet(StringComparer.Ordinal);

        var areas = Column(await LinesAsync(address), "REF_AREA");

        Assert.NotEmpty(areas);
        Assert.All(areas, area => Assert.Contains(area, members));
    }

    [Theory]
    [InlineData("/api/v1/indicators/internet-users/observations?time=2021&region=LIC", "observations")]
    [InlineData("/api/v1/indicators/internet-users/gaps?measure=gap-to-goal&region=LIC", "gaps")]
    public async Task Region_narrows_the_api_as_well(string address, string rows)
    {
        var members = site.Services.GetCatalog().Areas.MembersOf("LIC").ToHashSet(StringComparer.Ordinal);

        var areas = (await site.Client.JsonAsync(address)).GetProperty(rows).EnumerateArray().Select(row => row.Text("refArea")!).ToList();

        Assert.NotEmpty(areas);
        Assert.All(areas, area => Assert.Contains(area, members));
    }

    [Fact]
    public async Task Means_of_groups_come_with_their_coverage()
    {
        var lines = await LinesAsync("/indicators/internet-users.gaps.csv?measure=mean-weighted&country=~WLD&time=2021&sex=_T");

        Assert.Equal("MEASURE,REF_AREA,SEX,TIME_PERIOD,VALUE,LOWER,UPPER,UNIT_MEASURE,COVERAGE_AREAS,COVERAGE_AREAS_OF,COVERAGE_POPULATION,NOTE", lines[0]);
        Assert.Matches("^mean-weighted,WLD,_T,2021,63\\.[0-9]+,,,PT,179,217,0\\.96[0-9]+,", Assert.Single(lines[1..]));
    }

    [Fact]
    public async Task Mean_that_is_not_published_is_an_empty_value_with_its_reason()
    {
        var lines = await LinesAsync("/indicators/internet-users.gaps.csv?measure=mean-weighted&country=~WLD&time=2022&sex=_T");

        Assert.Matches("^mean-weighted,WLD,_T,2022,,,,PT,[^,]*,[^,]*,[^,]*,not published: ", Assert.Single(lines[1..]));
    }

    [Theory]
    [InlineData("/indicators/internet-users.gaps.csv", "internet-users-gaps.csv")]
    [InlineData("/indicators/internet-users.gaps.csv?measure=gini", "internet-users-gaps-filtered.csv")]
    [InlineData("/indicators/internet-users.csv?region=LIC", "internet-users-filtered.csv")]
    public async Task File_name_says_whether_rows_were_left_out(string address, string name)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
    }

    [Theory]
    [InlineData("/indicators/internet-users?region=LIC&tab=table", "/indicators/internet-users.csv?time=2021&sex=_T&region=LIC")]
    [InlineData("/indicators/internet-users?tab=line&country=KEN~LIC", "/indicators/internet-users.csv?country=~KEN&sex=_T")]
    [InlineData("/indicators/internet-users?tab=line&country=KEN~LIC", "/indicators/internet-users.gaps.csv?measure=mean-weighted&country=~LIC&sex=_T")]
    [InlineData("/", "/indicators/internet-users.gaps.csv?measure=mean-weighted&country=LIC~LMC~UMC~HIC~WLD&sex=_T")]
    public async Task Page_links_to_the_rows_that_it_shows(string page, string file)
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync(page));

        Assert.Contains($"href=\"{file}\" download", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators/internet-users?region=LIC&time=2015")]
    [InlineData("/indicators/internet-users?tab=line&country=KEN~LIC&time=2010..2020")]
    [InlineData("/indicators/egdi?tab=line")]
    [InlineData("/countries/KEN")]
    public async Task Every_download_of_a_page_holds_rows(string page)
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync(page));
        var files = html.Split("href=\"").Skip(1).Where(link => link.Contains("\" download", StringComparison.Ordinal)).Select(link => link.Split('"')[0])
            .Where(link => link.Contains(".csv", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.True((await LinesAsync(file)).Length > 1, file);
        }
    }

    private static List<string> Column(string[] lines, string name)
    {
        var index = Array.IndexOf(lines[0].Split(','), name);
        return lines[1..].Select(line => line.Split(',')[index]).ToList();
    }

    private async Task<string[]> LinesAsync(string address)
    {
        using var response = await site.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
