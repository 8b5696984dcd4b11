using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>The SDG database's API on hand-written pages, and its fetch against a real server on loopback.</summary>
public sealed class SdgApiTests : IAsyncLifetime
{
    private readonly ProviderBench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public void Page_is_read_with_texts_for_values_years_with_a_point_and_dimensions()
    {
        var text = Page(1, 1, 4, Row("4", "2015.0", "\"5.5\"", "\"Sex\":\"FEMALE\",\"Age\":\"15-24\",\"Reporting Type\":\"G\"") + "," +
            Row("1", "2016", "7", "\"Sex\":\"BOTHSEX\"") + "," + Row("404", "2015.0", "\"NaN\"", "") + "," +
            Row("404", "2016.0", "\"<5\"", ""));

        Assert.Equal(
            [
                "IT_USE_ii99 F Y15T24 _T _T AFG 2015 5.5 E", "IT_USE_ii99 _T _T _T _T WLD 2016 7 E", "IT_USE_ii99 _T _T _T _T KEN 2015  O",
                "IT_USE_ii99 _T _T _T _T KEN 2016  O",
            ],
            Lines(text));
        Assert.Equal("bound-only 1", _bench.Counts());
    }

    [Fact]
    public void Fields_of_a_page_may_stand_in_any_order() =>
        Assert.Single(Lines(
            "{\"data\":[" + Row("404", "2015.0", "\"5\"", "") + "],\"attributes\":[{\"id\":\"Nature\",\"codes\":[]}]," +
            "\"pageNumber\":1,\"totalPages\":1,\"totalElements\":1}"));

    [Fact]
    public void Pages_of_several_series_follow_each_other()
    {
        var files = new[]
        {
            _bench.Text("a-1", Page(1, 2, 3, Row("404", "2015.0", "1", "") + "," + Row("404", "2016.0", "1", ""))),
            _bench.Text("a-2", Page(2, 2, 3, Row("404", "2017.0", "1", ""))),
            _bench.Text("b-1", Page(1, 1, 1, Row("404", "2015.0", "2", "", "IT_MOB_OWN"))),
        };

        var rows = _bench.Parse(ProviderBench.Only("UNSD_SDG", "IT_USE_ii99", "IT_MOB_OWN"), files);

        Assert.Equal([("IT_USE_ii99", 3), ("IT_MOB_OWN", 1)], rows.CountBy(row => row.Series.Code).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal((2, 1), (rows[^1].Place.File, rows[^1].Place.Row));
    }

    [Fact]
    public void Page_that_is_missing_short_or_out_of_order_is_a_failure()
    {
        var first = Page(1, 2, 2, Row("404", "2015.0", "1", ""));
        Assert.Contains("the last file is not the last page", Refusal(first));
        Assert.Contains("expected 2 rows on 2 pages, found 1", Refusal(first, Page(2, 2, 2, "")));
        Assert.Contains("expected page 2 of 2, found page 1", Refusal(first, first));
        Assert.Contains("as the first page said", Refusal(first, Page(2, 2, 3, Row("404", "2016.0", "1", ""))));
    }

    [Theory]
    [InlineData("""{"error":"Not found"}""", "expected totalElements")]
    [InlineData("[]", "expected a page of the API")]
    [InlineData("""{"totalElements":1,"totalPages":1,"pageNumber":1,"data":[{"series":"IT_USE_ii99" """, "expected whole JSON")]
    [InlineData("""{"totalElements":1,"totalPages":1,"pageNumber":1,"data":{"a":1}}""", "expected a list of rows")]
    [InlineData("""{"totalElements":1,"totalPages":500,"pageNumber":1,"data":[]}""", "expected at most 200 pages")]
    public void Other_body_is_refused(string text, string reason) => Assert.Contains(reason, Refusal(text));

    [Fact]
    public async Task Fetch_asks_page_after_page_and_leaves_out_a_series_without_rows()
    {
        _server.Then(200, Page(1, 2, 2, Row("404", "2015.0", "1", ""))).Then(200, Page(2, 2, 2, Row("404", "2016.0", "1", "")))
            .Then(200, Page(1, 0, 0, ""));
        var source = Source("IT_USE_ii99", "IT_MOB_OWN");

        var fetched = await _bench.FetchAsync(source);

        Assert.Equal(["IT_USE_ii99-001.json", "IT_USE_ii99-002.json"], fetched.Files.Select(file => file.Name));
        Assert.Equal(("series-refused", "IT_MOB_OWN"), Assert.Single(fetched.Findings.Select(found => (found.Code, found.Series))));
        Assert.Equal("?seriesCode=IT_USE_ii99&page=2&pageSize=10000", _server.Requests[1].Query);
        Assert.Equal(2, _bench.Parse(source, fetched.Files).Count);
    }

    [Fact]
    public async Task Fetch_fails_when_a_page_fails()
    {
        _server.Then(200, Page(1, 2, 2, Row("404", "2015.0", "1", ""))).Otherwise(ScriptedServer.Text(503, ""));

        Assert.True((await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source("IT_USE_ii99")))).Transient);
    }

    [Fact]
    public async Task Fetch_fails_when_no_series_has_rows()
    {
        _server.Otherwise(ScriptedServer.Text(200, Page(1, 0, 0, "")));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source("IT_USE_ii99")));

        Assert.Contains("no row of 1 series", failure.Message);
    }

    internal static string Page(int page, int pages, int total, string rows) =>
        $"{{\"size\":10000,\"totalElements\":{total},\"totalPages\":{pages},\"pageNumber\":{page}," +
        $"\"attributes\":[{{\"id\":\"Nature\",\"codes\":[{{\"code\":\"C\"}}]}}],\"dimensions\":[],\"data\":[{rows}]}}";

    internal static string Row(string area, string year, string value, string dimensions, string series = "IT_USE_II99") =>
        $"{{\"goal\":[\"17\"],\"series\":\"{series}\",\"geoAreaCode\":\"{area}\",\"geoAreaName\":\"A name\",\"timePeriodStart\":{year}," +
        $"\"value\":{value},\"valueType\":\"Float\",\"footnotes\":[\"\"]," +
        $"\"attributes\":{{\"Nature\":\"E\",\"Units\":\"PERCENT\"}},\"dimensions\":{{{dimensions}}}}}";

    private SourceDefinition Source(params string[] series) => ProviderBench.Only("UNSD_SDG", series) with { Location = _server.Address };

    private string Refusal(params string[] pages) => _bench.Refusal(
        ProviderBench.Only("UNSD_SDG", "IT_USE_ii99"), pages.Select((page, index) => _bench.Text($"page-{index}", page)).ToArray()).Message;

    private List<string> Lines(string text) => _bench.Lines(ProviderBench.Only("UNSD_SDG", "IT_USE_ii99"), _bench.Text("x.json", text));
}
