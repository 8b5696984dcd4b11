using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class DbnomicsSourceTests : IAsyncLifetime
{
    private readonly Workbench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public void Dbnomics_reads_periods_values_and_either_code_of_an_area()
    {
        var page = Page(0, 2, Doc("FR", """["2019","2020"]""", """[1.5,"NA"]"""), Doc("KEN", """["2020","2021"]""", """["2.5",null]"""));

        Assert.Equal(
            [new Observation(new SeriesKey("X"), "FRA", 2019, 1.5), new Observation(new SeriesKey("X"), "KEN", 2020, 2.5)],
            _bench.Parse(Source(), _bench.RawText("1.json", page)));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Theory]
    [InlineData("""["2020"]""", """["many"]""", "not-a-number")]
    [InlineData("""["2020Q1"]""", "[1]", "not-a-year")]
    [InlineData("""["2020","2021"]""", "[1]", "bad-row")]
    [InlineData("1", "[1]", "bad-row")]
    [InlineData("""["2020"]""", """[{"a":1}]""", "not-a-number")]
    public void Dbnomics_makes_findings_of_what_it_cannot_take(string periods, string values, string code)
    {
        _bench.Parse(Source(), _bench.RawText("1.json", Page(0, 1, Doc("KEN", periods, values))));

        Assert.Equal(code, Assert.Single(_bench.Findings.Kept).Code);
    }

    [Fact]
    public void Dbnomics_leaves_out_series_that_are_not_annual_or_not_declared()
    {
        var page = Page(0, 2, Doc("KEN", """["2020-01"]""", "[1]", "monthly"), Doc("KEN", """["2020"]""", "[1]").Replace("\"X\"", "\"Z\""));

        Assert.Empty(_bench.Parse(Source(), _bench.RawText("1.json", page)));
        Assert.Equal(["not-annual", "unknown-series"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("", "expected JSON")]
    [InlineData("[1,2]", "expected series")]
    [InlineData("""{"errors":[{"message":"Provider not found"}]}""", "Provider not found")]
    [InlineData("""{"series":{"docs":[]}}""", "num_found")]
    [InlineData("""{"series":{"docs":[],"num_found":3,"offset":0}}""", "3 series more")]
    [InlineData("""{"series":{"docs":[],"num_found":3,"offset":3}}""", "after 3")]
    [InlineData("""{"series":{"docs":[{"dimens""", "expected JSON")]
    public void Dbnomics_refuses_what_is_no_whole_answer(string body, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawText("1.json", body)));

        Assert.Contains(reason, failure.Message);
        Assert.Contains("1.json", failure.Message);
    }

    [Fact]
    public async Task Dbnomics_fetches_every_page_of_each_series()
    {
        _server.Then(200, Page(0, 2, Doc("FRA", """["2020"]""", "[1]"))).Then(200, Page(1, 2, Doc("KEN", """["2020"]""", "[2]"))).Then(404, "{}");
        var source = Source("X", "LOST") with { Location = _server.Address + "/v22" };

        var fetched = await _bench.FetchAsync(source);

        Assert.Equal(["X-001.json", "X-002.json"], fetched.Files.Select(file => file.Name));
        Assert.Equal(new DateOnly(2031, 2, 3), fetched.Released);
        Assert.Equal("LOST", Assert.Single(fetched.Findings).Series);
        Assert.Equal(["&limit=1000&offset=0", "&limit=1000&offset=1"], _server.Requests.Take(2).Select(request => request.Query[request.Query.IndexOf("&limit", StringComparison.Ordinal)..]));
        Assert.Equal("""{"frequency":["A"],"indicator":["X"]}""", Uri.UnescapeDataString(_server.Requests[0].Query["?dimensions=".Length.._server.Requests[0].Query.IndexOf('&')]));
        Assert.Equal(2, _bench.Parse(source, fetched.Files).Count);
    }

    [Fact]
    public async Task Dbnomics_fetch_fails_when_a_page_is_empty_and_more_were_announced()
    {
        _server.Then(200, Page(0, 2, Doc("FRA", """["2020"]""", "[1]"))).Otherwise(ScriptedServer.Text(200, Page(1, 2)));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source() with { Location = _server.Address + "/v22" }));

        Assert.Contains("after 1 of 2", failure.Message);
    }

    [Fact]
    public void Dbnomics_reads_a_recorded_answer()
    {
        var areas = SeedLoader.Load(Path.Combine(Workbench.Root, "seeds")).Areas;
        var source = Workbench.Source("dbnomics", "https://example.org", "CAT_BA") with
        {
            Options = new Dictionary<string, string>
            {
                ["dataset"] = "CEPII/CHELEM-TRADE-CHEL", ["series-dimension"] = "product", ["area-dimension"] = "exporter", ["partial"] = "true",
                ["leave-out-areas"] = "AES",
            },
        };
        var (file, findings) = (Workbench.Raw(Workbench.Shared("api-samples/dbnomics/dbnomics_json.json")), new DivideMetrics.Quality.FindingSink());

        Assert.Empty(_bench.Registry.For(source).Parse(new ParseRequest(source, [file], areas, findings)));
        Assert.Equal(0, findings.Errors);
        Assert.Equal(["other-area", "unknown-series"], findings.Kept.Select(finding => finding.Code).Order());

        source = source with { Options = new Dictionary<string, string>(source.Options) { ["partial"] = "false" } };
        Assert.Contains("7418264 series more", Assert.Throws<SourceException>(
            () => _bench.Registry.For(source).Parse(new ParseRequest(source, [file], areas, findings)).Count()).Message);
    }

    [Fact]
    public void Text_of_any_kind_gives_rows_findings_or_says_what_is_wrong()
    {
        var whole = Page(0, 1, Doc("KEN", """["2020"]""", "[1]"));
        Gen.Select(Gen.String, Gen.Int[0, whole.Length - 1]).Sample(
            (text, at) =>
            {
                try
                {
                    _bench.Parse(Source(), _bench.RawText("x.json", whole[..at] + text + whole[at..]));
                }
                catch (SourceException failure)
                {
                    Assert.Contains("x.json", failure.Message);
                }
            },
            iter: 200,
            threads: 1);
    }

    private static string Doc(string area, string periods, string values, string frequency = "annual") =>
        $$$"""{"@frequency":"{{{frequency}}}","dimensions":{"frequency":"A","indicator":"X","country":"{{{area}}}" },"indexed_at":"2031-02-03T04:05:06Z","period":{{{periods}}},"value":{{{values}}} }""";

    private static string Page(int offset, int found, params string[] docs) =>
        $$$"""{"errors":null,"series":{"docs":[{{{string.Join(',', docs)}}}],"limit":1000,"num_found":{{{found}}},"offset":{{{offset}}} }}""";

    private static SourceDefinition Source(params string[] series) => Workbench.Source("dbnomics", "https://example.org/v22", series.Length > 0 ? series : ["X"]) with
    {
        Options = new Dictionary<string, string> { ["dataset"] = "WB/WDI", ["series-dimension"] = "indicator", ["area-dimension"] = "country", ["dimensions"] = "frequency=A" },
    };
}
