using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults.Doubles;

/// <summary>A provider of a format with dimensions: FREQ, INDICATOR, REF_AREA, TIME_PERIOD.</summary>
internal abstract class CubeDouble : ProviderDouble
{
    /// <summary>A series of which no value is a number is refused as one that holds texts, with one Finding; its figures stay.</summary>
    public override Ending? EndingOf(string fault) => fault == "a series of texts" ? Ending.PublishedWith("text-valued") : null;

    /// <summary>The dimensions in the order of the format's keys.</summary>
    protected static string[] Dimensions { get; } = ["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"];

    /// <summary>Codes of each dimension, in the order in which the edition has them.</summary>
    protected List<string>[] CodesOf(Edition edition) =>
    [
        ["A"],
        edition.Cells.Select(cell => CodeOf(cell.Series)).Distinct().ToList(),
        edition.Cells.Select(cell => cell.Area.Iso3).Distinct().ToList(),
        edition.Cells.Select(cell => cell.YearText).Distinct().ToList(),
    ];

    /// <summary>Positions of a cell's codes.</summary>
    protected int[] PlaceOf(Cell cell, List<string>[] codes) =>
        [0, codes[1].IndexOf(CodeOf(cell.Series)), codes[2].IndexOf(cell.Area.Iso3), codes[3].IndexOf(cell.YearText)];

    /// <summary>An object of JSON in which a key may stand twice, as damaged bodies have it.</summary>
    protected static string Object(IEnumerable<(string Key, string Json)> members) =>
        "{" + string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Json}")) + "}";
}

/// <summary>SDMX-CSV 1.0.</summary>
internal sealed class SdmxCsvDouble : CubeDouble
{
    public override string Adapter => "sdmx-csv";

    public override Sent Answer(Edition edition, HttpRequest request) => Csv(
        [
            ["DATAFLOW", .. Dimensions, "OBS_VALUE", "OBS_STATUS"],
            .. edition.Cells.Select(cell =>
                (string[])["DM:DF(1.0)", "A", CodeOf(cell.Series), cell.Area.Iso3, cell.YearText, cell.Text, "A"]),
        ],
        "application/vnd.sdmx.data+csv");
}

/// <summary>SDMX-ML 2.1, structure-specific and flat.</summary>
internal sealed class SdmxMlDouble : CubeDouble
{
    private const string Start =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message">
        <m:Header><m:Structure dimensionAtObservation="AllDimensions" structureID="S1"/></m:Header>
        <m:DataSet>

