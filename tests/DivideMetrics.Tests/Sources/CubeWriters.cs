using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Sources;

/// <summary>One cell of a small cube.</summary>
internal sealed record CubeCell(string Sex, string Area, int Year, double? Value, ObsStatus Status)
{
    public string? Text => Value?.ToString("R", CultureInfo.InvariantCulture);

    public string Period => Year.ToString(CultureInfo.InvariantCulture);

    public Observation Observation
    {
        get
        {
            SexCodes.TryParse(Sex, out var sex);
            return new(new SeriesKey("X", sex), Area, Year, Value, Status);
        }
    }
}

/// <summary>Writes a cube of FREQ, INDICATOR, SEX, REF_AREA and TIME_PERIOD in each format.</summary>
internal static class CubeWriters
{
    private static readonly XNamespace Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private static readonly XNamespace Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";

    /// <summary>Adapter and writer of every format.</summary>
    public static readonly IReadOnlyList<(string Name, string Adapter, Func<IReadOnlyList<CubeCell>, string> Write)> All =
    [
        ("SDMX-CSV 1.0", "sdmx-csv", Csv1),
        ("SDMX-CSV 2.0", "sdmx-csv", Csv2),
        ("SDMX-ML generic", "sdmx-ml", cells => MlGeneric(cells, flat: false)),
        ("SDMX-ML generic, flat", "sdmx-ml", cells => MlGeneric(cells, flat: true)),
        ("SDMX-ML structure-specific", "sdmx-ml", MlStructure),
        ("SDMX-JSON 1.0", "sdmx-json", Json1),
        ("SDMX-JSON 2.0", "sdmx-json", Json2),
        ("JSON-stat, object", "json-stat", cells => JsonStat(cells, list: false)),
        ("JSON-stat, list", "json-stat", cells => JsonStat(cells, list: true)),
        ("Eurostat TSV", "eurostat-tsv", Tsv),
        ("Data360", "data360", Data360),
    ];

    private static string Csv1(IReadOnlyList<CubeCell> cells) => Lines(
        "DATAFLOW,FREQ,INDICATOR,SEX,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
        cells.Select(cell => $"DM:X(1.0),A,X,{cell.Sex},{cell.Area},{cell.Year},{cell.Text},{cell.Status}"));

    private static string Csv2(IReadOnlyList<CubeCell> cells) => Lines(
        "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ: Frequency,INDICATOR: Indicator,SEX: Sex,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status",
        cells.Select(cell => $"dataflow,DM:X(1.0): X,I,A: Annual,X: Users,{cell.Sex}: s,\"{cell.Area}: a, b\",{cell.Year}: {cell.Year},{cell.Text},{cell.Status}: t"));

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";

    private static string MlGeneric(IReadOnlyList<CubeCell> cells, bool flat)
    {
        var dataset = new XElement(Message + "DataSet", new XAttribute("structureRef", "S"));
        foreach (var series in cells.GroupBy(cell => (cell.Sex, cell.Area)))
        {
            XElement[] key = [Value("FREQ", "A"), Value("INDICATOR", "X"), Value("SEX", series.Key.Sex), Value("REF_AREA", series.Key.Area)];
            object[] observations = [.. series.Select(cell => new XElement(
                Generic + "Obs",
                flat ? new XElement(Generic + "ObsKey", key, Value("TIME_PERIOD", cell.Period)) : new XElement(Generic + "ObsDimension", new XAttribute("value", cell.Period)),
                cell.Text is null ? null : new XElement(Generic + "ObsValue", new XAttribute("value", cell.Text)),
                new XElement(Generic + "Attributes", Value("OBS_STATUS", cell.Status.ToString()))))];
            dataset.Add(flat ? observations : new XElement(Generic + "Series", new XElement(Generic + "SeriesKey", key), observations));
        }

        return new XElement(Message + "GenericData", dataset).ToString();
    }

    private static XElement Value(string id, string code) => new(Generic + "Value", new XAttribute("id", id), new XAttribute("value", code));

    private static string MlStructure(IReadOnlyList<CubeCell> cells) => new XElement(
        Message + "StructureSpecificData",
        new XElement(Message + "DataSet", cells.GroupBy(cell => (cell.Sex, cell.Area)).Select(series => new XElement(
            "Series",
            new XAttribute("FREQ", "A"), new XAttribute("INDICATOR", "X"), new XAttribute("SEX", series.Key.Sex), new XAttribute("REF_AREA", series.Key.Area),
            series.Select(cell => new XElement(
                "Obs",
                new XAttribute("TIME_PERIOD", cell.Period),
                cell.Text is null ? null : new XAttribute("OBS_VALUE", cell.Text),
                new XAttribute("OBS_STATUS", cell.Status))))))).ToString();

