using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Itu;

namespace DivideMetrics.Tests.Sources;

/// <summary>The DataHub's CSV exports, on hand-written files of their shape.</summary>
public sealed class ItuSourceTests : IDisposable
{
    internal const string Header =
        "\"seriesID\",\"seriesCode\",\"seriesName\",\"seriesParent\",\"seriesUnits\",\"entityID\",\"entityIso\",\"entityName\"," +
        "\"dataValue\",\"dataYear\",\"dataNote\",\"dataSource\",\"seriesDescription\"\n";

    private readonly ProviderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Export_is_read_with_its_mark_its_quoted_values_and_no_line_break_at_the_end()
    {
        var text = "\uFEFF" + Header + Row("ABW", "12.5", 2019) +
            Row("MMR", "2.5E-4", 2001, source: "Ministry\nof Posts\r\nand \"\"More\"\"") +
            Row("KEN", "17", 2020, "Aged 6 and\nolder.").TrimEnd('\n');

        Assert.Equal(
            ["i99H _T _T _T _T ABW 2019 12.5 A", "i99H _T _T _T _T MMR 2001 0.00025 A", "i99H _T _T _T _T KEN 2020 17 D"],
            Lines("i99H", text));
        Assert.Equal("", _bench.Counts());
    }

    [Fact]
    public void Row_remembers_the_line_on_which_it_starts()
    {
        var taken = _bench.Parse(
            ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", Header + Row("ABW", "1", 2019, "two\nlines") + Row("KEN", "2", 2019)));

        Assert.Equal([new RowPlace(0, 2), new RowPlace(0, 4)], taken.Select(row => row.Place));
    }

    [Theory]
    [InlineData("YUG", "Serbia and Montenegro", "YUG")]
    [InlineData("SRB", "Serbia", "SRB")]
    [InlineData("MNE", "Montenegro", "MNE")]
    [InlineData("KSO", "Kosovo", "XKX")]
    [InlineData("GBJ", "Jersey", "JEY")]
    [InlineData("AAA", "Guernsey", "GGY")]
    [InlineData("WBG", "State of Palestine", "PSE")]
    [InlineData("ASC", "Ascension", "ASC")]
    [InlineData("TUR", "a new name", "TUR")]
    public void Area_of_the_provider_becomes_one_of_ours_and_a_dissolved_one_stays_itself(string iso, string name, string area) =>
        Assert.Equal([$"i99H _T _T _T _T {area} 2003 1 A"], Lines("i99H", Header + Row(iso, "1", 2003, name: name)));

    [Theory]
    [InlineData("ZZZ", "1", "2020", "unknown-area")]
    [InlineData("WLD", "1", "2020", "unknown-area")]
    [InlineData("KEN", "797.41", "2020", "out-of-bounds")]
    [InlineData("KEN", "1", "2020 Q1", "not-a-year")]
    [InlineData("KEN", "2", "2019", "duplicate-key")]
    [InlineData("KEN", "NaN", "2020", "not-a-number")]
    [InlineData("KEN", "1e999", "2020", "not-a-number")]
    public void Bad_row_is_a_finding_with_its_line_and_the_others_stay(string iso, string value, string year, string code)
    {
        var good = Row("KEN", "1", 2019) + Row("IND", "1", 2019);

        Assert.Equal(2, _bench.Parse(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", Header + good + Row(iso, value, year))).Count);
        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal((code, Severity.Error, "x.csv", 4L), (finding.Code, finding.Severity, finding.File, finding.Line));
    }

    [Fact]
    public void Row_with_a_field_too_few_is_a_finding()
    {
        Assert.Single(Lines("i99H", Header + "1,\"i99H\"\n" + Row("KEN", "1", 2019)));
        Assert.Equal("bad-row 1", _bench.Counts());
    }

    [Fact]
    public void Character_that_the_provider_lost_in_a_note_costs_nothing_and_bytes_that_are_no_text_are_refused()
    {
        var text = Header + Row("KEN", "1", 2019, "5 \uFFFD 69 years");
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.Single(_bench.Parse(ProviderBench.Only("ITU", "i99H"), _bench.Bytes("x.csv", bytes)));

        bytes[^10] = 0xE9;
        Assert.Contains("Expected UTF-8 text", _bench.Refusal(ProviderBench.Only("ITU", "i99H"), _bench.Bytes("y.csv", bytes)).Message);
    }

    [Fact]
    public void Row_without_a_value_is_missing_and_no_zero()
    {
        Assert.Empty(_bench.Parse(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", Header + Row("KEN", "", 2019))));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void Series_of_words_is_refused_whole_with_one_finding()
    {
        var text = Header + Row("KEN", "With price control", 2019, code: "tpVoice") +
            Row("IND", "Without price control", 2019, code: "tpVoice") + Row("ABW", "0", 2019, code: "tpVoice") + Row("KEN", "5", 2019);

        Assert.Equal(["i99H _T _T _T _T KEN 2019 5 A"], Lines("i99H", text));
        Assert.Equal(
            [("text-valued", Severity.Error, "tpVoice")], _bench.Findings.Kept.Select(found => (found.Code, found.Severity, found.Series!)));
    }

    [Theory]
    [InlineData("HHU781l_HHTotalIndividual", "", "_T _T _T _T")]
    [InlineData("HHU781l_HHCFemale", "HHU781l_HHTotalIndividual", "F _T _T _T")]
    [InlineData("HHU781l_HHCMale", "HHU781l_HHTotalIndividual", "M _T _T _T")]
    [InlineData("HHU781l_HHCUrbanUsers", "HHU781l_HHTotalIndividual", "_T _T U _T")]
    [InlineData("HHU781l_HHCRuralUsers", "HHU781l_HHTotalIndividual", "_T _T R _T")]
    [InlineData("HHU781l_HHCLess15", "HHU781l_HHTotalIndividual", "_T Y_LT15 _T _T")]
    [InlineData("HHU781l_HHC15to24", "HHU781l_HHTotalIndividual", "_T Y15T24 _T _T")]
    [InlineData("HHU781l_HHCMore74", "HHU781l_HHTotalIndividual", "_T Y_GE75 _T _T")]
    [InlineData("HHU781l_HHCPrimary", "HHU781l_HHTotalIndividual", "_T _T _T PART=Primary")]
    [InlineData("HHU781l_HHCFemale", "", "F _T _T _T")]
    public void Part_of_a_series_becomes_its_dimension(string code, string parent, string dimensions) =>
        Assert.Equal(
            [$"HHU781l_HHTotalIndividual {dimensions} KEN 2020 5 A"],
            Lines("HHU781l_HHTotalIndividual", Header + Row("KEN", "5", 2020, code: code, parent: parent)));

    [Fact]
    public void Part_whose_code_has_another_stem_belongs_to_the_series_that_the_seeds_name() =>
        Assert.Equal(["i99H F _T _T _T KEN 2020 5 A"], Lines("i99H", Header + Row("KEN", "5", 2020, code: "HHU4212_HHCFemale")));

    [Theory]
    [InlineData("", "ITU estimate.", ObsStatus.E)]
    [InlineData("", "ITU Estimate. ", ObsStatus.E)]
    [InlineData("Country estimate.", "Ministry", ObsStatus.E)]
    [InlineData("Estimated based on surveys' results.", "", ObsStatus.E)]
    [InlineData("Aged 16-74.", "Eurostat.", ObsStatus.D)]
    [InlineData("Population age 11+, used in the last month.", "", ObsStatus.D)]
    [InlineData("Aged 10 and older.", "", ObsStatus.D)]
    [InlineData("Aged 5 and older.", "", ObsStatus.A)]
    [InlineData("Population age 3+.", "", ObsStatus.A)]
    [InlineData("All ages.", "", ObsStatus.A)]
    [InlineData("Users in the last 3 months. Age 16-74.", "", ObsStatus.D)]
    [InlineData("Break in comparability.", "", ObsStatus.B)]
    [InlineData("Provisional. Aged 16-74.", "", ObsStatus.P)]
    [InlineData("Data is not statistically reliable", "", ObsStatus.U)]
    [InlineData("In the last 12 months", "Statistics office", ObsStatus.A)]
    public void Status_is_what_note_and_source_say(string note, string source, ObsStatus status) =>
        Assert.Equal(status, ItuStatus.Of(note, source));

    [Fact]
    public void Export_that_breaks_off_inside_a_quoted_field_is_refused_with_its_line()
    {
        var text = Header + Row("KEN", "1", 2019) + "1,\"i99H\",\"Individuals using";

        var failure = _bench.Refusal(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", text));

        Assert.Equal(("x.csv", 3L), (failure.File, failure.Line));
        Assert.Contains("not closed", failure.Message);
    }

    [Theory]
    [InlineData("", "empty file")]
    [InlineData("X,Y\n12.07,-15.2\n", "Expected a column 'seriesCode', found X, Y")]
    [InlineData("<html>Sorry</html>", "Expected a column 'seriesCode'")]
    public void Other_file_is_refused_with_what_it_lacks(string text, string reason) =>
        Assert.Contains(reason, _bench.Refusal(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", text)).Message);

    [Fact]
    public void Zipped_export_is_read_like_the_bare_one()
    {
        var zip = _bench.Zip("11624.zip", ("individuals.csv", "\uFEFF" + Header + Row("KEN", "1", 2019)), ("about.txt", "x"));

        var row = Assert.Single(_bench.Parse(ProviderBench.Only("ITU", "i99H"), zip));

        Assert.Equal(("KEN", new RowPlace(0, 2)), (row.Area, row.Place));
    }

    [Fact]
    public void Zip_that_is_cut_off_holds_no_table_or_unfolds_beyond_measure_is_refused()
    {
        var source = ProviderBench.Only("ITU", "i99H");
        var whole = ProviderBench.ZipOf(("x.csv", Header + Row("KEN", "1", 2019)));

        Assert.Contains("damaged or cut off", _bench.Refusal(source, _bench.Bytes("cut.zip", whole[..^30])).Message);
        var none = _bench.Refusal(source, _bench.Zip("none.zip", ("readme.txt", "x")));
        Assert.Contains("expected a table in the archive, found readme.txt", none.Message);
        var bomb = _bench.Refusal(source, _bench.Zip("bomb.zip", ("x.csv", new string(' ', 3 << 20))));
        Assert.Contains("unfolds beyond measure", bomb.Message);
    }

    [Fact]
    public void Table_without_a_row_is_a_finding_and_the_series_is_named_as_missing()
    {
        Assert.Empty(_bench.Parse(ProviderBench.Only("ITU", "i99H"), _bench.Text("x.csv", Header)));
        Assert.Equal(["empty-answer", "missing-series"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    internal static string Row(
        string iso,
        string value,
        object year,
        string note = "",
        string source = "",
        string code = "i99H",
        string parent = "",
        string name = "")
    {
        var quotedParent = parent.Length > 0 ? $"\"{parent}\"" : "";
        return $"1,\"{code}\",\"A name\",{quotedParent},\"%\",4,\"{iso}\",\"{name}\",\"{value}\",{year},\"{note}\",\"{source}\",\"What\"\n";
    }

    private List<string> Lines(string series, string text) =>
        _bench.Lines(ProviderBench.Only("ITU", series), _bench.Text("x.csv", text));
}
