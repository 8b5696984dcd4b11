using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class WorldBankFilesSourceTests : IDisposable
{
    private const string Long = "Country Name,Country Code,Year,Value\n";
    private static readonly Catalog Seeds = SeedLoader.Load(Path.Combine(Workbench.Root, "seeds"));
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("x.one.csv")]
    [InlineData("X.ONE.csv")]
    public void Files_take_the_series_of_a_long_table_from_its_name(string name)
    {
        var taken = Parse(_bench.RawText(name, Long + "India,IND,2020,1.5\nSub-Saharan Africa ,SSF,2020,2\nIndia,IND,2021,\n"));

        Assert.Equal([new(new SeriesKey("X.ONE"), "IND", 2020, 1.5), new Observation(new SeriesKey("X.ONE"), "SSF", 2020, 2)], taken);
    }

    [Fact]
    public void Files_take_the_series_from_the_folder_when_all_files_have_one_name()
    {
        var tar = ArchiveSpecimens.TarGzip(("./x.two/data.csv", Long + "India,IND,2020,1\n"), ("./x.one/data.csv", Long + "India,IND,2020,2\n"));

        Assert.Equal([("X.ONE", 2d)], Parse(_bench.RawBytes("all.tar.gz", tar)).Select(row => (row.Series.Code, row.Value!.Value)));
        Assert.Equal(("unknown-series", Severity.Info), Assert.Single(_bench.Findings.Kept.Select(finding => (finding.Code, finding.Severity))));
    }

    [Fact]
    public void Files_take_the_series_from_a_column_when_there_is_one()
    {
        var text = "Country Name,Country Code,Indicator Code,Year,Value\nIndia,IND,X.ONE,2020,1\nIndia,IND,X.OTHER,2020,9\n";

        Assert.Equal(1, Assert.Single(Parse(_bench.RawText("any.csv", text))).Value);
    }

    [Fact]
    public void Files_leave_metadata_alone_and_read_wide_and_long_tables_together()
    {
        var files = new[]
        {
            _bench.RawText("Metadata_Country_API_1.csv", "\uFEFF\"Country Code\",\"Note\",\r\n\"IND\",\"two\nlines\",\r\n"),
            _bench.RawText("API_X_DS2_1.csv", "\uFEFFCountry Name,Country Code,Indicator Name,Indicator Code,2019,2020,\r\nIndia,IND,One,X.ONE,,3,\r\n"),
            _bench.RawText("x.one.csv", Long + "Kenya,KEN,2020,4\n"),
        };

        Assert.Equal([("IND", 3d), ("KEN", 4d)], _bench.Parse(Source(), files).Select(row => (row.Area, row.Value!.Value)));
    }

    [Fact]
    public void Files_make_findings_of_a_bad_year_a_text_and_an_unknown_area()
    {
        Parse(_bench.RawText("x.one.csv", Long + "India,IND,2020Q1,1\nIndia,IND,2020,..\nAtlantis,ATL,2020,1\nCzechoslovakia,CSK,1990,1\n"));

        Assert.Equal(["not-a-year", "not-a-number", "unknown-area", "dissolved-area"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("", "expected a header")]
    [InlineData("[{\"message\":[{\"id\":\"120\"}]}]", "quote")]
    [InlineData("Country Name,Country Code,Year\n", "column 'Value'")]
    [InlineData("Country Name,Country Code,Year,Value\nIndia,IND,20", "expected 4 fields")]
    public void Files_refuse_what_is_no_table_of_the_bank(string text, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => Parse(_bench.RawText("x.one.csv", text)));

        Assert.Contains(reason, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("x.one.csv", failure.File);
    }

    [Fact]
    public async Task Files_date_the_vintage_by_the_preamble_wherever_the_bytes_come_from()
    {
        var zip = WorldBankBulkSourceTests.Zip(("API_X_1.csv", await File.ReadAllTextAsync(Workbench.Specimen("worldbank-wide.csv"), TestContext.Current.CancellationToken)));
        _bench.Write("in/X.zip", zip);
        var source = Source() with { Location = "in/X.zip" };
        var dated = Assert.IsType<IReleaseDate>(_bench.Registry.For(source), exactMatch: false);

        Assert.Equal(new DateOnly(2031, 2, 3), (await _bench.FetchAsync(source)).Released);
        Assert.Equal(new DateOnly(2031, 2, 3), dated.ReleasedOf([_bench.RawBytes("X.zip", zip)]));
        Assert.Null(dated.ReleasedOf([_bench.RawText("x.one.csv", Long)]));
    }

    [Theory]
    [InlineData("worldbank/download-2019-10/API_IT.NET.USER.ZS.csv", "2019-10-02")]
    [InlineData("worldbank/download-2021-09/urban-development-raw-2021.csv", "2021-09-15")]
    [InlineData("worldbank/download-2022-12/API_IT.NET.USER.ZS.csv", "2022-12-22")]
    [InlineData("worldbank/IT.NET.USER.ZS-2024.csv", null)]
    public void Files_of_the_bank_say_their_release_date(string file, string? day)
    {
        var dated = Assert.IsType<IReleaseDate>(_bench.Registry.For(Source()), exactMatch: false);

        Assert.Equal(day, dated.ReleasedOf([Workbench.Raw(Workbench.Shared(file))])?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void Api_pages_say_their_release_date()
    {
        var dated = Assert.IsType<IReleaseDate>(_bench.Registry.For(Source() with { Adapter = "worldbank-api" }), exactMatch: false);

        Assert.NotNull(dated.ReleasedOf(Workbench.Pages()));
    }

    [Fact]
    public void Seeded_series_read_the_banks_49_long_tables_without_an_error()
    {
        var files = Directory.GetFiles(Workbench.Shared("worldbank/wdi"), "*.csv").Order(StringComparer.Ordinal).Select(file => Workbench.Raw(file)).ToList();

        var (count, findings) = Read(files);

        Assert.Equal(49, files.Count);
        Assert.Equal(0, findings.Errors);
        Assert.Equal(388669, count);
        Assert.DoesNotContain("unknown-series", findings.Counts.Keys);
    }

    [Fact]
    public void Seeded_series_are_found_in_the_archive_of_325()
    {
        var (count, findings) = Read([Workbench.Raw(Workbench.Shared("worldbank/wdi-325-indicators.tar.gz"))]);

        Assert.Equal(0, findings.Errors);
        Assert.Equal(388669, count);
    }

    [Theory]
    [InlineData("worldbank/download-2019-10", 6271, 0)]
    [InlineData("worldbank/download-2021-09", 98234, 3)]
    [InlineData("worldbank/download-2022-12", 7749, 0)]
    public void Seeded_series_refuse_of_a_folder_of_downloads_only_shares_beyond_the_whole(string folder, int rows, int beyond)
    {
        var (count, findings) = Read(Directory.GetFiles(Workbench.Shared(folder), "*.csv").Select(file => Workbench.Raw(file)).ToList());

        Assert.Equal((rows, beyond), (count, findings.Errors));
        Assert.All(findings.Kept.Where(finding => finding.Code == "out-of-bounds"), finding => Assert.Equal("TX.VAL.TECH.MF.ZS", finding.Series));
    }

    private static SourceDefinition Source() => Workbench.Source("worldbank-files", "x", "X.ONE");

    private (int Count, FindingSink Findings) Read(IReadOnlyList<RawFile> files)
    {
        var source = Seeds.FindSource("WB_WDI")! with { Adapter = "worldbank-files", Options = new Dictionary<string, string>() };
        var findings = new FindingSink();
        var count = _bench.Registry.For(source).Parse(new ParseRequest(source, files, Seeds.Areas, findings)).Count();
        TestContext.Current.SendDiagnosticMessage($"{files.Count} files, {count} rows, {string.Join(", ", findings.Counts)}");
        return (count, findings);
    }

    private List<Observation> Parse(RawFile file) => _bench.Parse(Source(), file);
}
