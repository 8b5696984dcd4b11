using DivideMetrics.Observations;
using DivideMetrics.Sources;
using DivideMetrics.Sources.WorldBank;

namespace DivideMetrics.Tests.Sources;

/// <summary>Fetches of the World Bank adapters against a real server on loopback.</summary>
public sealed class WorldBankFetchTests : IAsyncLifetime
{
    private const string Unknown = """[{"message":[{"id":"120","key":"Invalid value","value":"The value is not valid"}]}]""";

    private readonly Workbench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Api_fetch_brings_every_page_of_all_series_in_one_call_each()
    {
        _server.Then(200, await SpecimenAsync(1)).Then(200, await SpecimenAsync(2));

        var fetched = await _bench.FetchAsync(Api("X.ONE", "X.TWO"));

        Assert.Equal(["page-001.json", "page-002.json"], fetched.Files.Select(file => file.Name));
        Assert.Equal(new DateOnly(2031, 2, 3), fetched.Released);
        Assert.Equal(4, _bench.Parse(Api("X.ONE", "X.TWO"), fetched.Files).Count);
        Assert.All(_server.Requests, request => Assert.Equal("/v2/country/all/indicator/X.ONE;X.TWO", request.Path));
        Assert.Equal(
            ["1", "2"],
            _server.Requests.Select(request => request.Query["?format=json&source=2&date=2000:2031&per_page=20000&page=".Length..]));
    }