    private static string Json1(IReadOnlyList<CubeCell> cells)
    {
        var axes = new Axes(cells);
        var series = cells.GroupBy(cell => $"{axes.Sexes.IndexOf(cell.Sex)}:{axes.Areas.IndexOf(cell.Area)}").ToDictionary(
            group => group.Key,
            group => (object)new
            {
                observations = group.ToDictionary(
                    cell => axes.Years.IndexOf(cell.Period).ToString(), cell => new object?[] { cell.Value, axes.Statuses.IndexOf(cell.Status.ToString()) }),
            });
        return JsonSerializer.Serialize(new
        {
            structure = new
            {
                dimensions = new
                {
                    dataSet = new[] { Component("FREQ", "A"), Component("INDICATOR", "X") },
                    series = new[] { Component("SEX", axes.Sexes), Component("REF_AREA", axes.Areas) },
                    observation = new[] { Component("TIME_PERIOD", axes.Years) },
                },
                attributes = new { observation = new[] { Component("OBS_STATUS", axes.Statuses) } },
            },
            dataSets = new[] { new { series } },
        });
    }

    private static string Json2(IReadOnlyList<CubeCell> cells)
    {
        var axes = new Axes(cells);
        var observations = cells.ToDictionary(
            cell => $"{axes.Sexes.IndexOf(cell.Sex)}:{axes.Areas.IndexOf(cell.Area)}:{axes.Years.IndexOf(cell.Period)}",
            cell => new object?[] { cell.Text, cell.Status.ToString() });
        var observation = new[] { Component("SEX", axes.Sexes), Component("REF_AREA", axes.Areas), Component("TIME_PERIOD", axes.Years) };
        return JsonSerializer.Serialize(new
        {
            data = new
            {
                dataSets = new[] { new { structure = 0, observations } },
                structures = new[]
                {
                    new
                    {
                        dimensions = new { dataSet = new[] { Component("FREQ", "A"), Component("INDICATOR", "X") }, observation },
                        measures = new { observation = new[] { new { id = "OBS_VALUE" } } },
                        attributes = new { observation = new[] { new { id = "OBS_STATUS" } } },
                    },
                },
            },
        });
    }

    private static object Component(string id, params IEnumerable<string> codes) => new { id, values = codes.Select(code => new { id = code }).ToList() };

    private static string JsonStat(IReadOnlyList<CubeCell> cells, bool list)
    {
        var axes = new Axes(cells);
        int At(CubeCell cell) =>
            (((axes.Sexes.IndexOf(cell.Sex) * axes.Areas.Count) + axes.Areas.IndexOf(cell.Area)) * axes.Years.Count) + axes.Years.IndexOf(cell.Period);
        var values = new double?[axes.Sexes.Count * axes.Areas.Count * axes.Years.Count];
        foreach (var cell in cells)
        {
            values[At(cell)] = cell.Value;
        }

        static object Dimension(IEnumerable<string> codes) => new { category = new { index = codes.ToList() } };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["class"] = "dataset",
            ["value"] = list ? values : values.Index().Where(pair => pair.Item is not null).ToDictionary(pair => pair.Index.ToString(), pair => pair.Item),
            ["status"] = cells.ToDictionary(cell => At(cell).ToString(), cell => cell.Status.ToString()),
            ["id"] = new[] { "FREQ", "INDICATOR", "SEX", "REF_AREA", "TIME_PERIOD" },
            ["size"] = new[] { 1, 1, axes.Sexes.Count, axes.Areas.Count, axes.Years.Count },
            ["dimension"] = new Dictionary<string, object>
            {
                ["FREQ"] = Dimension(["A"]), ["INDICATOR"] = Dimension(["X"]), ["SEX"] = Dimension(axes.Sexes),
                ["REF_AREA"] = Dimension(axes.Areas), ["TIME_PERIOD"] = Dimension(axes.Years),
            },
        });
    }

    private static string Tsv(IReadOnlyList<CubeCell> cells)
    {
        var axes = new Axes(cells);
        var text = new StringBuilder("FREQ,INDICATOR,SEX,REF_AREA\\TIME_PERIOD").AppendJoin("", axes.Years.Select(year => $"\t{year} ")).Append('\n');
        foreach (var series in cells.GroupBy(cell => (cell.Sex, cell.Area)))
        {
            text.Append($"A,X,{series.Key.Sex},{series.Key.Area}");
            foreach (var year in axes.Years)
            {
                var cell = series.FirstOrDefault(cell => cell.Period == year);
                text.Append('\t').Append(cell is null ? ": " : $"{cell.Text ?? ":"} {cell.Status}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Data360(IReadOnlyList<CubeCell> cells) => JsonSerializer.Serialize(new
    {
        count = cells.Count,
        value = cells.Select(cell => new
        {
            OBS_VALUE = cell.Text ?? "", OBS_STATUS = cell.Status.ToString(), UNIT_MULT = "0", INDICATOR = "X", REF_AREA = cell.Area, SEX = cell.Sex,
            AGE = "_T", COMP_BREAKDOWN_1 = "_Z", TIME_PERIOD = cell.Period, FREQ = "A",
        }),
    });

    /// <summary>The codes of each dimension in the order in which they are met.</summary>
    private sealed class Axes(IReadOnlyList<CubeCell> cells)
    {
        public List<string> Sexes { get; } = [.. cells.Select(cell => cell.Sex).Distinct()];

        public List<string> Areas { get; } = [.. cells.Select(cell => cell.Area).Distinct()];

        public List<string> Years { get; } = [.. cells.Select(cell => cell.Period).Distinct()];

        public List<string> Statuses { get; } = [.. cells.Select(cell => cell.Status.ToString()).Distinct()];
    }
}
