using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>The CSV export of the database. Dimensions are columns, in square brackets in newer exports.</summary>
internal static class SdgExport
{
    private static readonly string[] Required = ["SeriesCode", "GeoAreaCode", "TimePeriod", "Value"];

    public static IEnumerable<SdgRow> Rows(RawFile file)
    {
        using var text = CsvReader.StrictText(file.OpenRead());
        var csv = new CsvTable(text, file.Name, Required);
        var dimensions = csv.Header.Where(SdgDimensions.IsColumn).ToList();
        while (csv.Read())
        {
            yield return csv.IsWhole ? RowOf(csv, dimensions, file) : SdgDatapoints.Damaged(csv, file);
        }
    }

    private static SdgRow RowOf(CsvTable csv, List<string> dimensions, RawFile file) =>
        new(csv["SeriesCode"], csv["GeoAreaCode"], csv["TimePeriod"], csv["Value"], new Place(file.Name, csv.Line))
        {
            AreaName = csv["GeoAreaName"],
            Nature = csv["Nature"],
            Status = csv["Observation Status"],
            Units = csv["Units"],
            Dimensions = dimensions.ConvertAll(name => KeyValuePair.Create(name, csv[name])),
        };
}
