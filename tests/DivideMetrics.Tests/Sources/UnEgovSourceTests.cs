using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>The tables of the UN E-Government Survey, on hand-written files of both generations.</summary>
public sealed class UnEgovSourceTests : IAsyncLifetime
{
    private const string Old =
        "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index,Human Capital Index," +
        "Telecommunication Infrastructure Index\n";

    private const string New = "Survey Year,Country,Rank,E_Index,E_Participation,Online_Service,Human_Capital,Tele_Infra,Region\r\n";

    private readonly ProviderBench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public void Both_generations_of_headers_are_one_vintage()
    {
        var old = _bench.Text("EGOV_DATA_2022.csv", Old + "2022,\"Kenya \",113,0.5,0.4,0.6,0.5,0.4\n");
        var next = _bench.Text("EGOV_DATA_2024.csv", New + "2024,Kenya ,109,0.6,0.5,0.7,0.6,0.5,Africa\r\n");

        var rows = _bench.Parse(Source, old, next).Where(row => row.Area == "KEN").ToList();

        Assert.Equal([2022, 2024], rows.Where(row => row.Series.Code == "EGDI").Select(row => row.Year));
        Assert.Equal(["EGDI 0.6", "EPI 0.5", "HCI 0.6", "OSI 0.7", "TII 0.5"], rows.Where(row => row.Year == 2024)
            .Select(row => FormattableString.Invariant($"{row.Series.Code} {row.Value}")).Order(StringComparer.Ordinal));
        Assert.Equal("", _bench.Counts());
    }

    [Theory]
    [InlineData("egov_2016_final.csv", 2016)]
    [InlineData("2018.csv", 2018)]
    public void Year_is_that_of_the_files_name_when_no_column_has_it(string name, int year) =>
        Assert.Equal(year, Assert.Single(_bench.Parse(Source, _bench.Text(name, "Country,EGDI\nKenya ,0.5\n"))).Year);

    [Fact]
    public void Zeros_of_a_state_that_was_not_assessed_are_missing_until_2012_and_figures_after()
    {
        const string States = "2012,Kenya,1,0,0,0,0.9,0.1\n2014,Kenya,1,0,0,0,0,0\n2012,India,1,0.3,0,0.3,0.3,0.3\n";
        var rows = _bench.Parse(Source, _bench.Text("x.csv", Old + States));

        Assert.Equal(
            ["EGDI  O", "EPI  O", "HCI 0.9 A", "OSI  O", "TII 0.1 A"],
            rows.Where(row => row is { Area: "KEN", Year: 2012 }).Select(Value).Order(StringComparer.Ordinal));
        Assert.All(rows.Where(row => row.Year == 2014), row => Assert.Equal(0, row.Value));
        Assert.Equal(0, rows.Single(row => row is { Area: "IND", Series.Code: "EPI" }).Value);
    }

    [Fact]
    public void Value_above_one_is_a_finding_and_not_taken()
    {
        var rows = _bench.Parse(Source, _bench.Text("x.csv", Old + "2003,Tuvalu ,1,0.3,0.3,0.3,1.03,0.3\n"));

        Assert.DoesNotContain(rows, row => row.Series.Code == "HCI");
        Assert.Equal(("out-of-bounds", "TUV", "HCI"), Assert.Single(_bench.Findings.Kept.Where(found => found.Code != "missing-series")
            .Select(found => (found.Code, found.Area!, found.Series!))));
    }

    [Theory]
    [InlineData(2014, 0.6011, "parts-differ 1")]
    [InlineData(2014, 0.6009, "")]
    [InlineData(2012, 0.6011, "")]
    public void Index_that_is_not_the_mean_of_its_parts_is_a_finding_from_2014_on(int year, double index, string findings)
    {
        var text = FormattableString.Invariant($"{year},Kenya,1,{index},0.5,0.5,0.6,0.7\n");

        Assert.Equal(5, _bench.Parse(Source, _bench.Text("x.csv", Old + text)).Count);
        Assert.Equal(findings, _bench.Counts());
        Assert.Equal(0, _bench.Findings.Errors);
    }

    [Theory]
    [InlineData("2022,Atlantis,1,0.5,0.5,0.5,0.5,0.5\n", "unknown-area 5")]
    [InlineData("2022,World,1,0.5,0.5,0.5,0.5,0.5\n", "unknown-area 5")]
    [InlineData("22,Kenya,1,0.5,0.5,0.5,0.5,0.5\n", "not-a-year 1")]
    [InlineData("2022,Kenya,1,n/a,0.5,0.5,0.5,0.5\n", "not-a-number 1")]
    [InlineData("2022,Kenya,1,0.5\n", "bad-row 1")]
    [InlineData("2022,India,1,0.6,0.5,0.5,0.5,0.5\n", "duplicate-key 5, parts-differ 1")]
    public void Bad_row_is_a_finding_and_the_others_stay(string row, string findings)
    {
        _bench.Parse(Source, _bench.Text("x.csv", Old + "2022,India,1,0.5,0.5,0.5,0.5,0.5\n" + row));

        Assert.Equal(findings, _bench.Counts());
        Assert.Equal(5, _bench.Table.Rows().Count(kept => kept.Area == "IND"));
    }

    [Theory]
    [InlineData("Year,EGDI\n2022,1\n", "Expected a column 'Country Name' or 'Country', found Year, EGDI")]
    [InlineData("Survey Year,Country,Rank\n2022,Kenya,1\n", "Expected columns with the indices")]
    [InlineData("Country,EGDI\nKenya,0.5\n", "Expected a column 'Survey Year', or the year in the file's name")]
    [InlineData("", "empty file")]
    public void Other_table_is_refused_with_what_it_lacks(string text, string reason) =>
        Assert.Contains(reason, _bench.Refusal(Source, _bench.Text("x.csv", text)).Message);

    [Fact]
    public async Task Fetch_brings_a_file_a_survey()
    {
        _server.Otherwise(ScriptedServer.Text(200, Old + "2022,Kenya,1,0.5,0.5,0.5,0.5,0.5\n", "text/csv"));

        var fetched = await _bench.FetchAsync(Source with { Location = _server.Address + "/d" });

        Assert.Equal(12, fetched.Files.Select(file => file.Name).Distinct().Count());
        Assert.Equal("/d/EGOV_DATA_2003.csv", _server.Requests[0].Path);
    }

    private static SourceDefinition Source => ProviderBench.Declared("UNEGOV_SURVEY");

    private static string Value(Observation row) =>
        FormattableString.Invariant($"{row.Series.Code} {row.Value} {row.Status}");
}
