using System.IO.Compression;
using System.Text;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources.Fuzz;

/// <summary>A parser and whole files for it to start from.</summary>
/// <param name="Name">Name of the specimen.</param>
/// <param name="Source">The source whose adapter reads them.</param>
/// <param name="Files">The files of one vintage.</param>
internal sealed record FuzzTarget(string Name, SourceDefinition Source, IReadOnlyList<(string Name, byte[] Bytes)> Files)
{
    /// <summary>Packs a file as the provider does; null where it sends it bare.</summary>
    public Func<byte[], byte[]>? Packed { get; init; }

    /// <summary>The files with damage: in one, inside the archive or in the archive itself; or one missing, or twice.</summary>
    public IReadOnlyList<RawFile> Damaged(Mutation mutation)
    {
        var files = Files.ToList();
        var at = mutation.Choice(files.Count);
        files[at] = (files[at].Name, Damaged(files[at].Bytes, mutation));
        if (files.Count > 1 && mutation.Choice(10) == 0)
        {
            files[mutation.Choice(files.Count)] = files[mutation.Choice(files.Count)];
        }

        return files.ConvertAll(file => InMemory(file.Name, file.Bytes));
    }

    private byte[] Damaged(byte[] bytes, Mutation mutation) => Packed is null ? mutation.Of(bytes)
        : mutation.Choice(3) > 0 ? Packed(mutation.Of(bytes))
        : mutation.Of(Packed(bytes));

    private static RawFile InMemory(string name, byte[] bytes) =>
        new(name, "https://example.org/" + name, "text/plain", "", bytes.Length, name)
        {
            Content = () => new MemoryStream(bytes, writable: false),
        };
}

/// <summary>The specimens that damage starts from: at least one for each adapter.</summary>
internal static class FuzzTargets
{
    private const int Start = 6_000;

    private const string Egov =
        "Survey Year,Country Name,E-Government Index,Online Service Index,Human Capital Index,Telecommunication Infrastructure Index\n" +
        "2022,\"Kenya \",0.5,0.5,0.5,0.5\n2003,Iraq,0,0,0.1,0.2\n";

    private const string Uis =
        "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\nCR.1,KEN,2019,80,,\nEXPGDP.TOT,KEN,2019,0,NIL,UIS_EST\n";

    private const string ItuJson =
        """
        [{"code":"i99H","isoCode":"KEN","shortName":"Kenya","dataYear":2020,"dataNote":"é","answer":[{"value":"22.5","id":7}]},
        {"code":"i99H","regionName":"World","dataYear":2020,"answer":[{"value":60.5}]}]
        """;

    private const string BankLong = "Country Name,Country Code,Year,Value\nIndia,IND,2020,1.5\nKenya,KEN,2020,2\n";

    private const string Delimitation = "area,year,value,status,sex\nIND,2020,1.5,A,_T\n\"KEN\",2021,,M,F\n";

    private const string SdgExport =
        "SeriesCode,GeoAreaCode,GeoAreaName,TimePeriod,Value,Nature,Units,[Sex],[Age]\nIT_USE_II99,404,Kenya,2019,1,C,PERCENT,FEMALE,15+\n";

    private const string SdgDdf =
        "age,geo_area,location,nature,sex,type_of_skill,units,year,se_adt_acts\n15_24,404,rural,c,male,copa,percent,2019,1\n";

    private const string Decade =
        "period,country,indicator,breakdown,unit,value,flags\ndesi_2022,AT,i_x,total,pc,1.5,e\n2021,EL,i_x,f_y16_24,pc,2,\n";

    private const string Gateway =
        """
        {"series":{"docs":[{"@frequency":"annual","dimensions":{"i":"S","geo":"AT"},"series_code":"A.S.AT","period":["2020","2021"],
        "value":[1.5,"NA"],"indexed_at":"2025-01-02T00:00:00Z"}],"num_found":1,"offset":0,"limit":1000}}
        """;

    private static readonly string SheetRows =
        WorkbookSpecimen.Row(1, "area", "year", "value") + WorkbookSpecimen.Row(2, "IND", 2020, 1.5)
        + WorkbookSpecimen.Row(3, "KEN", 2021, 2);

    private static readonly string SdgPage = SdgApiTests.Page(
        1, 1, 2, SdgApiTests.Row("4", "2015.0", "\"5.5\"", "\"Sex\":\"FEMALE\"") + "," + SdgApiTests.Row("1", "2016", "7", ""));

