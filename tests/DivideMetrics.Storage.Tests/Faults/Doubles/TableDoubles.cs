using System.Globalization;
using System.Text.Json;
using DivideMetrics.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults.Doubles;

/// <summary>The World Bank's tables as files: one long table that names its series in a column.</summary>
internal sealed class WorldBankFilesDouble : ProviderDouble
{
    public override string Adapter => "worldbank-files";

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string> { ["files"] = "data.csv" };

    public override Sent Answer(Edition edition, HttpRequest request) => Csv(
    [
        ["Country Name", "Country Code", "Indicator Code", "Year", "Value"],
        .. edition.Cells.OrderBy(cell => cell.Area.Iso3, StringComparer.Ordinal).Select(cell =>
            (string[])[cell.Area.Name, cell.Area.Iso3, CodeOf(cell.Series), cell.YearText, cell.Text]),
    ]);

    protected override string LocationOf(string address) => address + "/";
}

/// <summary>A workbook: a row for each country and year, a column for each series.</summary>
internal sealed class SheetDouble : ProviderDouble
{
    public override string Adapter => "sheet";

    public override bool SendsZip => true;

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["files"] = "data.xlsx",
        ["area"] = "area",
        ["period"] = "year",
        ["strict"] = "false",
        ["value-columns"] = string.Join(';', Enumerable.Range(0, SeriesCount).Select(series => $"s{series}={CodeOf(series)}")),
    };

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var series = Enumerable.Range(0, SeriesCount).ToList();
        var rows = edition.Table(cell => (cell.Area.Iso3, cell.Year), cell => cell.Series)
            .Select((row, index) => WorkbookSpecimen.Row(
                index + 2,
                [row.Row.Iso3, row.Row.Year, .. series.Select(number => CellOf(row.Texts.GetValueOrDefault(number)))]));
        var header = WorkbookSpecimen.Row(1, ["area", "year", .. series.Select(number => $"s{number}")]);
        return new(
            WorkbookSpecimen.Of(("Data", header + string.Concat(rows), "")),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    protected override string LocationOf(string address) => address + "/";

    private static object? CellOf(string? text) =>
        text is not null && new Cell(0, Edition.Areas[0], 0, text).Value is { } value ? value : text;
}

/// <summary>Our World in Data: for each chart a CSV file and its metadata.</summary>
internal sealed class OwidDouble : ProviderDouble
{
    public override string Adapter => "owid";

    public override Sent? Answer(Edition edition, HttpRequest request)
    {
        var path = request.Path.Value!;
        var cells = edition.Cells.Where(cell => path.StartsWith($"/{CodeOf(cell.Series)}.", StringComparison.Ordinal)).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var day = edition.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return path.EndsWith(".json", StringComparison.Ordinal)
            ? Text(JsonSerializer.Serialize(new { columns = new { share = new { lastUpdated = day } } }), "application/json")
            : Csv(
            [
                ["Entity", "Code", "Year", "share"],
                .. cells.Select(cell => (string[])[cell.Area.Name, cell.Area.Iso3, cell.YearText, cell.Text]),
            ]);
    }
}

/// <summary>European Digital Decade: the facts of one chart group.</summary>
internal sealed class DigitalDecadeDouble : ProviderDouble
{
    public override string Adapter => "digital-decade";

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string> { ["groups"] = "desi" };

    public override Sent Answer(Edition edition, HttpRequest request) => Csv(
    [
        ["period", "country", "indicator", "breakdown", "unit", "value", "flags"],
        .. edition.Cells.Select(cell =>
            (string[])[cell.YearText, cell.Area.Iso2, CodeOf(cell.Series), "total", "pc", cell.Text, ""]),
    ]);
}

/// <summary>DBnomics v22: for each series of ours one page of its series, one a country.</summary>
internal sealed class DbnomicsDouble : ProviderDouble
{
    public override string Adapter => "dbnomics";

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["dataset"] = "DM/DOUBLE", ["series-dimension"] = "indicator", ["area-dimension"] = "geo",
    };

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var asked = request.Query["dimensions"].ToString();
        var docs = edition.Cells.Where(cell => asked.Contains($"\"{CodeOf(cell.Series)}\"", StringComparison.Ordinal))
            .GroupBy(cell => (cell.Series, cell.Area))
            .Select(series => new Dictionary<string, object>
            {
                ["@frequency"] = "annual",
                ["series_code"] = $"A.{CodeOf(series.Key.Series)}.{series.Key.Area.Iso2}",
                ["dimensions"] = new { indicator = CodeOf(series.Key.Series), geo = series.Key.Area.Iso2 },
                ["indexed_at"] = edition.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z",
                ["period"] = series.Select(cell => cell.YearText),
                ["value"] = series.Select(Json),
            }).ToList();
        var series = new { docs, num_found = docs.Count, offset = 0, limit = 1000 };
        return Text(JsonSerializer.Serialize(new { series }), "application/json");
    }
}
