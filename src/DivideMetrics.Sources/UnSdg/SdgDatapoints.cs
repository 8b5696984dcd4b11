using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>
/// A DDF table of values: everything in lower case, one column a dimension, and a last column that bears the series code. The tables of
/// entities beside it say how the database itself writes a code (<c>15_24</c> is <c>15-24</c>).
/// </summary>
internal static class SdgDatapoints
{
    private static readonly string[] NoDimensions = ["geo_area", "year", "nature", "units", "observation_status"];

    public static IEnumerable<SdgRow> Rows(RawFile file, SdgEntities names)
    {
        using var text = CsvReader.StrictText(file.OpenRead());
        var csv = new CsvTable(text, file.Name, "geo_area", "year");
        var measure = csv.Header[^1];
        var dimensions = csv.Header.SkipLast(1).Where(column => !NoDimensions.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        if (NoDimensions.Contains(measure, StringComparer.OrdinalIgnoreCase))
        {
            throw new SourceException(
                file.Name, 1, $"Expected the series' code as the last column, found '{measure}'. The file is no table of values.");
        }

        while (csv.Read())
        {
            yield return csv.IsWhole ? RowOf() : Damaged(csv, file);
        }

        SdgRow RowOf() => new(measure, csv["geo_area"], csv["year"], csv[measure], new Place(file.Name, csv.Line))
        {
            AreaName = names.Name("geo_area", csv["geo_area"]),
            Nature = names.Name("nature", csv["nature"]),
            Status = names.Name("observation_status", csv["observation_status"]),
            Units = names.Name("units", csv["units"]),
            Dimensions = dimensions.ConvertAll(name => KeyValuePair.Create(name, names.Name(name, csv[name]))),
        };
    }

    /// <summary>A row with too few or too many fields: known by its place alone.</summary>
    public static SdgRow Damaged(CsvTable csv, RawFile file) => new("", "", "", "", new Place(file.Name, csv.Line));
}
