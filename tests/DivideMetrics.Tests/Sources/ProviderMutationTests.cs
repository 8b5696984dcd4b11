using System.Text;
using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Whatever the bytes are, a parser gives observations and findings, or one clear failure.</summary>
public sealed class ProviderMutationTests : IDisposable
{
    private static readonly string[] Odd =
    [
        "\"", ",", "\n", "\r", "\0", "{", "}", "[", "]", "null", "\\ud800", "NaN", "1e999", "-", "<5", "9999999999", "é", "\uFFFD", "PK",
    ];

    private readonly ProviderBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("ITU", "csv")]
    [InlineData("ITU", "json")]
    [InlineData("ITU", "zip")]
    [InlineData("UNSD_SDG", "csv")]
    [InlineData("UNSD_SDG", "json")]
    [InlineData("UNSD_SDG", "ddf")]
    [InlineData("UIS", "zip")]
    [InlineData("UNEGOV_SURVEY", "csv")]
    public void Parser_survives_any_change_of_its_file(string id, string kind)
    {
        var source = ProviderBench.Declared(id);
        var specimen = Specimen(id, kind);

        var text = Gen.Int[0, Odd.Length - 1].Select(index => Odd[index]);
        Gen.Select(Gen.Int[0, specimen.Length], Gen.Int[0, 12], text, Gen.Byte.Array[0, 4]).Array[1, 4].Sample(
            changes => Survives(source, changes.Aggregate(specimen, Changed)), iter: Iterations, threads: 1);
    }

    /// <summary>Few in the suite; a closing run sets more.</summary>
    private static long Iterations => long.TryParse(Environment.GetEnvironmentVariable("DIVIDEMETRICS_FUZZ"), out var more) ? more : 200;

    private void Survives(SourceDefinition source, byte[] bytes)
    {
        try
        {
            var rows = _bench.Parse(source, _bench.Bytes("mutant-2020", bytes));
            Assert.All(rows, row => Assert.True(row.Value is { } value ? double.IsFinite(value) : row.Status.SaysMissing()));
        }
        catch (SourceException failure)
        {
            Assert.NotEmpty(failure.Message);
        }
    }

    /// <summary>Cuts some bytes out at a place and puts others in.</summary>
    private static byte[] Changed(byte[] bytes, (int At, int Cut, string Text, byte[] Noise) change)
    {
        var at = Math.Min(change.At, bytes.Length);
        var after = Math.Min(at + change.Cut, bytes.Length);
        var put = change.Cut % 3 == 0 ? change.Noise : Encoding.UTF8.GetBytes(change.Text);
        return [.. bytes[..at], .. put, .. bytes[after..]];
    }

    private static byte[] Specimen(string id, string kind) => (id, kind) switch
    {
        ("ITU", "zip") => ProviderBench.ZipOf(("x.csv", ItuCsv)),
        ("UIS", _) => ProviderBench.ZipOf(("SDG_DATA_NATIONAL.csv", Uis)),
        ("ITU", "csv") => Encoding.UTF8.GetBytes(ItuCsv),
        ("ITU", _) => Encoding.UTF8.GetBytes(ItuJson),
        ("UNSD_SDG", "json") => Encoding.UTF8.GetBytes(SdgApiTests.Page(
            1, 1, 2, SdgApiTests.Row("4", "2015.0", "\"5.5\"", "\"Sex\":\"FEMALE\"") + "," + SdgApiTests.Row("1", "2016", "7", ""))),
        ("UNSD_SDG", "csv") => Encoding.UTF8.GetBytes(SdgExport),
        ("UNSD_SDG", _) => Encoding.UTF8.GetBytes(SdgDatapoints),
        _ => Encoding.UTF8.GetBytes(Survey),
    };

    private static string ItuCsv =>
        "\uFEFF" + ItuSourceTests.Header + ItuSourceTests.Row("KEN", "1.5", 2019, "Aged 16-74.", "ITU\nestimate") +
        ItuSourceTests.Row("YUG", "2E-4", 2003);

    private const string ItuJson = """
        [{"code":"i99H","isoCode":"KEN","shortName":"Kenya","dataYear":2020,"dataNote":"é","answer":[{"value":"22.5","id":7}]},
         {"code":"i99H","regionName":"World","dataYear":2020,"answer":[{"value":60.5}]}]
        """;

    private const string SdgExport = """
        SeriesCode,GeoAreaCode,GeoAreaName,TimePeriod,Value,Nature,Units,[Sex],[Age]
        IT_USE_II99,404,Kenya,2019,1,C,PERCENT,FEMALE,15+
        IT_USE_II99,432,x,2019,<5,E,PERCENT,BOTHSEX,
        """;

    private const string SdgDatapoints = """
        age,geo_area,location,nature,sex,type_of_skill,units,year,se_adt_acts
        15_24,404,rural,c,male,copa,percent,2019,1
        """;

    private const string Uis = """
        INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER
        CR.1,KEN,2019,80,,
        EXPGDP.TOT,KEN,2019,0,NIL,UIS_EST
        """;

    private const string Survey = """
        Survey Year,Country Name,E-Government Index,Online Service Index,Human Capital Index,Telecommunication Infrastructure Index
        2022,"Kenya ",0.5,0.5,0.5,0.5
        2003,Iraq,0,0,0.1,0.2
        """;
}