    [Fact]
    public async Task Api_fetch_fails_when_a_page_is_missing()
    {
        _server.Then(200, await SpecimenAsync(1)).Then(200, """[{"page":2,"pages":2,"per_page":5,"total":8},null]""");

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("X.ONE", "X.TWO")));

        Assert.Contains("expected 8 rows on 2 pages, found 5", failure.Message);
        Assert.True(failure.Transient);
    }

    [Fact]
    public async Task Api_fetch_fails_when_the_total_changes_between_pages()
    {
        _server.Then(200, await SpecimenAsync(1)).Then(200, (await SpecimenAsync(2)).Replace("\"8\"", "\"9\""));

        Assert.Contains("as the first page said", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("X.ONE", "X.TWO")))).Message);
    }

    [Fact]
    public async Task Api_fetch_fails_when_the_second_page_fails()
    {
        _server.Then(200, await SpecimenAsync(1)).Otherwise(ScriptedServer.Text(500, "no"));

        Assert.True((await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("X.ONE", "X.TWO")))).Transient);
    }

    [Fact]
    public async Task Api_fetch_asks_series_one_by_one_when_the_provider_refuses_one_of_them()
    {
        _server.Then(200, Unknown).Then(200, One("A.OK", "IND")).Then(200, Unknown).Then(200, One("C.OK", "KEN"));
        var source = Api("A.OK", "B.GONE", "C.OK");

        var taken = await _bench.ImportAsync(source);

        Assert.Equal(["A.OK", "C.OK"], taken.Select(observation => observation.Series.Code));
        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal(("unknown-series", "B.GONE"), (finding.Code, finding.Series));
    }

    [Fact]
    public async Task Api_fetch_fails_when_every_series_is_refused()
    {
        _server.Otherwise(ScriptedServer.Text(200, Unknown));

        Assert.Contains("sent none", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("A", "B")))).Message);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Api_fetch_fails_when_a_single_series_breaks_after_a_refusal()
    {
        _server.Then(200, Unknown).Then(200, One("A", "IND")).Otherwise(ScriptedServer.Text(503, ""));

        Assert.True((await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("A", "B")))).Transient);
    }

    [Fact]
    public async Task Api_fetch_fails_when_there_are_no_rows()
    {
        _server.Otherwise(ScriptedServer.Text(200, """[{"page":0,"pages":0,"per_page":0,"total":0,"lastupdated":null},null]"""));

        Assert.Contains("sent none", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("A")))).Message);
    }

    [Fact]
    public async Task Api_fetch_fails_on_other_errors_of_the_provider()
    {
        _server.Otherwise(ScriptedServer.Text(200, """[{"message":[{"id":"105","key":"Service unavailable","value":"Later"}]}]"""));

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Api("A", "B")));

        Assert.Contains("105 Service unavailable", failure.Message);
        Assert.True(failure.Transient);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public void Query_asks_at_most_sixty_series_at_once()
    {
        var codes = Enumerable.Range(0, 121).Select(number => $"IT.{number}").ToList();

        var batches = WorldBankQuery.Batches(codes);

        Assert.Equal([60, 60, 1], batches.Select(batch => batch.Count));
        Assert.Equal(codes, batches.SelectMany(batch => batch));
    }

    [Fact]
    public void Query_keeps_the_list_of_series_under_1500_characters()
    {
        var batches = WorldBankQuery.Batches(Enumerable.Range(0, 60).Select(number => new string('A', 60) + number));

        Assert.All(batches, batch => Assert.InRange(string.Join(';', batch).Length, 1, 1500));
        Assert.Equal(60, batches.Sum(batch => batch.Count));
    }

    [Fact]
    public async Task Bulk_fetch_keeps_a_zip_for_each_series()
    {
        var wide = await File.ReadAllTextAsync(Workbench.Specimen("worldbank-wide.csv"));
        _server.Otherwise(ScriptedServer.Bytes(WorldBankBulkSourceTests.Zip(("API_X.csv", wide.TrimStart('\uFEFF'))), "application/zip"));

        var fetched = await _bench.FetchAsync(Bulk("X.ONE", "X.OTHER"));

        Assert.Equal(["X.ONE.zip", "X.OTHER.zip"], fetched.Files.Select(file => file.Name));
        Assert.Equal(new DateOnly(2031, 2, 3), fetched.Released);
        Assert.Equal(
            [("/en/indicator/X.ONE", "?downloadformat=csv"), ("/en/indicator/X.OTHER", "?downloadformat=csv")],
            _server.Requests.Select(request => (request.Path, request.Query)));
    }

    [Fact]
    public async Task Bulk_fetch_fails_on_a_zip_that_is_cut_off()
    {
        var zip = WorldBankBulkSourceTests.Zip(("API_X.csv", await File.ReadAllTextAsync(Workbench.Specimen("worldbank-wide.csv"))));
        _server.Otherwise(ScriptedServer.Bytes(zip[..^40], "application/zip"));

        Assert.Contains("damaged or cut off", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Bulk("X.ONE")))).Message);
    }

    [Fact]
    public async Task Bulk_fetch_fails_on_a_page_where_the_zip_should_be()
    {
        _server.Otherwise(ScriptedServer.Text(200, "<html>Sorry</html>", "text/html"));

        Assert.Contains("expected a zip archive", (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Bulk("X.ONE")))).Message);
    }

    [Fact]
    public async Task Delimited_fetch_brings_files_from_the_web()
    {
        _server.Then(ScriptedServer.Text(200, "a,t,v\nIND,2020,1\n", "text/csv"));
        var source = Workbench.Source("delimited", _server.Address + "/d/x.csv", "S") with
        {
            Options = new Dictionary<string, string> { ["area"] = "a", ["period"] = "t", ["value"] = "v", ["series"] = "S" },
        };

        Assert.Equal([new Observation(new SeriesKey("S"), "IND", 2020, 1)], await _bench.ImportAsync(source));
    }

    private static string One(string series, string area) =>
        """[{"page":1,"pages":1,"per_page":20000,"total":1},""" +
        $$"""[{"indicator":{"id":"{{series}}"},"country":{"id":""},"countryiso3code":"{{area}}","date":"2020","value":1}]]""";

    private static Task<string> SpecimenAsync(int page) => File.ReadAllTextAsync(Workbench.Specimen($"worldbank-page-{page}.json"));

    private SourceDefinition Api(params string[] series) => Workbench.Source("worldbank-api", _server.Address + "/v2", series);

    private SourceDefinition Bulk(params string[] series) => Workbench.Source("worldbank-bulk", _server.Address + "/en/indicator/", series);
}
