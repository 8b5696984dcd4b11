using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Storage.Tests.Faults.Doubles;

/// <summary>ITU DataHub: a JSON list for each series, values as texts.</summary>
internal sealed class ItuDouble : ProviderDouble
{
    public override string Adapter => "itu-datahub";

    public override Ending? EndingOf(string fault) => fault == "a series of texts" ? Ending.PublishedWith("text-valued") : null;

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["items"] = string.Join(';', Enumerable.Range(0, Edition.SeriesCount)),
    };

    public override Sent? Answer(Edition edition, HttpRequest request)
    {
        var rows = edition.Cells.Where(cell => request.Path == $"/{cell.Series}").Select(cell => new
        {
            code = CodeOf(cell.Series), isoCode = cell.Area.Iso3, shortName = cell.Area.Name, dataYear = cell.Year, dataNote = "",
            answer = new[] { new { value = cell.Text } },
        }).ToList();
        return rows.Count == 0 ? null : Text(JsonSerializer.Serialize(rows), "application/json");
    }
}

/// <summary>The UN's SDG API: pages of JSON for each series, areas by their M49 number.</summary>
internal sealed class SdgDouble : ProviderDouble
{
    public override string Adapter => "un-sdg";

    /// <summary>NaN and n/a are how the database writes a missing value.</summary>
    public override Ending? EndingOf(string fault) => fault is "NaN" or "text values" ? Ending.Published : null;

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var rows = edition.Cells.Where(cell => CodeOf(cell.Series) == request.Query["seriesCode"]).Select(cell => new
        {
            series = CodeOf(cell.Series),
            geoAreaCode = cell.Area.M49.ToString(CultureInfo.InvariantCulture),
            geoAreaName = cell.Area.Name,
            timePeriodStart = (double)cell.Year,
            value = cell.Text,
            attributes = new { Nature = "C" },
            dimensions = new { },
        }).ToList();
        var page = new { size = rows.Count, totalElements = rows.Count, totalPages = rows.Count == 0 ? 0 : 1, pageNumber = 1, data = rows };
        return Text(JsonSerializer.Serialize(page), "application/json");
    }
}

/// <summary>UNESCO UIS: one zip archive with a long table.</summary>
internal sealed class UisDouble : ProviderDouble
{
    public override string Adapter => "uis-bulk";

    public override bool SendsZip => true;

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string> { ["items"] = "SDG.zip" };

    public override Sent Answer(Edition edition, HttpRequest request) => Zip(
        "SDG_DATA_NATIONAL.csv",
        Csv(
        [
            ["INDICATOR_ID", "COUNTRY_ID", "YEAR", "VALUE", "MAGNITUDE", "QUALIFIER"],
            .. edition.Cells.Select(cell =>
                (string[])[CodeOf(cell.Series), cell.Area.Iso3, cell.YearText, cell.Text, "", ""]),
        ]).Body);
}

/// <summary>The UN E-Government Survey: a wide table of five indices, countries by name.</summary>
internal sealed class UnEgovDouble : ProviderDouble
{
    private static readonly string[] Indices = ["EGDI", "EPI", "OSI", "HCI", "TII"];

    public override string Adapter => "un-egov";

    public override int SeriesCount => Indices.Length;

    protected override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string> { ["items"] = "egov.csv" };

    public override string CodeOf(int series) => Indices[series];

    public override Sent Answer(Edition edition, HttpRequest request)
    {
        var series = Enumerable.Range(0, SeriesCount).ToList();
        return Csv(
        [
            ["Survey Year", "Country Name", "E-Government Index", "E-Participation Index", "Online Service Index", "Human Capital Index",
                "Telecommunication Infrastructure Index"],
            .. edition.Table(cell => (cell.Area.Name, cell.Year), cell => cell.Series).Select(row =>
                (string[])[$"{row.Row.Year}", row.Row.Name, .. series.Select(number => row.Texts.GetValueOrDefault(number, ""))]),
        ]);
    }
}
