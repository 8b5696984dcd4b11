using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
using DivideMetrics.Sources.UnSdg;

namespace DivideMetrics.Tests.Sources;

/// <summary>The SDG database's CSV export and DDF tables, on hand-written files of their shape.</summary>
public sealed class SdgTablesTests : IDisposable
{
    private const string Export =
        "\uFEFFGoal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail," +
        "TimeCoverage,UpperBound,LowerBound,BasePeriod,Source,GeoInfoUrl,FootNote,Nature,Reporting Type,Units\n";

    private const string Datapoints = "age,geo_area,location,nature,sex,type_of_skill,units,year,se_adt_acts\n";

    private readonly ProviderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Export_is_read_with_the_declared_code_and_the_last_line_without_a_break()
    {
        var text = Export + Row("it_use_II99", "4", "2019", "17.5", "C") + Row("IT_USE_II99", "404", "2019", "22", "E").TrimEnd('\n');

        Assert.Equal(["IT_USE_ii99 _T _T _T _T AFG 2019 17.5 A", "IT_USE_ii99 _T _T _T _T KEN 2019 22 E"], Lines("IT_USE_ii99", text));
        Assert.Equal("", _bench.Counts());
    }

    [Theory]
    [InlineData("4", "AFG")]
    [InlineData("1", "WLD")]
    [InlineData("199", "LDC")]
    [InlineData("412", "XKX")]
    [InlineData("158", "TWN")]
    [InlineData("891", "YUG")]
    public void Area_number_without_leading_zeros_becomes_a_code(string number, string area) =>
        Assert.Equal(
            [$"IT_USE_ii99 _T _T _T _T {area} 2019 1 A"], Lines("IT_USE_ii99", Export + Row("IT_USE_ii99", number, "2019", "1", "C")));

