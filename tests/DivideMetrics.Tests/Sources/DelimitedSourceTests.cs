using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class DelimitedSourceTests : IDisposable
{
    private const string Header = "REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Delimited_reads_sex_status_and_missing()
    {
        var taken = await ImportAsync(Header + "IND,_T,2020,43.5,A\nIND,F,2020,1e1,E\nKEN,_T,2019,,O\n");

        Assert.Equal(
            [
                new Observation(new SeriesKey("S"), "IND", 2020, 43.5),
                new Observation(new SeriesKey("S", Sex.Female), "IND", 2020, 10, ObsStatus.E),
                new Observation(new SeriesKey("S"), "KEN", 2019, null, ObsStatus.O),
            ],
            taken);
    }

    [Fact]
    public async Task Delimited_reads_a_wide_table_of_names_with_a_constant_year()
    {
        _bench.Write("w.csv", "name,egdi,epi\n\"Kenya \",0.5,0.25\nBharat,,0.75\n");
        var source = Workbench.Source("delimited", "w.csv", "EGDI", "EPI") with
        {
            Options = new Dictionary<string, string>
            {
                ["area"] = "name", ["area-kind"] = "name", ["year"] = "2022", ["value-columns"] = "egdi=EGDI;epi=EPI",
            },
        };

        Assert.Equal(
            [
                new Observation(new SeriesKey("EGDI"), "KEN", 2022, 0.5),
                new Observation(new SeriesKey("EPI"), "KEN", 2022, 0.25),
                new Observation(new SeriesKey("EPI"), "IND", 2022, 0.75),
            ],
            await _bench.ImportAsync(source));
    }

    [Fact]
    public async Task Delimited_reads_one_series_a_file()
    {
        _bench.Write("a.csv", "a;t;v\nIND;2020;1\n");
        _bench.Write("b.csv", "a;t;v\nIND;2020;2\n");
        var source = Workbench.Source("delimited", "starter", "A", "B") with
        {
            Options = new Dictionary<string, string>
            {
                ["files"] = "a.csv=A; b.csv=B", ["delimiter"] = ";", ["area"] = "a", ["period"] = "t", ["value"] = "v",
            },
        };

        Assert.Equal([("A", 1d), ("B", 2d)], (await _bench.ImportAsync(source)).Select(taken => (taken.Series.Code, taken.Value!.Value)));
    }

    [Theory]
    [InlineData("", 1, "empty file")]
    [InlineData("REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nIND,_T,2020,1\n", 1, "expected a column 'OBS_STATUS'")]
    [InlineData("REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SEX\n", 1, "stands twice")]
    [InlineData(Header, 2, "expected rows")]
    [InlineData(Header + "IND,_T,2020,1,A\nIND,_T,2021,1\n", 3, "expected 5 fields, found 4")]
    [InlineData(Header + "IND,_T,2020,1,A,\n", 2, "expected 5 fields, found 6")]
    [InlineData(Header + "IND,_T,2020,1x,A\n", 2, "found '1x'")]
    [InlineData(Header + "IND,_T,2020,NaN,A\n", 2, "found 'NaN'")]
    [InlineData(Header + "IND,_T,2020,1e999,A\n", 2, "found '1e999'")]
    [InlineData(Header + "IND,_T,2020,\"1,5\",A\n", 2, "found '1,5'")]
    [InlineData(Header + "IND,_T,2020,,A\n", 2, "missing is M or O")]
    [InlineData(Header + "IND,_T,2020,5,M\n", 2, "says missing")]
    [InlineData(Header + "IND,_T,2020,1,?\n", 2, "expected a code of OBS_STATUS")]
    [InlineData(Header + "IND,X,2020,1,A\n", 2, "expected _T, F or M")]
    [InlineData(Header + "IND,_T,2020Q1,1,A\n", 2, "expected a year")]
    [InlineData(Header + "IND,_T,2020,1,A\nIND,_T,\"2021,1,A\n", 3, "not closed")]
    [InlineData(Header + "IND,_T,2020,1,A\nIND,_T,2021,1,A", 3, "no line break")]
    [InlineData(Header + "IND,_T,2020,1,A\nIND,_T,2021,\0,A\n", 3, "U+0000")]
    public async Task Delimited_stops_at_damage_with_file_line_and_reason(string text, long line, string reason)
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => ImportAsync(text));

        Assert.Equal(("in/x.csv", line), (failure.File, failure.Line));
        Assert.Contains(reason, failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("XYZ,_T,2020,1,A\n", "unknown-area")]
    [InlineData("IND,_T,2020,100.1,A\n", "out-of-bounds")]
    [InlineData("IND,_T,2020,-0.1,A\n", "out-of-bounds")]
    [InlineData("KEN,_T,2020,9,A\n", "duplicate-key")]
    public async Task Delimited_refuses_a_bad_row_as_a_finding_and_keeps_the_others(string row, string code)
    {
        var taken = await ImportAsync(Header + "KEN,_T,2020,1,A\n" + row);

        Assert.Equal(1, Assert.Single(taken).Value);
        Assert.Equal((code, Severity.Error, "in/x.csv", 3L), Assert.Single(_bench.Findings.Kept.Select(Facts)));
    }

    [Fact]
    public async Task Delimited_that_is_not_strict_makes_findings_of_damaged_rows()
    {
        var source = Source(("strict", "false"));
        _bench.Write("in/x.csv", Header + "IND,_T,2020,1,A\nIND,_T,2021,x,A\nIND,_T\nIND,_T,20,1,A\nIND,_T,2022,2,A");

        var taken = await _bench.ImportAsync(source);

        Assert.Equal([1d, 2d], taken.Select(observation => observation.Value!.Value));
        Assert.Equal(["not-a-number", "bad-row", "not-a-year"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Delimited_reports_an_undeclared_series_once_and_a_declared_one_that_is_absent()
    {
        _bench.Write("in/x.csv", Header + "IND,_T,2020,1,A\nIND,_T,2021,1,A\n");

        var taken = await _bench.ImportAsync(Source(("series", "OTHER")));

        Assert.Empty(taken);
        Assert.Equal(
            [("unknown-series", "OTHER"), ("missing-series", "S")], _bench.Findings.Kept.Select(finding => (finding.Code, finding.Series!)));
    }

    [Theory]
    [InlineData("value", "", "needs the option 'value'")]
    [InlineData("colour", "red", "no option 'colour'")]
    [InlineData("area-kind", "number", "must be code or name")]
    [InlineData("year", "22", "must be a year")]
    [InlineData("delimiter", ",,", "must be one character")]
    [InlineData("value-columns", "a;b", "must be column=SERIES")]
    [InlineData("files", "a.csv;a.csv", "must be every path once")]
    public async Task Delimited_says_which_option_is_wrong(string option, string value, string reason)
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source((option, value))));

        Assert.Contains(reason, failure.Message);
    }

    [Theory]
    [InlineData("in/none.csv", "found none")]
    [InlineData("../secret.csv", "outside the data folder")]
    [InlineData("/etc/hostname", "outside the data folder")]
    public async Task Delimited_says_that_a_file_is_not_there_or_may_not_be_read(string path, string reason)
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Source(("files", path))));

        Assert.Contains(reason, failure.Message);
    }

    [Theory]
    [InlineData("sp.pop.totl", 17394)]
    [InlineData("it.net.bbnd.p2", 5319)]
    [InlineData("it.cel.sets.p2", 13017)]
    public void Delimited_reads_the_banks_long_tables_in_full(string series, int count)
    {
        var source = Workbench.Source("delimited", "x", series) with
        {
            Options = new Dictionary<string, string>
            {
                ["area"] = "Country Code", ["period"] = "Year", ["value"] = "Value", ["series"] = series,
            },
        };

        var taken = _bench.Parse(source, Workbench.Raw(Workbench.Shared($"worldbank/wdi/{series}.csv")));

        Assert.Empty(_bench.Findings.Kept);
        Assert.Equal(count, taken.Count);
    }

    private static (string, Severity, string?, long?) Facts(Finding finding) => (finding.Code, finding.Severity, finding.File, finding.Line);

    private static SourceDefinition Source(params (string Key, string Value)[] changes)
    {
        var options = new Dictionary<string, string>
        {
            ["area"] = "REF_AREA", ["period"] = "TIME_PERIOD", ["value"] = "OBS_VALUE", ["status"] = "OBS_STATUS", ["sex"] = "SEX", ["series"] = "S",
        };
        foreach (var (key, value) in changes)
        {
            options[key] = value;
        }

        return Workbench.Source("delimited", "in/x.csv") with { Series = [new SourceSeries("S", "S", "PT", 0, 100)], Options = options };
    }

    private async Task<List<Observation>> ImportAsync(string text)
    {
        _bench.Write("in/x.csv", text);
        return await _bench.ImportAsync(Source());
    }
}
