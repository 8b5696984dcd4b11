using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>UNESCO UIS bulk data: no real file is at hand, so hand-written ones of the documented shape only.</summary>
public sealed class UisSourceTests : IAsyncLifetime
{
    private const string Header = "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\n";
    private const string Series = "SCHBSP.1.WINTERN";

    private readonly ProviderBench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public void Archive_gives_the_declared_series_of_its_national_table_alone()
    {
        var zip = _bench.Zip(
            "SDG.zip",
            ("SDG_COUNTRY.csv", "COUNTRY_ID,COUNTRY_NAME_EN\nKEN,Kenya\n"),
            ("SDG_DATA_NATIONAL.csv", Header + $"{Series},KEN,2019,40.5,,\n{Series},IND,2019,19,,UIS_EST\nCR.1,KEN,2019,80,,\n"),
            ("SDG_DATA_REGIONAL.csv", "INDICATOR_ID,REGION_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\nCR.1,WORLD,2019,80,,\n"),
            ("SDG_LABEL.csv", "INDICATOR_ID,INDICATOR_LABEL_EN\nCR.1,\"Completion\nrate\"\n"));

        Assert.Equal([$"{Series} _T _T _T _T KEN 2019 40.5 A", $"{Series} _T _T _T _T IND 2019 19 E"], Lines(zip));
        Assert.Equal("", _bench.Counts());
    }

    [Fact]
    public void Tables_of_several_archives_are_one_vintage()
    {
        var files = new[]
        {
            _bench.Zip("SDG.zip", ("a/SDG_DATA_NATIONAL.csv", Header + $"{Series},KEN,2019,1,,\n")),
            _bench.Zip("SCN-SDG.zip", ("SCN-SDG_DATA_NATIONAL.csv", Header + "EXPGDP.TOT,KEN,2019,0.7,,\n")),
        };

        var rows = _bench.Parse(ProviderBench.Only("UIS", Series, "EXPGDP.TOT"), files);

        Assert.Equal([Series, "EXPGDP.TOT"], rows.Select(row => row.Series.Code));
    }

    [Theory]
    [InlineData("0,NIL,", "0", ObsStatus.N)]
    [InlineData(",NIL,", "", ObsStatus.O)]
    [InlineData(",NA,", "", ObsStatus.M)]
    [InlineData(",INCLUDED,", "", ObsStatus.O)]
    [InlineData(",,", "", ObsStatus.O)]
    [InlineData("5,,UIS_EST", "5", ObsStatus.E)]
    [InlineData("5,,NAT_EST", "5", ObsStatus.E)]
    public void Magnitude_and_qualifier_become_a_status(string columns, string value, ObsStatus status)
    {
        Assert.Equal([$"{Series} _T _T _T _T KEN 2019 {value} {status}"], Lines(Table($"{Series},KEN,2019,{columns}\n")));
        Assert.Equal("", _bench.Counts());
    }

    [Theory]
    [InlineData("XYZ,2020,1,,", "unknown-area", Severity.Error)]
    [InlineData("WLD,2020,1,,", "unknown-area", Severity.Error)]
    [InlineData("KEN,20,1,,", "not-a-year", Severity.Error)]
    [InlineData("KEN,2020,x,,", "not-a-number", Severity.Error)]
    [InlineData("KEN,2020,101,,", "out-of-bounds", Severity.Error)]
    [InlineData("KEN,2020,1,NA,", "status-conflict", Severity.Error)]
    [InlineData("KEN,2019,2,,", "duplicate-key", Severity.Error)]
    [InlineData("KEN,2020,1", "bad-row", Severity.Error)]
    [InlineData("KEN,2020,1,,ODD", "unknown-status", Severity.Warning)]
    public void Bad_row_is_a_finding_with_its_line(string row, string code, Severity severity)
    {
        var taken = Lines(Table($"{Series},KEN,2019,1,,\n{Series},{row}\n"));

        Assert.Equal(severity == Severity.Error ? 1 : 2, taken.Count);
        Assert.Equal([(code, severity, 3L)], _bench.Findings.Kept.Select(found => (found.Code, found.Severity, found.Line!.Value)));
    }

    [Fact]
    public void Archive_that_is_cut_off_or_lacks_the_table_is_refused()
    {
        var source = ProviderBench.Only("UIS", Series);
        var whole = ProviderBench.ZipOf(("SDG_DATA_NATIONAL.csv", Header));

        Assert.Contains("damaged or cut off", _bench.Refusal(source, _bench.Bytes("a.zip", whole[..^25])).Message);
        var labels = _bench.Refusal(source, _bench.Zip("b.zip", ("SDG_LABEL.csv", "a,b\n")));
        Assert.Contains("expected a table in the archive, found SDG_LABEL.csv", labels.Message);
        Assert.Contains("Expected a column 'INDICATOR_ID'", _bench.Refusal(source, _bench.Text("d.csv", "a,b\n1,2\n")).Message);
    }

    [Fact]
    public async Task Fetch_brings_every_archive_and_leaves_out_one_that_is_not_there()
    {
        var zip = ProviderBench.ZipOf(("SDG_DATA_NATIONAL.csv", Header + $"{Series},KEN,2019,1,,\n"));
        _server.Then(ScriptedServer.Bytes(zip, "application/zip")).Then(404, "gone", "text/plain");
        var source = ProviderBench.Only("UIS", Series) with { Location = _server.Address + "/bdds/203102" };

        var fetched = await _bench.FetchAsync(source);

        Assert.Equal(["/bdds/203102/SDG.zip", "/bdds/203102/SCN-SDG.zip"], _server.Requests.Select(request => request.Path));
        Assert.Equal("item-refused", Assert.Single(fetched.Findings).Code);
        Assert.Single(_bench.Parse(source, fetched.Files));
    }

    private RawFile Table(string rows) => _bench.Text("SDG_DATA_NATIONAL.csv", Header + rows);

    private List<string> Lines(RawFile file) => _bench.Lines(ProviderBench.Only("UIS", Series), file);
}
