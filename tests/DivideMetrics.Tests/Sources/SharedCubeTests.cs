using System.Text.Json;
using DivideMetrics.Observations;
using DivideMetrics.Sources;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Sources;

/// <summary>The providers' own files, where they are on this machine.</summary>
public sealed class SharedCubeTests : IDisposable
{
    private const string Samples = "api-samples/sdmx/";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Unctad_is_read_as_its_seed_says()
    {
        var taken = Seeded("UNCTAD", "unctad/UNCTAD_DE.csv");

        // One of 8,156 rows is no percentage: 115.26 % of businesses.
        Assert.Equal((8155, 465), (taken.Count, taken.Count(row => row.Value is null)));
        Assert.All(taken.Where(row => row.Value is null), row => Assert.Equal(ObsStatus.O, row.Status));
        var world = taken.Single(row => row is { Area: "WLD", Year: 2010, Series.Code: "UNCTAD_DE_DIG_SERVTRADE_ANN_EXP" });
        Assert.Equal(1_835_732_000_000, world.Value);
        Assert.Equal(["out-of-bounds 1"], _bench.Findings.Codes());
    }

    [Fact]
    public void Cybersecurity_index_is_read_as_its_seed_says()
    {
        var taken = Seeded("ITU_GCI", "data360/ITU_GCI.csv");

        Assert.Equal((388, 194), (taken.Count, taken.Select(row => row.Area).Distinct().Count()));
        Assert.Equal([2020, 2024], taken.Select(row => row.Year).Distinct().Order());
        Assert.Empty(_bench.Findings.Kept);
    }

    [Theory]
    [InlineData("sdmx-ml", "ESTAT/NAMA_10_GDP-ss.xml", 4, "", "where: unit=CP_MEUR;na_item=B1GQ")]
    [InlineData("sdmx-ml", "ISTAT/22_289.xml", 8, "", "sex: SEX=1:M,2:F", "where: AGE=TOTAL;MARITAL_STATUS=99;DATA_TYPE=JAN", "age: AGE=TOTAL:_T")]
    [InlineData("sdmx-ml", "INSEE/CNA-2010-CONSO-SI-A17.xml", 2, "unknown-status 1", "areas: FE=FRA", "breakdown: PRODUIT;SECT-INST;PRIX;OPERATION")]
    [InlineData("sdmx-ml", "WB/gh-78.xml", 1, "", "area: REPORTER", "areas: 840=USA", "breakdown: PRODUCTCODE", "where: PARTNER=000;DATATYPE=Reported")]
    [InlineData("sdmx-ml", "IMF/PCPS.xml", 0, "missing-series 1, not-annual 1", "where: UNIT_MEASURE=USD;COMMODITY=PZINC")]
    [InlineData("sdmx-ml", "ECB_EXR/1/M.USD.EUR.SP00.A.xml", 0, "missing-series 1, not-annual 1", "area: CURRENCY_DENOM", "where: EXR_TYPE=SP00")]
    [InlineData("sdmx-json", "ECB_EXR/flat.json", 0, "missing-series 1, not-annual 1", "area: CURRENCY_DENOM")]
    [InlineData("sdmx-json", "ECB_EXR/ts.json", 0, "missing-series 1, not-annual 1", "area: CURRENCY_DENOM")]
    [InlineData("sdmx-json", "OECD/data-PART2-all-all.json", 0, "not-a-year 7", "area: LOCATION", "period: PER", "breakdown: GRD;FLD;MSR;IND")]
    [InlineData("sdmx-json", "v3/json/data/agri.json", 4, "aggregate-area 2", "areas: ASIKHM=KHM", "aggregates: ASIKHM00*")]
    [InlineData("sdmx-csv", "v3/csv/example-01.csv", 0, "missing-series 1, not-annual 1", "area: DIM_2", "period: DIM_3", "attributes: DIM_1;ATTR_1;ATTR_2;ATTR_3")]
    [InlineData("sdmx-csv", "v3/csv/example-04.csv", 0, "missing-series 1, not-annual 1", "area: DIM_2", "period: DIM_3", "attributes: DIM_1;ATTR_1;ATTR_2;ATTR_3", "decimal: ,")]
    [InlineData("sdmx-csv", "v3/csv/example-05.csv", 0, "missing-series 1, not-annual 1", "area: DIM_2", "period: DIM_3", "attributes: DIM_1;ATTR_1;ATTR_2;ATTR_3")]
    [InlineData("sdmx-csv", "v3/csv/example-08.csv", 0, "missing-series 1, not-annual 1", "area: DIM_2", "period: DIM_3", "attributes: DIM_1;ATTR_1")]
    public void Samples_of_agencies_are_read(string adapter, string file, int rows, string findings, params string[] options)
    {
        var taken = _bench.Parse(CubeBench.Cube(adapter, [.. options, "series: X"]), Workbench.Raw(Workbench.Shared(Samples + file)));

        Assert.Equal((rows, findings), (taken.Count, string.Join(", ", _bench.Findings.Codes())));
    }

    [Fact]
    public void Generic_message_recorded_from_istat_is_read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Workbench.Shared(Samples + "recorded/b1957b05ba522041.json")));
        var body = json.RootElement.GetProperty("_content").GetBytesFromBase64();

        var taken = _bench.Parse(
            CubeBench.Cube("sdmx-ml", "series: X", "breakdown: DATA_TYPE;TYPE_SOCIO_EDUC_SERVICE;TYPE_MANAGEMENT;HOLDER_SECTOR_PUBPRIV", "areas: 001001=ITA;001002=FRA"),
            _bench.RawBytes("x", body));

        Assert.Equal((22, 11), (taken.Count, taken.Count(row => row.Area == "ITA")));
        Assert.Empty(_bench.Findings.Kept);
    }

    [Fact]
    public void Values_and_multipliers_of_samples_are_theirs()
    {
        var rice = _bench.Parse(
            CubeBench.Cube("sdmx-json", "series: X", "areas: ASIKHM=KHM", "aggregates: ASIKHM00*"), Workbench.Raw(Workbench.Shared(Samples + "v3/json/data/agri.json")));

        Assert.Equal([(2014, 5_228_330.0), (2015, 5_191_833), (2016, 5_197_887), (2017, 5_541_424)], rice.Select(row => (row.Year, row.Value!.Value)));
    }

    [Theory]
    [InlineData("footer.xml")]
    [InlineData("footer2.xml")]
    public void Answers_that_eurostat_writes_to_a_file_are_failures(string file)
    {
        var failure = Assert.Throws<SourceException>(
            () => _bench.Parse(CubeBench.Cube("sdmx-ml"), Workbench.Raw(Workbench.Shared(Samples + "ESTAT/" + file))));

        Assert.Contains("413 Due to the large query the response will be written to a file", failure.Message);
        Assert.True(failure.Transient);
    }

    [Theory]
    [InlineData("ESTAT/apro_mk_cola-structure.xml")]
    [InlineData("UNSD/codelist_partial.xml")]
    [InlineData("OECD/actualconstraint-0.xml")]
    public void Structures_are_no_data(string file) => Assert.Contains(
        "a structure message, not data",
        Assert.Throws<SourceException>(() => _bench.Parse(CubeBench.Cube("sdmx-ml"), Workbench.Raw(Workbench.Shared(Samples + file)))).Message);

    private List<Observation> Seeded(string source, string file) =>
        _bench.Parse(SeedFiles.Catalog.FindSource(source)!, Workbench.Raw(Workbench.Shared(file)));
}
