using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Api;
using DivideMetrics.Web.Reading;
using MiniExcelLibs;

namespace DivideMetrics.Web.Explore;

/// <summary>A shown value with what its row says beside it.</summary>
/// <param name="Row">The value.</param>
/// <param name="Name">Name of the area.</param>
/// <param name="Vintage">The vintage in which a figure first appeared; null for computed values.</param>
internal sealed record ShownLine(ShownRow Row, string Name, Vintage? Vintage);

/// <summary>Exactly what a chart shows, as files.</summary>
internal static class ExploreFiles
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The columns: a figure's and a measure's side by side.</summary>
    public static IReadOnlyList<CsvColumn<ShownLine>> Columns { get; } =
    [
        new("INDICATOR", "Indicator id, see /api/v1/indicators", line => line.Row.Variable.Indicator.Id),
        new("MEASURE", "Measure id, see /api/v1/measures; empty for the indicator's own values", line => line.Row.Point.Gap?.Measure ?? line.Row.Variable.Measure?.Id),
        new("REF_AREA", "Reference area: ISO 3166-1 alpha-3, XKX, CHI, or the code of a group", line => line.Row.Point.Area),
        new("REF_AREA_NAME", "Its name", line => line.Name),
        new("SEX", "_T both, F female, M male", line => line.Row.Variable.Sex.Code()),
        new("TIME_PERIOD", "Year that it speaks of", line => CsvText.Of(line.Row.Point.Year)),
        new("OBS_VALUE", "Value", line => CsvText.Of(line.Row.Point.Value)),
        new("UNIT_MEASURE", "SDMX unit of measure, or the measure's own unit in words", line => line.Row.Variable.UnitCode),
        new("OBS_STATUS", "SDMX CL_OBS_STATUS of a figure; empty for computed values", line => line.Row.Point.Figure?.Status.ToString()),
        new("LOWER", "Lower end of the interval", line => CsvText.Of(line.Row.Point.Gap?.Lower)),
        new("UPPER", "Upper end of the interval", line => CsvText.Of(line.Row.Point.Gap?.Upper)),
        new("COVERAGE_AREAS", "Members of the group with data", line => CsvText.Of(line.Row.Point.Gap?.Coverage?.Areas)),
        new("COVERAGE_AREAS_OF", "All members of the group", line => CsvText.Of(line.Row.Point.Gap?.Coverage?.AreasOf)),
        new("COVERAGE_POPULATION", "Share (0 to 1) of the group's population that lives in members with data", line => CsvText.Of(line.Row.Point.Gap?.Coverage?.PopulationShare)),
        new("NOTE", "A remark on how the value came about", line => line.Row.Point.Gap?.Reason),
        new("SOURCE", "Source id of a figure, see /api/v1/sources", line => line.Row.Point.Figure?.Source),
        new("VINTAGE", "Date of the source's release, or of its retrieval", line => line.Vintage?.Date.ToString(Day, CultureInfo.InvariantCulture)),
    ];

    private static readonly HashSet<string> Numeric = ["TIME_PERIOD", "OBS_VALUE", "LOWER", "UPPER", "COVERAGE_AREAS", "COVERAGE_AREAS_OF", "COVERAGE_POPULATION"];

    /// <summary>The lines of a chart, in the order of its table.</summary>
    public static IReadOnlyList<ShownLine> LinesOf(ExploreData data, ExploreChart chart, PublishedView view) => LinesOf(chart.Rows, data.Catalog, view);

    /// <summary>The lines of some shown values, in their order.</summary>
    public static IReadOnlyList<ShownLine> LinesOf(IEnumerable<ShownRow> rows, Catalog catalog, PublishedView view) => rows
        .Select(row => new ShownLine(row, catalog.Areas.NameOf(row.Point.Area), row.Point.Figure is { } figure ? view.Vintages.GetValueOrDefault(figure.Vintage) : null)).ToList();

    /// <summary>A row as name and value: numbers as numbers.</summary>
    public static Dictionary<string, object?> Cells(ShownLine line) => Columns.ToDictionary(column => column.Name, column => CellOf(column, line), StringComparer.Ordinal);

    /// <summary>The chart as a workbook: what it is and where it comes from on the first sheet, the values on the second, the columns' meanings on the third.</summary>
    /// <param name="about">Name and text of what the first sheet says.</param>
    /// <param name="lines">The values.</param>
    public static byte[] Workbook(IEnumerable<(string Name, string Text)> about, IReadOnlyList<ShownLine> lines)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            new Dictionary<string, object>
            {
                ["About"] = about.Select(row => new Dictionary<string, object> { ["What"] = row.Name, ["Text"] = row.Text }).ToList(),
                ["Values"] = lines.Select(Cells).ToList(),
                ["Columns"] = Columns.Select(column => new Dictionary<string, object> { ["Column"] = column.Name, ["Meaning"] = column.Meaning }).ToList(),
            });
        return stream.ToArray();
    }

    private static object? CellOf(CsvColumn<ShownLine> column, ShownLine line) =>
        column.Cell(line) is not { } text ? null : Numeric.Contains(column.Name) ? double.Parse(text, CultureInfo.InvariantCulture) : text;
}
