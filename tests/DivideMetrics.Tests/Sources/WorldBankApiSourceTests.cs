using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class WorldBankApiSourceTests : IDisposable
{
    private const string Row = """{"indicator":{"id":"X.ONE"},"country":{"id":"IN"},"countryiso3code":"IND","date":"2020","value":1}""";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Api_reads_numbers_texts_nulls_and_empty_codes_over_two_pages()
    {
        var taken = _bench.Parse(Source(), Workbench.Pages());

        Assert.Equal(
            [
                new Observation(new SeriesKey("X.ONE"), "IND", 2020, 40.5),
                new Observation(new SeriesKey("X.ONE"), "HIC", 2020, 91),
                new Observation(new SeriesKey("X.ONE"), "SSF", 2020, 25, ObsStatus.E),
                new Observation(new SeriesKey("X.TWO"), "XKX", 2021, -0.001),
            ],
            taken);
    }

    [Fact]
    public void Api_makes_findings_of_an_unknown_area_a_month_and_a_text()
    {
        _bench.Parse(Source(), Workbench.Pages());

        Assert.Equal(
            [
                ("unknown-area", "Q9 Atlantis", "2020"),
                ("not-a-year", "KEN", null),
                ("not-a-number", "KEN", "2020"),
            ],
            _bench.Findings.Kept.Select(finding => (finding.Code, finding.Area!, finding.Period)));
    }

    [Theory]
    [InlineData("", "expected World Bank JSON")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><error/>", "<?xml version")]
    [InlineData("<html><body>Down for maintenance</body></html>", "Down for maintenance")]
    [InlineData("""{"page":1}""", "expected [paging, rows]")]
    [InlineData("""[{"page":1,"pages":1,"total":1},{"x":1}]""", "expected a list of rows")]
    [InlineData("""[{"page":1,"pages":1,"total":1},[""" + Row, "body begins")]
    [InlineData("""[{"page":1,"pages":1,"total":1},[""" + Row + ",{\"indicator\":{\"id", "body begins")]
    [InlineData("""[{"page":1,"pages":1,"total":2},[""" + Row + "]]", "expected 2 rows on 1 pages, found 1")]
    [InlineData("""[{"page":1,"pages":2,"total":2},[""" + Row + "]]", "not the last page")]
    [InlineData("""[{"page":2,"pages":2,"total":2},[""" + Row + "]]", "expected page 1 of 2")]
    [InlineData("""[{"page":1,"pages":8600,"total":430000},[""" + Row + "]]", "announces 8600")]
    [InlineData("""[{"pages":1,"total":1},[""" + Row + "]]", "as whole numbers")]
    [InlineData("""[{"message":[{"id":"140","key":"Oops","value":"Broken"}]}]""", "140 Oops: Broken")]
    public void Api_refuses_a_body_that_cannot_be_the_data(string body, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawText("page-001.json", body)));

        Assert.Contains(reason, failure.Message);
    }

    [Fact]
    public void Api_names_the_series_that_the_provider_refused()
    {
        const string Refused = """[{"message":[{"id":"175","key":"Invalid format","value":"The indicator was not found"}]}]""";
        var taken = _bench.Parse(
            Source(),
            _bench.RawText("page-001.json", $$"""[{"page":1,"pages":1,"total":1},[{{Row}}]]"""),
            _bench.RawText("refused-X.TWO.json", Refused));

        Assert.Single(taken);
        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal(("unknown-series", Severity.Error, "X.TWO"), (finding.Code, finding.Severity, finding.Series));
    }

    [Fact]
    public void Api_reads_a_row_longer_than_its_buffer()
    {
        var footnote = new string('x', 200_000);
        var row = Row.Replace("\"value\":1", $"\"value\":1,\"footnote\":\"{footnote}\"");

        var body = $$"""[{"page":1,"pages":1,"total":2},[{{row}},{{row.Replace("2020", "2021")}}]]""";

        Assert.Equal(2, _bench.Parse(Source(), _bench.RawText("page-001.json", body)).Count);
    }

    [Theory]
    [InlineData("wb_IT.NET.BBND.P2.json", "IT.NET.BBND.P2", 177)]
    [InlineData("wb_IT.NET.SECR.P6.json", "IT.NET.SECR.P6", 180)]
    public void Api_reads_the_bodies_of_2026_in_full(string file, string series, int count)
    {
        var taken = _bench.Parse(
            Workbench.Source("worldbank-api", "https://example.org", series),
            Workbench.Raw(Workbench.Shared("api-samples/worldbank-v2-bodies-2026/" + file)));

        Assert.Empty(_bench.Findings.Kept);
        Assert.Equal(count, taken.Count);
    }

    [Fact]
    public void Api_reads_every_recorded_body_of_2021_as_data_or_as_the_providers_error()
    {
        var outcomes = RecordedBodies.Read("TestIndicatorValuesService_ListBySourceID.yaml").Select(Outcome).ToList();

        // a page of 50 of 32,208 rows; page 1 of several; error 120; the HTML of a 400
        Assert.Equal(["incomplete", "incomplete", "120", "not JSON"], outcomes);
    }

    private static SourceDefinition Source() => Workbench.Source("worldbank-api", "https://example.org/v2", "X.ONE", "X.TWO");

    private string Outcome(string body)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Parse(
            Workbench.Source("worldbank-api", "https://example.org", "NY.GDP.MKTP.CD", "SP.POP.TOTL"), _bench.RawText("page-001.json", body)));
        return failure.Message switch
        {
            var text when text.Contains("not the last page") || text.Contains("at most 200 pages") => "incomplete",
            var text when text.Contains("120 Invalid value") => "120",
            var text when text.Contains("expected World Bank JSON") => "not JSON",
            var text => text,
        };
    }
}
