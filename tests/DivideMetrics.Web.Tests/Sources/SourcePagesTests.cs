using DivideMetrics.Web.Tests.Hosting;
using MiniExcelLibs;

namespace DivideMetrics.Web.Tests.Sources;

[Collection(PublishedSiteTests.Name)]
public sealed class SourcePagesTests(PublishedSite site)
{
    [Fact]
    public async Task Sources_page_says_of_each_source_what_it_covers_and_when_it_is_looked_at()
    {
        var html = await site.Client.GetStringAsync("/sources");

        Assert.Contains("sources are up to date", html, StringComparison.Ordinal);
        Assert.Contains("Global SDG Indicators Database, indicator 17.8.1", html, StringComparison.Ordinal);
        Assert.Contains("209 of 217 economies", html, StringComparison.Ordinal);
        Assert.Contains("Free to use with citation", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_page_lists_its_vintages_and_runs()
    {
        var html = await site.Client.GetStringAsync("/sources/UNSD");

        Assert.Contains("/sources/UNSD/changes?vintage=", html, StringComparison.Ordinal);
        Assert.Contains("total-mismatch", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources/NOBODY")]
    [InlineData("/sources/NOBODY/changes")]
    [InlineData("/sources/UNSD/changes?vintage=abc")]
    [InlineData("/sources/UNSD/changes?vintage=999999")]
    [InlineData("/sources/UNSD/changes?from=999999")]
    [InlineData("/sources/UNSD/changes.csv?vintage=999999")]
    [InlineData("/sources/NOBODY/changes.xlsx")]
    [InlineData("/sources/UNSD/history?series=NONE&country=KEN")]
    [InlineData("/indicators/internet-users/trace?country=KEN&time=1900")]
    [InlineData("/indicators/internet-users/trace?country=ATLANTIS&time=2020")]
    [InlineData("/indicators/no-such/trace?country=KEN&time=2020")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task Changes_of_the_first_release_are_all_new_on_the_page_and_in_both_files()
    {
        var html = await site.Client.GetStringAsync("/sources/UNSD/changes");
        var csv = (await site.Client.GetStringAsync("/sources/UNSD/changes.csv")).TrimEnd().Split("\r\n");
        await using var bytes = new MemoryStream(await site.Client.GetByteArrayAsync("/sources/UNSD/changes.xlsx"));
        var counts = bytes.Query(useHeaderRow: true, sheetName: "Counts").Cast<IDictionary<string, object>>().ToDictionary(row => (string)row["KIND"], row => row["POINTS"]);
        var rows = bytes.Query(useHeaderRow: true, sheetName: "Changes").Count();

        Assert.Contains("points are new", html, StringComparison.Ordinal);
        Assert.Equal("KIND,SERIES,REF_AREA,SEX,AGE,URBANISATION,BREAKDOWN,TIME_PERIOD,OLD_VALUE,NEW_VALUE,DIFFERENCE,OLD_STATUS,NEW_STATUS", csv[0]);
        Assert.Contains("CREATE,IT_USE_ii99,KEN,_T,_T,_T,_T,2020,,25.53,,,E", csv);
        Assert.Equal((6842, 6842, 6842d, 0d), (csv.Length - 1, rows, Convert.ToDouble(counts["CREATE"]), Convert.ToDouble(counts["WITHDRAW"])));
    }

    [Fact]
    public async Task Trace_leads_from_a_figure_to_the_row_of_the_kept_bytes()
    {
        var html = await site.Client.GetStringAsync("/indicators/internet-users/trace?country=KEN&time=2020");

        Assert.Contains("KEN,_T,2020,25.53,E", html, StringComparison.Ordinal);
        Assert.Contains("the kept bytes have it", html, StringComparison.Ordinal);
        Assert.Contains("starter/UNSD_17.8.1.csv", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_shows_every_release_of_a_series()
    {
        var html = await site.Client.GetStringAsync("/sources/UNSD/history?series=IT_USE_ii99&country=KEN&sex=_T");

        Assert.Contains("never revised", html, StringComparison.Ordinal);
        Assert.Contains("25.53", html, StringComparison.Ordinal);
    }
}
