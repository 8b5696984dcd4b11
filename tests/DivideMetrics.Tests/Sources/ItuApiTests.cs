using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>The DataHub's JSON answers on hand-written bodies, and its downloads against a real server on loopback.</summary>
public sealed class ItuApiTests : IAsyncLifetime
{
    private const string JavaScriptError = "TypeError: Cannot read properties of undefined (reading 'code')";

    private readonly ProviderBench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public void Answer_of_countries_has_texts_for_values_and_names_in_any_case()
    {
        const string Body = """
            [{"codeID":1,"code":"i99H","isoCode":"KEN","shortName":"Kenya","dataYear":2020,
              "dataNote":"","dataSource":"ITU estimate.","answer":[{"value":"22.5","id":7}]},
             {"CodeID":1,"Code":"i99H","IsoCode":"YUG","ShortName":"Serbia and Montenegro","DataYear":"2003",
              "Answer":[{"Value":"8","Id":8}]},
             {"code":"i99H","isoCode":"IND","shortName":"India","dataYear":2020,"answer":[]},
             {"code":"HHU4212_HHC15to24","isoCode":"IND","shortName":"India","dataYear":2020,"answer":[{"value":"50"}]}]
            """;

        Assert.Equal(
            ["i99H _T _T _T _T KEN 2020 22.5 E", "i99H _T _T _T _T YUG 2003 8 A", "i99H _T Y15T24 _T _T IND 2020 50 A"], Lines(Body));
        Assert.Equal("", _bench.Counts());
    }

    [Fact]
    public void Answer_of_regions_has_numbers_and_only_the_worlds_are_areas_of_ours()
    {
        const string Body = """
            [{"code":"i99H","regionName":"World","regionID":701,"dataYear":2020,"answer":[{"value":60.5}],
              "answersPercentage":[{"value":60}]},
             {"code":"i99H","regionName":"Africa","regionID":1,"dataYear":2020,"answer":[{"value":29}]},
             {"code":"i99H","regionName":"Africa","regionID":1,"dataYear":2021,"answer":[{"value":30}]},
             {"code":"i99H","regionName":"Least Developed Countries (LDC)","regionID":1894,"dataYear":2020,"answer":[{"value":27}]}]
            """;

        Assert.Equal(["i99H _T _T _T _T WLD 2020 60.5 A", "i99H _T _T _T _T LDC 2020 27 A"], Lines(Body));
        Assert.Equal(
            ("aggregate-left-out", Severity.Info, "Africa", "2 figures of a region of the provider's own are left out."),
            Assert.Single(_bench.Findings.Kept.Select(found => (found.Code, found.Severity, found.Area, found.Note))));
    }

    [Fact]
    public void Answer_of_words_is_refused_whole()
    {
        const string Body = """
            [{"code":"i99H","isoCode":"KEN","dataYear":2020,"answer":[{"value":"Yes"}]},
             {"code":"i99H","isoCode":"IND","dataYear":2020,"answer":[{"value":"No"}]}]
            """;

        Assert.Empty(Lines(Body));
        Assert.Equal("text-valued 1", _bench.Counts());
    }

    [Fact]
    public void Empty_list_is_a_finding()
    {
        Assert.Empty(Lines("[]"));
        Assert.Equal(["empty-answer", "missing-series"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("""{"message":"Missing Authentication Token"}""", """expected a list of figures, found '{"message":"Missing Auth""")]
    [InlineData("""[{"CountryID":4,"IsoCode":"ABW","ShortName":"Aruba"}]""", "Expected figures with 'answer' and 'dataYear'")]
    [InlineData("""[{"code":"i99H","isoCode":"KEN","dataYear":2020,"answer":[{"value":"1"}]},""", "expected whole JSON")]
    [InlineData("""[{"code":"i99H","isoCode":"KEN","dataYear":2020,"answer":[{"value":"1"}]}] more""", "expected whole JSON")]
    [InlineData("""[{"code":"i99H","isoCode":"\ud800","dataYear":2020,"answer":[{"value":"1"}]}]""", "expected whole JSON")]
    [InlineData("[2023, 2024]", "Expected figures with 'answer' and 'dataYear'")]
    public void Other_body_is_refused_with_its_words(string body, string reason) =>
        Assert.Contains(reason, _bench.Refusal(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.json", body)).Message);

    [Fact]
    public async Task Fetch_leaves_out_what_the_provider_does_not_have()
    {
        var zip = ProviderBench.ZipOf(("i99H.csv", ItuSourceTests.Header + ItuSourceTests.Row("KEN", "5", 2020)));
        _server.Then(ScriptedServer.Bytes(zip, "application/zip")).Then(ScriptedServer.Text(500, JavaScriptError, "text/plain"));

        var fetched = await _bench.FetchAsync(Source("11624/iscollection/false; 1/iscollection/true"));

        Assert.Equal(
            ["/v2/data/download/byid/11624/iscollection/false", "/v2/data/download/byid/1/iscollection/true"],
            _server.Requests.Select(request => request.Path));
        Assert.Equal(("item-refused", Severity.Warning), Assert.Single(fetched.Findings.Select(found => (found.Code, found.Severity))));
        Assert.Equal(5, Assert.Single(_bench.Parse(ProviderBench.Only("ITU", "i99H"), fetched.Files)).Value);
    }

    [Theory]
    [InlineData(403, """{"message":"Missing Authentication Token"}""", "Missing Authentication Token", false)]
    [InlineData(500, "Internal server error", "500", true)]
    [InlineData(429, "Slow down", "429", true)]
    public async Task Fetch_fails_when_the_provider_fails(int status, string body, string reason, bool transient)
    {
        var zip = ProviderBench.ZipOf(("i99H.csv", ItuSourceTests.Header));
        _server.Then(ScriptedServer.Bytes(zip, "application/zip")).Otherwise(ScriptedServer.Text(status, body, "application/json"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source("1;2")));

        Assert.Contains(reason, failure.Message);
        Assert.Equal(transient, failure.Transient);
    }

    [Fact]
    public async Task Fetch_fails_when_everything_is_refused()
    {
        _server.Otherwise(ScriptedServer.Text(500, JavaScriptError, "text/plain"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source("1;2")));

        Assert.Contains("refused all 2 downloads", failure.Message);
    }

    private SourceDefinition Source(string items)
    {
        var declared = ProviderBench.Declared("ITU");
        var options = new Dictionary<string, string>(declared.Options) { ["items"] = items };
        return declared with { Location = _server.Address + "/v2", Options = options };
    }

    private List<string> Lines(string body) => _bench.Lines(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.json", body));
}
