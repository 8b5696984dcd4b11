using DivideMetrics.Observations;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources;

public sealed class CubeFetchTests : IAsyncLifetime
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
    public async Task Data360_is_asked_page_by_page_until_all_rows_are_there()
    {
        _server.Then(200, await SpecimenAsync(1)).Then(200, await SpecimenAsync(2));

        var taken = await _bench.ImportAsync(Data360("X"));

        Assert.Equal(CubeBench.SpecimenRows, CubeBench.Sorted(taken));
        Assert.Equal(
            ["?DATABASE_ID=DM&INDICATOR=X&skip=0&top=1000", "?DATABASE_ID=DM&INDICATOR=X&skip=3&top=1000"], _server.Requests.Select(request => request.Query));
        Assert.All(_server.Requests, request => Assert.Equal("/data360/data", request.Path));
    }

    [Fact]
    public async Task Data360_fails_when_the_rows_stop_before_the_count()
    {
        _server.Then(200, await SpecimenAsync(1)).Otherwise(ScriptedServer.Text(200, """{"count":5,"value":[]}"""));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Data360("X")));

        Assert.Contains("expected 5 rows as announced, found 3", failure.Message);
        Assert.True(failure.Transient);
    }

    [Fact]
    public async Task Data360_fails_when_the_count_changes()
    {
        _server.Then(200, await SpecimenAsync(1)).Then(200, (await SpecimenAsync(2)).Replace("\"count\": 5", "\"count\": 6"));

        Assert.Contains("this one says 6", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Data360("X")))).Message);
    }

    [Fact]
    public async Task A_refused_series_costs_only_itself()
    {
        _server.Then(404, "{}").Then(200, await SpecimenAsync(1)).Then(200, await SpecimenAsync(2));

        var fetched = await _bench.FetchAsync(Data360("GONE", "X"));

        Assert.Equal(["X-001.json", "X-002.json"], fetched.Files.Select(file => file.Name));
        Assert.Equal(("series-refused", "GONE"), (fetched.Findings[0].Code, fetched.Findings[0].Series));
    }

    [Fact]
    public async Task A_page_for_people_is_a_failure_of_the_fetch()
    {
        _server.Otherwise(ScriptedServer.Text(200, "<html>Sorry</html>"));

        Assert.Contains("found a web page that says", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Data360("X")))).Message);
    }

    [Fact]
    public async Task Eurostat_is_asked_for_what_the_seed_says()
    {
        var seed = SeedFiles.Catalog.FindSource("ESTAT_IFP_IU")!;
        _server.Then(200, """
            {"version":"2.0","class":"dataset","id":["freq","indic_is","unit","ind_type","geo","time"],"size":[1,1,1,3,3,1],
             "dimension":{"freq":{"category":{"index":{"A":0}}},"indic_is":{"category":{"index":{"I_IU3":0}}},"unit":{"category":{"index":{"PC_IND":0}}},
              "ind_type":{"category":{"index":{"F_Y16_74":0,"IND_TOTAL":1,"Y16_24":2}}},"geo":{"category":{"index":{"EU27_2020":0,"EL":1,"EA":2}}},
              "time":{"category":{"index":{"2031":0}}}},
             "value":{"0":80.5,"1":70,"2":75,"3":82,"4":72.25,"7":99},"status":{"1":"b","5":"c"}}
            """);

        var taken = await _bench.ImportAsync(seed with { Location = _server.Address + "/data" });

        Assert.Equal(["EUU F _T 80.5", "GRC F _T 70", "EUU _T _T 82", "GRC _T _T 72.25", "GRC _T Y16T24 99"], taken.Select(row =>
            $"{row.Area} {row.Series.Sex.Code()} {row.Series.Age} {row.Value}"));
        Assert.Equal(["aggregate-area 1"], _bench.Findings.Codes());
        var asked = Assert.Single(_server.Requests);
        Assert.Equal("/data/isoc_ci_ifp_iu", asked.Path);
        Assert.EndsWith("&indic_is=I_IU3&ind_type=IND_TOTAL&ind_type=F_Y16_74&ind_type=M_Y16_74&ind_type=Y16_24&ind_type=Y65_74&sinceTimePeriod=2000", asked.Query);
    }

    [Fact]
    public async Task Json_stat_says_when_it_was_released()
    {
        _server.Then(200, await File.ReadAllTextAsync(Workbench.Specimen("cube-json-stat.json")));

        Assert.Equal(new DateOnly(2031, 2, 3), (await _bench.FetchAsync(CubeBench.Cube("json-stat") with { Location = _server.Address + "/x" })).Released);
    }

    [Fact]
    public async Task An_answer_that_is_not_ready_fails_the_fetch()
    {
        _server.Then(200, """{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Later."}}""");

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(CubeBench.Cube("json-stat") with { Location = _server.Address + "/x" }));

        Assert.Contains("prepares the answer", failure.Message);
        Assert.True(failure.Transient);
    }

    [Theory]
    [InlineData(404, "ERR_NOT_FOUND_4", true)]
    [InlineData(413, "EXTRACTION_TOO_BIG", false)]
    public async Task Eurostats_refusals_are_quoted(int status, string label, bool refused)
    {
        _server.Then(status, $$"""{"error":[{"status":{{status}},"id":100,"label":"{{label}}"}]}""");

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(CubeBench.Cube("json-stat") with { Location = _server.Address + "/x" }));

        Assert.Contains(label, failure.Message);
        Assert.Equal(refused, failure.Refused);
    }

    [Fact]
    public async Task Files_of_every_format_are_brought_from_the_web_and_from_the_data_folder()
    {
        var text = await File.ReadAllTextAsync(Workbench.Specimen("cube-generic.xml"));
        _server.Then(200, text, "application/xml");
        _bench.Write("d/x.xml", text);

        Assert.Equal(5, (await _bench.ImportAsync(CubeBench.Cube("sdmx-ml", "files: x.xml") with { Location = _server.Address + "/d/" })).Count);
        Assert.Equal(5, (await _bench.ImportAsync(CubeBench.Cube("sdmx-ml", "files: d/x.xml") with { Location = "d" })).Count);
    }

    [Fact]
    public async Task Size_classes_stay_as_a_breakdown()
    {
        _server.Then(200, """
            {"class":"dataset","id":["freq","size_emp","nace_r2","indic_is","unit","geo","time"],"size":[1,2,1,1,1,1,1],
             "dimension":{"freq":{"category":{"index":["A"]}},"size_emp":{"category":{"index":["GE10","10-49"]}},"nace_r2":{"category":{"index":["C10-S951_X_K"]}},
              "indic_is":{"category":{"index":["E_AESELL"]}},"unit":{"category":{"index":["PC_ENT"]}},"geo":{"category":{"index":["IE"]}},
              "time":{"category":{"index":["2031"]}}},
             "value":[30,28.5]}
            """);

        var taken = await _bench.ImportAsync(SeedFiles.Catalog.FindSource("ESTAT_ESELS")! with { Location = _server.Address + "/data" });

        Assert.Equal([("_T", 30.0), ("size_emp=10-49", 28.5)], taken.Select(row => (row.Series.Breakdown, row.Value!.Value)));
    }

    [Fact]
    public void Every_seed_with_dimensions_has_options_that_are_read()
    {
        string[] adapters = ["data360", "json-stat", "sdmx-csv", "sdmx-json", "sdmx-ml", "eurostat-tsv"];
        var sources = SeedFiles.Catalog.Sources.Where(source => adapters.Contains(source.Adapter)).ToList();

        Assert.True(sources.Count >= 7);
        Assert.All(sources, source => Assert.Contains(
            "found an HTML page", Assert.Throws<SourceException>(() => _bench.Parse(source, _bench.RawText("x", "<html>"))).Message));
    }

    private static Task<string> SpecimenAsync(int page) => File.ReadAllTextAsync(Workbench.Specimen($"data360-page-{page}.json"));

    private SourceDefinition Data360(params string[] series) => Workbench.Source("data360", _server.Address + "/data360", series) with
    {
        Options = new Dictionary<string, string> { ["database"] = "DM", ["attributes"] = "UNIT_MEASURE" },
    };
}
