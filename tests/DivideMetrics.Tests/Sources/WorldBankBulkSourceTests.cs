using System.IO.Compression;
using System.Text;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class WorldBankBulkSourceTests : IDisposable
{
    private static readonly string Wide = File.ReadAllText(Workbench.Specimen("worldbank-wide.csv"));

    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    [Fact]
    public void Bulk_reads_the_table_of_a_zip_and_leaves_its_metadata_alone()
    {
        var zip = Zip(
            ("Metadata_Country_API_X_DS2_en_csv_v2_1.csv", "\"Country Code\",\"Region\",\n\"IND\",\"a note\nof two lines\",\n"),
            ("API_X_DS2_en_csv_v2_12345.csv", Wide.TrimStart('\uFEFF')));

        Assert.Equal(Expected, _bench.Parse(Source(), _bench.RawBytes("X.ONE.zip", zip)));
    }

    [Fact]
    public void Bulk_reads_a_bare_table() =>
        Assert.Equal(Expected, _bench.Parse(Source(), Workbench.Raw(Workbench.Specimen("worldbank-wide.csv"))));

    [Fact]
    public void Bulk_reads_the_layout_of_the_whole_database()
    {
        var zip = Zip(
            ("WDICountry.csv", "Country Code,Short Name\nIND,India\n"),
            ("WDICSV.csv", "Country Name,Country Code,Indicator Name,Indicator Code,2019,2020\nIndia,IND,First,X.ONE,,4\n"));

        Assert.Equal(4, Assert.Single(_bench.Parse(Source(), _bench.RawBytes("WDI_CSV.zip", zip))).Value);
    }

    [Fact]
    public void Bulk_makes_findings_of_an_unknown_area_a_text_and_the_series_not_asked()
    {
        _bench.Parse(Source(), Workbench.Raw(Workbench.Specimen("worldbank-wide.csv")));

        Assert.Equal(
            [
                ("unknown-area", Severity.Error, 8L),
                ("not-a-number", Severity.Error, 9L),
                ("unknown-series", Severity.Info, null),
            ],
            _bench.Findings.Kept.Select(finding => (finding.Code, finding.Severity, finding.Line)));
    }

    [Theory]
    [InlineData("", "expected a header")]
    [InlineData("Entity,Code,Year\n", "expected a header")]
    [InlineData("Country Name,Country Code,Indicator Name,2020\n", "expected a column 'Indicator Code'")]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,\n", "expected columns with years")]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,2020,\nIndia,IND,First,X.ONE,4\n", "expected 6 fields")]
    [InlineData("Country Name,Country Code,Indicator Name,Indicator Code,2020\n\"India,IND,First,X.ONE,4\n", "not closed")]
    public void Bulk_refuses_a_table_that_is_none(string text, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawText("x.csv", text)));

        Assert.Contains(reason, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("x.csv", failure.File);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Bulk_refuses_a_zip_that_is_cut_off(double share)
    {
        var zip = Zip(("API_X_1.csv", Wide));
        var cut = _bench.RawBytes("X.ONE.zip", zip[..(int)(zip.Length * share)]);

        var failure = Assert.Throws<SourceException>(() => _bench.Parse(Source(), cut));

        Assert.Contains("damaged or cut off", failure.Message);
        Assert.True(failure.Transient);
    }

    [Fact]
    public void Bulk_refuses_a_zip_whose_compressed_bytes_are_damaged()
    {
        var zip = Zip(("API_X_1.csv", Wide));
        zip.AsSpan(60, 40).Fill(0xFF);

        Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawBytes("X.ONE.zip", zip)));
    }

    [Fact]
    public void Bulk_refuses_a_zip_without_a_table()
    {
        var failure = Assert.Throws<SourceException>(
            () => _bench.Parse(Source(), _bench.RawBytes("X.ONE.zip", Zip(("readme.txt", "x"), ("Metadata_Country_1.csv", "y")))));

        Assert.Contains("found readme.txt, Metadata_Country_1.csv", failure.Message);
    }

    [Fact]
    public void Bulk_refuses_a_zip_that_grows_out_of_proportion()
    {
        var zip = Zip(("API_X_1.csv", Wide + new string(',', 4 << 20)));

        Assert.Contains("grows out of proportion", Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawBytes("X.zip", zip))).Message);
    }

    [Fact]
    public void Bulk_refuses_a_zip_that_is_larger_than_allowed()
    {
        using var bench = new Workbench(options => options.MaxUnzippedBytes = 100);

        Assert.Contains("at most 100", Assert.Throws<SourceException>(() => bench.Parse(Source(), bench.RawBytes("X.zip", Zip(("API_X.csv", Wide))))).Message);
    }

    [Fact]
    public void Bulk_refuses_a_zip_whose_directory_lies_about_a_size()
    {
        var zip = Zip(("API_X_1.csv", Wide));
        Lie(zip, 20);

        Assert.Throws<SourceException>(() => _bench.Parse(Source(), _bench.RawBytes("X.zip", zip)));
    }

    [Fact]
    public async Task Bulk_takes_a_file_below_the_data_folder_and_its_date()
    {
        _bench.Write("bulk/X.zip", Zip(("API_X_1.csv", Wide)));

        var fetched = await _bench.FetchAsync(Workbench.Source("worldbank-bulk", "bulk/X.zip", "X.ONE"));

        Assert.Equal(new DateOnly(2031, 2, 3), fetched.Released);
    }

    [Theory]
    [InlineData("worldbank/download-2019-10/API_IT.NET.USER.ZS.csv", "IT.NET.USER.ZS", 6271)]
    [InlineData("worldbank/download-2022-12/API_IT.NET.USER.ZS.csv", "IT.NET.USER.ZS", 7749)]
    [InlineData("worldbank/IT.NET.USER.ZS-2024.csv", "IT.NET.USER.ZS", 8044)]
    [InlineData("worldbank/download-2021-09/science-and-technology-raw-2021.csv", "TX.VAL.TECH.MF.ZS", 2248)]
    [InlineData("worldbank/download-2021-09/urban-development-raw-2021.csv", "SP.URB.TOTL", 16001)]
    public void Bulk_reads_the_banks_own_downloads_in_full(string file, string series, int count)
    {
        var taken = _bench.Parse(Workbench.Source("worldbank-bulk", "x", series), Workbench.Raw(Workbench.Shared(file)));

        Assert.Equal(0, _bench.Findings.Errors);
        Assert.Equal(count, taken.Count);
    }

    [Theory]
    [InlineData("worldbank/download-2019-10/API_IT.NET.USER.ZS.csv", 34.45)]
    [InlineData("worldbank/download-2022-12/API_IT.NET.USER.ZS.csv", 18.2)]
    [InlineData("worldbank/IT.NET.USER.ZS-2024.csv", 18.2)]
    public void Bulk_reads_the_revision_of_India_2017(string file, double value)
    {
        var taken = _bench.Parse(Workbench.Source("worldbank-bulk", "x", "IT.NET.USER.ZS"), Workbench.Raw(Workbench.Shared(file)));

        Assert.Equal(value, Assert.Single(taken, observation => observation is { Area: "IND", Year: 2017 }).Value);
    }

    private static Observation[] Expected =>
    [
        new(new SeriesKey("X.ONE"), "IND", 2018, 10),
        new(new SeriesKey("X.ONE"), "IND", 2020, 12.5),
        new(new SeriesKey("X.ONE"), "SSF", 2020, 15),
        new(new SeriesKey("X.ONE"), "KEN", 2020, 7),
    ];

    private static SourceDefinition Source() => Workbench.Source("worldbank-bulk", "https://example.org", "X.ONE");

    /// <summary>Writes another uncompressed size into the archive's directory (signature PK 1 2, the size 24 bytes later).</summary>
    private static void Lie(byte[] zip, int size) =>
        BitConverter.GetBytes(size).CopyTo(zip, zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24);
}