    [Fact]
    public void Groups_of_countries_are_left_out_and_said_once_each()
    {
        var text = Export + Row("IT_USE_ii99", "432", "2019", "1", "N") + Row("IT_USE_ii99", "432", "2020", "1", "N") +
            Row("IT_USE_ii99", "722", "2019", "1", "N") + Row("IT_USE_ii99", "53", "2019", "1", "N");

        Assert.Empty(_bench.Parse(Users, _bench.Text("x.csv", text)));
        Assert.Equal("aggregate-left-out 3", _bench.Counts());
        Assert.All(_bench.Findings.Kept, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    [Theory]
    [InlineData("NaN", "O")]
    [InlineData("N/A", "O")]
    [InlineData("", "O")]
    public void Missing_value_is_null_with_a_status(string value, string status)
    {
        var lines = Lines("IT_USE_ii99", Export + Row("IT_USE_ii99", "404", "2019", value, "C"));

        Assert.Equal([$"IT_USE_ii99 _T _T _T _T KEN 2019  {status}"], lines);
        Assert.Equal("", _bench.Counts());
    }

    [Fact]
    public void Bound_is_no_figure()
    {
        Assert.Equal(["IT_USE_ii99 _T _T _T _T KEN 2019  O"], Lines("IT_USE_ii99", Export + Row("IT_USE_ii99", "404", "2019", "<5", "C")));
        Assert.Equal("bound-only 1", _bench.Counts());
    }

    [Theory]
    [InlineData("999", "2019", "1", "PERCENT", "unknown-area")]
    [InlineData("Kenya", "2019", "1", "PERCENT", "unknown-area")]
    [InlineData("404", "2019-2020", "1", "PERCENT", "not-a-year")]
    [InlineData("404", "2019.5", "1", "PERCENT", "not-a-year")]
    [InlineData("404", "2019", "1,5", "PERCENT", "not-a-number")]
    [InlineData("404", "2019", "Infinity", "PERCENT", "not-a-number")]
    [InlineData("404", "2019", "556.79", "PERCENT", "out-of-bounds")]
    [InlineData("404", "2019", "50", "NUMBER", "unit-differs")]
    public void Bad_row_is_a_finding_with_its_line(string area, string year, string value, string unit, string code)
    {
        var text = Export + Row("IT_USE_ii99", "404", "2018", "1", "C") + Row("IT_USE_ii99", area, year, $"\"{value}\"", "C", unit);

        Assert.Single(_bench.Parse(Users, _bench.Text("x.csv", text)));
        Assert.Equal([(code, Severity.Error, 3L)], _bench.Findings.Kept.Select(found => (found.Code, found.Severity, found.Line!.Value)));
    }

    [Theory]
    [InlineData("C", "", ObsStatus.A)]
    [InlineData("CA", "", ObsStatus.A)]
    [InlineData("G", "", ObsStatus.A)]
    [InlineData("E", "", ObsStatus.E)]
    [InlineData("M", "", ObsStatus.E)]
    [InlineData("N", "", ObsStatus.E)]
    [InlineData("e", "a", ObsStatus.E)]
    [InlineData("C", "B", ObsStatus.B)]
    [InlineData("E", "NOTSPEC", ObsStatus.E)]
    public void Nature_and_status_become_one_status(string nature, string status, ObsStatus expected)
    {
        Assert.True(SdgStatus.TryRead(nature, status, out var read));
        Assert.Equal(expected, read);
    }

    [Fact]
    public void Unknown_nature_is_a_finding_and_the_value_is_taken()
    {
        Assert.Single(_bench.Parse(Users, _bench.Text("x.csv", Export + Row("IT_USE_ii99", "404", "2019", "1", "Q"))));
        Assert.Equal("unknown-status 1", _bench.Counts());
    }

    [Fact]
    public void Dimensions_in_brackets_are_dimensions_and_national_reports_stay_apart()
    {
        const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value,Nature,Units,[Sex],[Age],[Reporting Type]\n";
        var text = Header + "IT_USE_ii99,404,2019,1,C,PERCENT,FEMALE,15+,G\nIT_USE_ii99,404,2019,2,C,PERCENT,BOTHSEX,ALLAGE,N\n";

        Assert.Equal(
            ["IT_USE_ii99 F Y_GE15 _T _T KEN 2019 1 A", "IT_USE_ii99 _T _T _T REPORTING_TYPE=N KEN 2019 2 A"], Lines("IT_USE_ii99", text));
    }

    [Fact]
    public void Tables_of_entities_say_how_the_database_writes_a_code()
    {
        var ages = _bench.Text("ages.csv", "age,name\n15_24,15-24\n75,75+\nlt15y,<15Y\nallage,ALLAGE\n");
        var points = _bench.Text("points.csv", Datapoints +
            "15_24,404,allarea,c,bothsex,copa,percent,2019,1\n75,404,rural,c,male,copa,percent,2019,2\n" +
            "lt15y,404,urban,c,female,copa,percent,2019,3\nallage,404,allarea,c,bothsex,copa,percent,2019,4\n");

        var rows = _bench.Parse(ProviderBench.Only("UNSD_SDG", "SE_ADT_ACTS"), points, ages).OrderBy(row => row.Place.Row);

        Assert.Equal(
            ["_T Y15T24 _T", "M Y_GE75 R", "F Y_LT15 U", "_T _T _T"],
            rows.Select(row => $"{row.Series.Sex.Code()} {row.Series.Age} {row.Series.Urbanisation}"));
        Assert.All(_bench.Table.Rows(), row => Assert.Equal("SE_ADT_ACTS TYPE_OF_SKILL=COPA", $"{row.Series.Code} {row.Series.Breakdown}"));
    }

    [Fact]
    public void Option_says_which_code_of_a_series_is_its_total()
    {
        const string Header = "activity,geo_area,nature,observation_status,units,year,nv_ind_tech\n";
        var text = Header + "isic4_c,404,ca,a,percent,2019,5\nisic4_d,404,ca,a,percent,2019,6\n";

        Assert.Equal(
            ["NV_IND_TECH _T _T _T _T KEN 2019 5 A", "NV_IND_TECH _T _T _T ACTIVITY=ISIC4_D KEN 2019 6 A"], Lines("NV_IND_TECH", text));
    }

    [Fact]
    public void List_of_concepts_is_passed_over()
    {
        const string Text = "concept,concept_type,goal,indicator,name,target\nit_use_ii99,measure,17,17.8.1,IT_USE_ii99,17.8\n";
        var concepts = _bench.Text("concepts.csv", Text);

        Assert.Empty(_bench.Parse(Users, concepts));
        Assert.Equal(["missing-series"], _bench.Findings.Kept.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("", "empty file")]
    [InlineData("a,b\n1,2\n", "Expected a page of the API, an export with SeriesCode or a DDF table")]
    [InlineData("geo_area,year\n404,2019\n", "Expected the series' code as the last column")]
    [InlineData("SeriesCode,GeoAreaCode,TimePeriod,Value\nIT_USE_ii99,404,2019,\"1\nX", "not closed")]
    [InlineData("SeriesCode,GeoAreaCode,Value\n", "Expected a column 'TimePeriod'")]
    public void Other_or_damaged_file_is_refused(string text, string reason) =>
        Assert.Contains(reason, _bench.Refusal(Users, _bench.Text("x.csv", text)).Message);

    private static SourceDefinition Users => ProviderBench.Only("UNSD_SDG", "IT_USE_ii99");

    private static string Row(string series, string area, string year, string value, string nature, string unit = "PERCENT") =>
        $"17,17.8,17.8.1,{series},\"A, B\",{area},A name,{year},{value},{year},,,,,An office,,,{nature},G,{unit}\n";

    private List<string> Lines(string series, string text) =>
        _bench.Lines(ProviderBench.Only("UNSD_SDG", series), _bench.Text("x.csv", text));
}