        """;

    public override string Adapter => "sdmx-ml";

    /// <summary>NaN is how SDMX writes a missing value.</summary>
    public override Ending? EndingOf(string fault) => fault == "NaN" ? Ending.Published : base.EndingOf(fault);

    public override Sent Answer(Edition edition, HttpRequest request) => Text(
        Start + string.Concat(edition.Cells.Select(cell =>
            $"<Obs FREQ=\"A\" INDICATOR=\"{CodeOf(cell.Series)}\" " +
            $"REF_AREA=\"{cell.Area.Iso3}\" TIME_PERIOD=\"{cell.YearText}\" OBS_VALUE=\"{cell.Text}\"/>\n"))
        + "</m:DataSet></m:StructureSpecificData>\n",
        "application/vnd.sdmx.structurespecificdata+xml");
}

/// <summary>SDMX-JSON 2.0, flat.</summary>
internal sealed class SdmxJsonDouble : CubeDouble
{
    public override string Adapter => "sdmx-json";

    /// <summary>NaN is how SDMX writes a missing value.</summary>
    public override Ending? EndingOf(string fault) => fault == "NaN" ? Ending.Published : base.EndingOf(fault);

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var codes = CodesOf(edition);
        var observations = Object(edition.Cells.Select(cell =>
            (string.Join(':', PlaceOf(cell, codes).Skip(1)), $"[{JsonSerializer.Serialize(Json(cell))}]")));
        var dimensions = Dimensions.Select((id, index) => new { id, values = codes[index].Select(code => new { id = code }) }).ToList();
        var structure = new
        {
            name = "Double",
            dimensions = new { dataSet = dimensions.Take(1), series = Array.Empty<object>(), observation = dimensions.Skip(1) },
            measures = new { observation = new[] { new { id = "OBS_VALUE" } } },
            attributes = new { dataSet = Array.Empty<object>(), series = Array.Empty<object>(), observation = Array.Empty<object>() },
            dataSets = new[] { 0 },
        };
        return Text(
            $$$"""
            {"meta":{"id":"X"},"data":{"dataSets":[{"structure":0,"action":"Information","observations":{{{observations}}}}],
            "structures":[{{{JsonSerializer.Serialize(structure)}}}]}}
            """,
            "application/vnd.sdmx.data+json");
    }
}

/// <summary>JSON-stat 2.0 with values by flat index.</summary>
internal sealed class JsonStatDouble : CubeDouble
{
    public override string Adapter => "json-stat";

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var codes = CodesOf(edition);
        var values = Object(edition.Cells.Select(cell => ($"{Flat(PlaceOf(cell, codes), codes)}", JsonSerializer.Serialize(Json(cell)))));
        var dimension = Dimensions.Select((id, index) => (id, JsonSerializer.Serialize(new { category = new { index = codes[index] } })));
        return Text(
            $$$"""
            {"version":"2.0","class":"dataset","id":{{{JsonSerializer.Serialize(Dimensions)}}},
            "size":{{{JsonSerializer.Serialize(codes.Select(list => list.Count))}}},
            "dimension":{{{Object(dimension)}}},"value":{{{values}}}}
            """,
            "application/json");
    }

    private static int Flat(int[] place, List<string>[] codes) => place.Select((at, index) => (at, index))
        .Aggregate(0, (flat, next) => (flat * codes[next.index].Count) + next.at);
}

/// <summary>Eurostat's TSV: a row for each indicator and country, a column for each year.</summary>
internal sealed class EurostatTsvDouble : CubeDouble
{
    public override string Adapter => "eurostat-tsv";

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var years = Enumerable.Range(Edition.FirstYear, Edition.Years).ToList();
        var rows = edition.Table(cell => (cell.Series, cell.Area), cell => cell.Year).Select(row =>
            $"A,{CodeOf(row.Row.Series)},{row.Row.Area.Iso2}\t" +
            $"{string.Join('\t', years.Select(year => row.Texts.GetValueOrDefault(year, ":") + " "))}\n");
        var header = $"freq,INDICATOR,geo\\TIME_PERIOD\t{string.Join('\t', years.Select(year => $"{year} "))}\n";
        return Text(header + string.Concat(rows), "text/tab-separated-values");
    }
}

/// <summary>The World Bank's Data360: pages of rows for each series, every value a text.</summary>
internal sealed class Data360Double : CubeDouble
{
    public override string Adapter => "data360";

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string> { ["database"] = "DM" };

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var rows = edition.Cells.Where(cell => CodeOf(cell.Series) == request.Query["INDICATOR"])
            .Select(cell => new Dictionary<string, string>
            {
                ["OBS_VALUE"] = cell.Text, ["UNIT_MULT"] = "0", ["OBS_STATUS"] = "A", ["DATABASE_ID"] = "DM",
                ["INDICATOR"] = CodeOf(cell.Series), ["REF_AREA"] = cell.Area.Iso3, ["SEX"] = "_T", ["AGE"] = "_T", ["URBANISATION"] = "_T",
                ["TIME_PERIOD"] = cell.YearText, ["FREQ"] = "A",
            }).ToList();
        var skip = int.Parse(request.Query["skip"].ToString(), CultureInfo.InvariantCulture);
        var top = int.Parse(request.Query["top"].ToString(), CultureInfo.InvariantCulture);
        return Text(JsonSerializer.Serialize(new { count = rows.Count, value = rows.Skip(skip).Take(top) }), "application/json");
    }
}
