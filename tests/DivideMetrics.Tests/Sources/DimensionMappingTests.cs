using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;

namespace DivideMetrics.Tests.Sources;

public sealed class DimensionMappingTests : IDisposable
{
    private const string Header = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("2030", 2030)]
    [InlineData(" 2030 ", 2030)]
    [InlineData("2030-A1", 2030)]
    [InlineData("2030.0", 2030)]
    [InlineData("2030-01-01/P1Y", 2030)]
    public void Years_are_read_as_sdmx_writes_them(string period, int year) =>
        Assert.Equal(year, Assert.Single(Read($"X,IND,{period},1,,\n")).Year);

    [Theory]
    [InlineData("2030-Q1", "quarter")]
    [InlineData("2030Q4", "quarter")]
    [InlineData("2030-S2", "half-year")]
    [InlineData("2030-T3", "trimester")]
    [InlineData("2030-M07", "month")]
    [InlineData("2030-07", "month")]
    [InlineData("2030-W31", "week")]
    [InlineData("2030-07-14", "day")]
    [InlineData("2030-07-14T00:00:00", "day")]
    public void Shorter_periods_are_left_out_with_one_finding_a_kind(string period, string kind)
    {
        Assert.Empty(Read($"X,IND,{period},1,,\nX,KEN,{period},1,,\n"));

        var finding = _bench.Findings.Kept[0];
        Assert.Equal((1, "not-annual", Severity.Warning), (_bench.Findings.Counts["not-annual"], finding.Code, finding.Severity));
        Assert.StartsWith(kind + ":", finding.Note);
    }

    [Theory]
    [InlineData("2030-Q5")]
    [InlineData("30")]
    [InlineData("")]
    [InlineData("2030-13-")]
    [InlineData("0030")]
    public void What_is_no_period_is_an_error(string period)
    {
        Assert.Empty(Read($"X,IND,{period},1,,\n"));
        Assert.Equal(["not-a-year 1"], _bench.Findings.Codes());
    }

    [Fact]
    public void Days_are_years_where_the_frequency_is_annual()
    {
        var taken = _bench.Read(
            CubeBench.Cube("sdmx-csv"),
            "FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\nA,X,IND,2030-01-01,1\nM,X,IND,2030-01,2\nM,X,IND,2031,3\nA,X,IND,2031-Q1,4\n");

        Assert.Equal([(2030, 1.0)], taken.Select(row => (row.Year, row.Value!.Value)));
        Assert.Equal(["not-annual 2"], _bench.Findings.Codes());
    }

    [Theory]
    [InlineData("12.5,,", 12.5, ObsStatus.A)]
    [InlineData("12.5,,6", 12_500_000.0, ObsStatus.A)]
    [InlineData("0.07,,2", 7.0, ObsStatus.A)]
    [InlineData("1.1e1,,3", 11_000.0, ObsStatus.A)]
    [InlineData("2500,,-3", 2.5, ObsStatus.A)]
    [InlineData("5,bu,", 5.0, ObsStatus.B)]
    [InlineData("5,ep,", 5.0, ObsStatus.E)]
    [InlineData("5,d,", 5.0, ObsStatus.D)]
    [InlineData("5,s,", 5.0, ObsStatus.E)]
    [InlineData("5,r,", 5.0, ObsStatus.A)]
    [InlineData("5,n,", 5.0, ObsStatus.N)]
    [InlineData("5,f,", 5.0, ObsStatus.F)]
    [InlineData("5,|b,", 5.0, ObsStatus.B)]
    [InlineData(",O,6", null, ObsStatus.O)]
    [InlineData(",c,", null, ObsStatus.Q)]
    [InlineData(",|C,", null, ObsStatus.Q)]
    [InlineData(",bu,", null, ObsStatus.Q)]
    [InlineData(",z,", null, ObsStatus.M)]
    [InlineData("NaN,L,", null, ObsStatus.L)]
    public void Values_have_their_multiplier_and_one_status(string cells, double? value, ObsStatus status)
    {
        var row = Assert.Single(Read($"X,IND,2030,{cells}\n"));

        Assert.Equal((value, status), (row.Value, row.Status));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Theory]
    [InlineData("7,M,", "status-conflict")]
    [InlineData("7,,x", "bad-unit-mult")]
    [InlineData("7,,99", "bad-unit-mult")]
    [InlineData("<5,,", "not-a-number")]
    [InlineData("N/A,,", "not-a-number")]
    [InlineData("NaN,,", "not-a-number")]
    [InlineData("Infinity,,", "not-a-number")]
    [InlineData("1e999,,", "not-a-number")]
    [InlineData("\"1,5\",,", "not-a-number")]
    public void Bad_values_are_errors_and_never_zero(string cells, string code)
    {
        var taken = Read($"X,KEN,2030,1,,\nX,IND,2030,{cells}\n");

        Assert.Equal(["KEN"], taken.Select(row => row.Area));
        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal((code, Severity.Error, "X", "IND", "2030", 3L), (finding.Code, finding.Severity, finding.Series, finding.Area, finding.Period, finding.Line!.Value));
    }

    [Fact]
    public void Bad_values_are_reported_also_when_the_first_number_comes_later()
    {
        Assert.Single(Read("X,IND,2030,N/A,,\nX,IND,2031,<5,,\nX,IND,2032,5,,\n"));
        Assert.Equal(["not-a-number 2"], _bench.Findings.Codes());
    }

    [Fact]
    public void A_series_of_words_is_refused_once()
    {
        Assert.Empty(Read("X,IND,2030,Yes,,\nX,IND,2031,No,,\nX,KEN,2031,Yes,,\n"));

        var finding = Assert.Single(_bench.Findings.Kept);
        Assert.Equal(("text-valued", Severity.Error, "X"), (finding.Code, finding.Severity, finding.Series));
        Assert.Contains("found text in all 3 values", finding.Note);
    }

    [Fact]
    public void A_missing_value_without_a_reason_is_no_row()
    {
        Assert.Empty(Read("X,IND,2030,,,\n"));
        Assert.Empty(_bench.Findings.Kept);
        Assert.Empty(Read("X,IND,2030,,E,\n"));
        Assert.Equal(["no-value 1"], _bench.Findings.Codes());
    }

    [Fact]
    public void Sdmx_writes_nan_for_what_is_missing()
    {
        const string text = "<m:StructureSpecificData xmlns:m=\"x\"><m:DataSet><Obs INDICATOR=\"X\" REF_AREA=\"IND\" TIME_PERIOD=\"2030\" OBS_VALUE=\"NaN\"/>"
            + "</m:DataSet></m:StructureSpecificData>";

        Assert.Empty(_bench.Read(CubeBench.Cube("sdmx-ml"), text));
        Assert.Equal(["no-value 1"], _bench.Findings.Codes());
    }

    [Fact]
    public void Unknown_statuses_are_said_once_and_may_be_declared()
    {
        Assert.Equal([ObsStatus.A, ObsStatus.A], Read("X,IND,2030,1,SD,\nX,IND,2031,1,SD,\n").Select(row => row.Status));
        Assert.Equal(["unknown-status 1"], _bench.Findings.Codes());
        Assert.Equal([ObsStatus.D], Read("X,IND,2030,1,SD,\n", "statuses: SD=D").Select(row => row.Status));
    }

    [Theory]
    [InlineData("IND", "IND")]
    [InlineData("IN", "IND")]
    [InlineData("EL", "GRC")]
    [InlineData("UK", "GBR")]
    [InlineData("XK", "XKX")]
    [InlineData("EU27_2020", "EUU")]
    [InlineData("356", "IND")]
    [InlineData("008", "ALB")]
    [InlineData("Bharat", "IND")]
    public void Areas_are_known_by_codes_numbers_and_names(string code, string area)
    {
        var areas = new AreaCatalog(
            Workbench.Areas().All.Select(known => known with { M49 = known.Code switch { "IND" => 356, "ALB" => 8, _ => null } }), [], [],
            [new("Bharat", "IND")], []);
        var findings = new FindingSink();
        var file = _bench.RawText("x", Header + $"X,{code},2030,1,,\n");
        var source = CubeBench.Cube("sdmx-csv", "areas: EU27_2020=EUU", "aggregates: EU*");

        Assert.Equal(area, Assert.Single(_bench.Registry.For(source).Parse(new(source, [file], areas, findings))).Area);
    }

    [Fact]
    public void Aggregates_of_the_provider_are_left_out_with_one_finding_each()
    {
        var taken = Read("X,EU28,2030,1,,\nX,EU28,2031,1,,\nX,EA20,2030,1,,\nX,IND,2030,1,,\nX,ZZ,2030,1,,\nX,1W,2030,1,,\n", "aggregates: EU*;EA20");

        Assert.Equal(["IND"], taken.Select(row => row.Area));
        Assert.Equal(["aggregate-area 2", "unknown-area 2"], _bench.Findings.Codes());
        Assert.Equal(2, _bench.Findings.Errors);
    }

    [Fact]
    public void One_dimension_may_hold_sex_and_age()
    {
        var source = CubeBench.Cube(
            "sdmx-csv", "series: {indic}.{unit}", "where: unit=PC", "sex: ind=F_ALL:F,*:_T", "age: ind=Y16_24:Y16T24,*:_T") with
            {
                Series = [new("IU.PC", "x", "PT", null, null)],
            };

        var taken = _bench.Read(source, "indic,unit,ind,geo,time,OBS_VALUE\nIU,PC,ALL,IN,2030,1\nIU,PC,F_ALL,IN,2030,2\nIU,PC,Y16_24,IN,2030,3\nIU,TH,ALL,IN,2030,4\n");

        Assert.Equal(
            [new SeriesKey("IU.PC"), new SeriesKey("IU.PC", Sex.Female), new SeriesKey("IU.PC", Age: "Y16T24")], taken.Select(row => row.Series));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void What_is_declared_as_a_breakdown_stays_one()
    {
        var source = CubeBench.Cube("sdmx-csv", "breakdown: size=GE10:_T,S,L;act", "urbanisation: deg=D1:U,D3:R,T:_T");

        var taken = _bench.Read(
            source,
            "INDICATOR,size,act,deg,geo,time,OBS_VALUE\nX,GE10,_T,T,IN,2030,1\nX,S,C,T,IN,2030,2\nX,L,_Z,D3,IN,2030,3\nX,M,_T,T,IN,2030,4\nX,S,_T,D2,IN,2030,4\n");

        Assert.Equal(
            [new SeriesKey("X"), new SeriesKey("X", Breakdown: "act=C;size=S"), new SeriesKey("X", Urbanisation: "R", Breakdown: "size=L")],
            taken.Select(row => row.Series));
        Assert.Equal(["unmapped-dimension 2"], _bench.Findings.Codes());
    }

    [Fact]
    public void A_dimension_that_nothing_names_leaves_rows_out_with_one_finding_a_code()
    {
        const string text = "INDICATOR,REF_AREA,EDU,TIME_PERIOD,OBS_VALUE\nX,IND,_T,2030,1\nX,IND,ISCED3,2030,2\nX,KEN,ISCED3,2030,2\nX,IND,ISCED5,2030,3\nX,KEN,_Z,2030,4\n";

        Assert.Equal([1.0, 4], _bench.Read(CubeBench.Cube("sdmx-csv"), text).Select(row => row.Value!.Value));
        Assert.Equal(["unmapped-dimension 2"], _bench.Findings.Codes());
        Assert.Contains("EDU=ISCED3", _bench.Findings.Kept[0].Note);
        Assert.Equal(0, _bench.Findings.Errors);
    }

    [Fact]
    public void Dimensions_that_are_said_to_be_attributes_may_repeat_a_key()
    {
        const string text = "INDICATOR,REF_AREA,NOTE,TIME_PERIOD,OBS_VALUE\nX,IND,a,2030,1\nX,IND,b,2030,1\n";

        Assert.Single(_bench.Read(CubeBench.Cube("sdmx-csv", "attributes: NOTE"), text));
        Assert.Equal(["duplicate-key 1"], _bench.Findings.Codes());
    }

    [Theory]
    [InlineData("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,INDICATOR,Indicator,REF_AREA,Reference area,TIME_PERIOD,Time period,OBS_VALUE,Observation value\nDATAFLOW,DM:X,Example,I,X,Users,IND,India,2030,,5,\n")]
    [InlineData("STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,INDICATOR_LABEL,REF_AREA,REF_AREA_LABEL,TIME_PERIOD,OBS_VALUE,SOURCE\nd,i,I,X,Users,IND,India,2030,5,Somebody\n")]
    [InlineData("DATAFLOW\tINDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\r\nd\tX\tIND\t2030\t5\r\n")]
    [InlineData("\uFEFFDATAFLOW,LAST UPDATE,INDICATOR,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nd,01/01/31 11:00:00,X,IN,2030,5,")]
    public void Csv_layouts_are_told_from_their_header(string text)
    {
        Assert.Equal([new Observation(new("X"), "IND", 2030, 5)], _bench.Read(CubeBench.Cube("sdmx-csv"), text));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void A_declared_series_bounds_its_values()
    {
        var source = CubeBench.Cube("sdmx-csv") with { Series = [new("X", "x", "PT", 0, 100)] };

        Assert.Single(_bench.Read(source, Header + "X,IND,2030,100,,\nX,IND,2031,100.5,,\nY,IND,2031,1,,\n"));
        Assert.Equal(["out-of-bounds 1", "unknown-series 1"], _bench.Findings.Codes());
    }

    private List<Observation> Read(string rows, params string[] options) => _bench.Read(CubeBench.Cube("sdmx-csv", options), Header + rows);
}
