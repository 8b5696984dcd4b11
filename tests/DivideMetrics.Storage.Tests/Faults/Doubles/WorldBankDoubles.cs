using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults.Doubles;

/// <summary>The World Bank's API v2: one page of JSON, with a header that counts the rows.</summary>
internal sealed class WorldBankApiDouble : ProviderDouble
{
    public override string Adapter => "worldbank-api";

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var rows = edition.Cells.Select(cell => new
        {
            indicator = new { id = CodeOf(cell.Series), value = "Title" },
            country = new { id = cell.Area.Iso2, value = cell.Area.Name },
            countryiso3code = cell.Area.Iso3,
            date = cell.YearText,
            value = Json(cell),
            unit = "",
            obs_status = "",
        }).ToList();
        var header = new
        {
            page = 1, pages = 1, per_page = 20000, total = rows.Count, sourceid = "2",
            lastupdated = edition.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return Text(JsonSerializer.Serialize(new object[] { header, rows }), "application/json");
    }
}

/// <summary>The World Bank's bulk download: for each series a zip archive with a wide table.</summary>
internal sealed class WorldBankBulkDouble : ProviderDouble
{
    public override string Adapter => "worldbank-bulk";

    public override bool SendsZip => true;

    public override Sent? Answer(Edition edition, HttpRequest request)
    {
        var code = Path.GetFileName(request.Path.Value!);
        var years = Enumerable.Range(Edition.FirstYear, Edition.Years).ToList();
        var rows = edition.Only(cell => CodeOf(cell.Series) == code).Table(cell => cell.Area, cell => cell.Year).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        IEnumerable<IEnumerable<string>> records =
        [
            ["Data Source", "World Development Indicators", ""],
            [""],
            ["Last Updated Date", edition.Released.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ""],
            [""],
            ["Country Name", "Country Code", "Indicator Name", "Indicator Code", .. years.Select(year => $"{year}"), ""],
            .. rows.Select(row =>
                (string[])[row.Row.Name, row.Row.Iso3, "Title", code, .. years.Select(year => row.Texts.GetValueOrDefault(year, "")), ""]),
        ];
        return Zip($"API_{code}_DS2_en_csv_v2_1.csv", Csv(records).Body);
    }
}

/// <summary>A plain CSV file behind a web address: a row for each country and year, a column for each series.</summary>
internal sealed class DelimitedDouble : ProviderDouble
{
    public override string Adapter => "delimited";

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["files"] = "data.csv",
        ["area"] = "area",
        ["period"] = "year",
        ["strict"] = "false",
        ["value-columns"] = string.Join(';', Enumerable.Range(0, Edition.SeriesCount).Select(series => $"s{series}={CodeOf(series)}")),
    };

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var series = Enumerable.Range(0, Edition.SeriesCount).ToList();
        return Csv(
        [
            ["area", "year", .. series.Select(number => $"s{number}")],
            .. edition.Table(cell => (cell.Area.Iso3, cell.Year), cell => cell.Series).Select(row =>
                (string[])[row.Row.Iso3, $"{row.Row.Year}", .. series.Select(number => row.Texts.GetValueOrDefault(number, ""))]),
        ]);
    }

    protected override string LocationOf(string address) => address + "/";
}