    /// <summary>Hand-written ones, of the project.</summary>
    public static IReadOnlyList<FuzzTarget> Specimens { get; } =
    [
        new("worldbank-api", Workbench.Source("worldbank-api", "https://example.org", "X.ONE", "X.TWO"),
            Files("worldbank-page-1.json", "worldbank-page-2.json")),
        new("worldbank-bulk", Workbench.Source("worldbank-bulk", "https://example.org", "X.ONE"), Files("worldbank-wide.csv")),
        new("worldbank-bulk zip", Workbench.Source("worldbank-bulk", "https://example.org", "X.ONE"), Files("worldbank-wide.csv"))
        {
            Packed = bytes => Zip("API_X.csv", bytes),
        },
        new("worldbank-files", Workbench.Source("worldbank-files", "x.csv", "X.ONE"), [("X.ONE.csv", Bytes(BankLong))]),
        new("delimited", Delimited("true"), [("x.csv", Bytes(Delimitation))]),
        new("delimited lenient", Delimited("false"), [("x.csv", Bytes(Delimitation))]),
        Cube("sdmx-csv", "cube-sdmx-1.csv"),
        Cube("sdmx-csv", "cube-sdmx-2.csv", "decimal: ,"),
        Cube("sdmx-csv", "cube-data360.csv", "where: UNIT_MEASURE=PT"),
        Cube("sdmx-ml", "cube-generic.xml"),
        Cube("sdmx-ml", "cube-structure.xml"),
        Cube("sdmx-ml", "cube-structure-flat.xml"),
        Cube("sdmx-json", "cube-sdmx-1.json"),
        Cube("sdmx-json", "cube-sdmx-2.json"),
        Cube("json-stat", "cube-json-stat.json"),
        Cube("json-stat", "cube-json-stat-list.json"),
        Cube("eurostat-tsv", "cube-eurostat.tsv"),
        Cube("eurostat-tsv", "cube-eurostat.tsv") with { Name = "eurostat-tsv gzip", Packed = ArchiveSpecimens.Gzip },
        new("data360", CubeBench.Cube("data360", "attributes: UNIT_MEASURE"), Files("data360-page-1.json", "data360-page-2.json")),
        Declared("ITU", "itu-datahub csv", ItuSourceTests.Header + ItuSourceTests.Row("KEN", "1.5", 2019, "Aged 16-74.", "ITU\nestimate")),
        Declared("ITU", "itu-datahub json", ItuJson),
        Declared("UNSD_SDG", "un-sdg api", SdgPage),
        Declared("UNSD_SDG", "un-sdg export", SdgExport),
        Declared("UNSD_SDG", "un-sdg ddf", SdgDdf),
        Declared("UIS", "uis-bulk", Uis) with { Packed = bytes => Zip("SDG_DATA_NATIONAL.csv", bytes) },
        Declared("UNEGOV_SURVEY", "un-egov", Egov),
        new("owid", Workbench.Source("owid", "https://example.org", "slug"),
        [
            ("slug.csv", Bytes("Entity,Code,Year,share\nIndia,IND,2020,1.5\nKenya,KEN,2020,2\n")),
            ("slug.metadata.json", Bytes("""{"columns":{"share":{"lastUpdated":"2025-01-02"}}}""")),
        ]),
        new("digital-decade", Workbench.Source("digital-decade", "https://example.org", "i_x"), [("g-data.csv", Bytes(Decade))]),
        new("dbnomics", Dbnomics(), [("x-001.json", Bytes(Gateway))]),
        new("sheet", Sheet(), [("x.xlsx", WorkbookSpecimen.Of(("Data", SheetRows, "")))]),
        new("sheet inside", Sheet(), [("x.xlsx", Bytes(SheetRows))])
        {
            Packed = rows => WorkbookSpecimen.Of(("Data", Encoding.UTF8.GetString(rows), "")),
        },
    ];

    /// <summary>The first part of providers' own files beside the repository: source as the seeds declare it, file.</summary>
    public static IReadOnlyList<(string Source, string File)> Shared { get; } =
    [
        ("WB_BULK", "worldbank/download-2022-12/API_IT.NET.USER.ZS.csv"),
        ("WB_WDI", "api-samples/worldbank-v2-bodies-2026/wb_IT.NET.BBND.P2.json"),
        ("ITU", "itu/datahub-2026-05/individuals-using-the-internet.csv"),
        ("ITU", "api-samples/itu-datahub/itu-get-country-series.json"),
        ("UNSD_SDG", "unsd/9.c.1-unsd-export.csv"),
        ("UNSD_SDG", "unsd/sdg/ddf--datapoints--it_use_ii99--by--age--geo_area--nature--sex--units--year.csv"),
        ("UNEGOV_SURVEY", "un-egov/EGOV_DATA_2024.csv"),
        ("UNCTAD", "unctad/UNCTAD_DE.csv"),
        ("ITU_GCI", "data360/ITU_GCI.csv"),
    ];

    /// <summary>A target of the first whole lines of a provider's table, or of a whole body of JSON.</summary>
    public static FuzzTarget OfShared(string source, string path)
    {
        var bytes = File.ReadAllBytes(Workbench.Shared(path));
        var isTable = path.EndsWith(".csv", StringComparison.Ordinal) && bytes.Length > Start;
        var part = isTable ? bytes[..(bytes.AsSpan(0, Start).LastIndexOf((byte)'\n') + 1)] : bytes;
        return new(path, ProviderBench.Declared(source), [(Path.GetFileName(path), part)]);
    }

    private static SourceDefinition Delimited(string strict) => Workbench.Source("delimited", "x.csv", "S") with
    {
        Options = new Dictionary<string, string>
        {
            ["area"] = "area", ["period"] = "year", ["value"] = "value", ["status"] = "status", ["sex"] = "sex",
            ["series"] = "S", ["strict"] = strict,
        },
    };

    private static byte[] Zip(string name, byte[] content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    private static SourceDefinition Sheet() => Workbench.Source("sheet", "x.xlsx", "S") with
    {
        Options = new Dictionary<string, string>
        {
            ["area"] = "area", ["period"] = "year", ["value"] = "value", ["series"] = "S", ["strict"] = "false",
        },
    };

    private static SourceDefinition Dbnomics() => Workbench.Source("dbnomics", "https://example.org", "S") with
    {
        Options = new Dictionary<string, string> { ["dataset"] = "P/D", ["series-dimension"] = "i", ["area-dimension"] = "geo" },
    };

    private static FuzzTarget Cube(string adapter, string file, params string[] options) =>
        new($"{adapter} {file}", CubeBench.Cube(adapter, options), Files(file));

    private static FuzzTarget Declared(string source, string name, string text) =>
        new(name, ProviderBench.Declared(source), [("specimen-2020", Bytes(text))]);

    private static List<(string, byte[])> Files(params string[] names) =>
        names.Select(name => (name, File.ReadAllBytes(Workbench.Specimen(name)))).ToList();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
