using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

public sealed class SheetSourceTests : IDisposable
{
    private static readonly string Header = WorkbookSpecimen.Row(1, "area", "year", "value");
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Sheet_reads_texts_numbers_formulas_dates_and_gaps()
    {
        var rows = Header
            + WorkbookSpecimen.Row(2, "Kenya ", 2020, 1.25)
            + WorkbookSpecimen.Row(4, "IND", (43831d, 1), ("SUM(A1:A2)", 3d))
            + WorkbookSpecimen.Row(5, "IND", "2021", "4.5")
            + WorkbookSpecimen.Row(6, "IND", 2022, null);

        Assert.Equal([("KEN", 2020, 1.25), ("IND", 2020, 3), ("IND", 2021, 4.5)], Facts(Parse(rows)));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void Sheet_gives_a_merged_cell_to_all_its_rows()
    {
        var rows = Header + WorkbookSpecimen.Row(2, "KEN", 2020, 1) + WorkbookSpecimen.Row(3, null, 2021, 2) + WorkbookSpecimen.Row(4, "IND", 2021, 3);

        Assert.Equal(
            [("KEN", 2020, 1), ("KEN", 2021, 2), ("IND", 2021, 3)],
            Facts(Parse(rows, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>")));
    }

    [Theory]
    [InlineData("Data")]
    [InlineData("2")]
    public void Sheet_is_found_by_name_or_number(string sheet)
    {
        var file = _bench.RawBytes("x.xlsx", WorkbookSpecimen.Of(("Notes", WorkbookSpecimen.Row(1, "Read me"), ""), ("Data", Header + WorkbookSpecimen.Row(2, "KEN", 2020, 7), "")));

        Assert.Equal(7, Assert.Single(_bench.Parse(Source(("sheet", sheet)), file)).Value);
    }

    [Fact]
    public void Sheet_that_is_not_there_is_told_with_those_that_are()
    {
        var file = _bench.RawBytes("x.xlsx", WorkbookSpecimen.Of(("Notes", Header, ""), ("Data", Header, "")));

        Assert.Contains("found Notes, Data", Assert.Throws<SourceException>(() => _bench.Parse(Source(("sheet", "Tables")), file)).Message);
    }

    [Fact]
    public void Sheet_has_its_header_where_the_option_says_and_its_years_in_columns()
    {
        var rows = WorkbookSpecimen.Row(1, "Table 1. Internet users") + WorkbookSpecimen.Row(3, "area", 2019, 2020)
            + WorkbookSpecimen.Row(4, "KEN", 1, 2) + WorkbookSpecimen.Row(5, "Source: the office");
        var file = _bench.RawBytes("x.xlsx", WorkbookSpecimen.Of(("S", rows, "")));

        var taken = _bench.Parse(Source(("header-row", "3"), ("year-columns", "true"), ("footnotes", "skip")), file);

        Assert.Equal([("KEN", 2019, 1), ("KEN", 2020, 2)], Facts(taken));
        Assert.Equal(("footnote", 5L), Assert.Single(_bench.Findings.Kept.Select(finding => (finding.Code, finding.Line!.Value))));
    }

    [Theory]
    [InlineData("shown", 45)]
    [InlineData("share", 0.45)]
    public void Sheet_reads_percent_as_the_option_says(string percent, double value) =>
        Assert.Equal(value, Assert.Single(Parse(Header + WorkbookSpecimen.Row(2, "KEN", 2020, (0.45, 2)), options: ("percent", percent))).Value);

    [Fact]
    public void Sheet_refuses_percent_when_no_option_says_what_it_means()
    {
        var failure = Assert.Throws<SourceException>(() => Parse(Header + WorkbookSpecimen.Row(2, "KEN", 2020, (0.45, 2))));

        Assert.Equal(("x.xlsx", 2L), (failure.File, failure.Line));
        Assert.Contains("option 'percent'", failure.Message);
    }

    [Fact]
    public void Sheet_takes_an_error_of_a_formula_for_no_value() =>
        Assert.Equal([("IND", 2020, 1)], Facts(Parse(Header + WorkbookSpecimen.Row(2, "KEN", 2020, new Exception("#N/A")) + WorkbookSpecimen.Row(3, "IND", 2020, 1))));

    [Theory]
    [InlineData("KEN", "May", "column 'year'")]
    [InlineData("KEN", "2020", "found 'many'")]
    public void Sheet_says_file_and_row_of_a_cell_it_cannot_read(string area, string year, string reason)
    {
        var failure = Assert.Throws<SourceException>(() => Parse(Header + WorkbookSpecimen.Row(3, area, year, "many")));

        Assert.Equal(("x.xlsx", 3L), (failure.File, failure.Line));
        Assert.Contains(reason, failure.Message);
    }

    [Fact]
    public void Sheet_that_unfolds_out_of_proportion_is_refused_before_it_is_read()
    {
        var bomb = Header + new string(' ', 16 << 20);

        Assert.Contains("beyond measure", Assert.Throws<SourceException>(() => Parse(bomb)).Message);
    }

    [Fact]
    public void Sheet_in_an_archive_is_read_too()
    {
        var book = WorkbookSpecimen.Of(("S", Header + WorkbookSpecimen.Row(2, "KEN", 2020, 7), ""));
        var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("in/book.xlsx").Open())
        {
            entry.Write(book);
        }

        Assert.Equal(7, Assert.Single(_bench.Parse(Source(), _bench.RawBytes("x.zip", bytes.ToArray()))).Value);
    }

    [Fact]
    public void Workbook_of_any_bytes_gives_rows_or_says_what_is_wrong()
    {
        var whole = WorkbookSpecimen.Of(("S", Header + WorkbookSpecimen.Row(2, "KEN", 2020, 7), ""));
        Gen.Select(Gen.Byte.Array[1, 60], Gen.Int[0, whole.Length - 1], Gen.Bool).Sample(
            (noise, at, cut) =>
            {
                var bytes = whole.ToArray();
                noise.AsSpan(0, Math.Min(noise.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                try
                {
                    _bench.Parse(Source(), _bench.RawBytes("noise.xlsx", cut ? bytes[..at] : bytes));
                }
                catch (SourceException)
                {
                }
            },
            iter: 200,
            threads: 1);
    }

    private static IEnumerable<(string, int, double)> Facts(IEnumerable<Observation> rows) => rows.Select(row => (row.Area, row.Year, row.Value!.Value));

    private static SourceDefinition Source(params (string Key, string Value)[] more)
    {
        var options = new Dictionary<string, string> { ["area"] = "area", ["area-kind"] = "any", ["period"] = "year", ["value"] = "value", ["series"] = "S" };
        foreach (var (key, value) in more)
        {
            options[key] = value;
        }

        return Workbench.Source("sheet", "x.xlsx", "S") with { Options = options };
    }

    private List<Observation> Parse(string rows, string after = "", params (string Key, string Value)[] options) =>
        _bench.Parse(Source(options), _bench.RawBytes("x.xlsx", WorkbookSpecimen.Of(("S", rows, after))));
}
