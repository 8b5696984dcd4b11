using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>
/// A CSV export: byte order mark, every value a quoted text, line breaks inside notes and sources, a missing value no row at all.
/// </summary>
internal sealed class ItuCsv(ItuTable table)
{
    public IEnumerable<ItuRow> Rows(Action<long>? damaged)
    {
        using var text = CsvReader.StrictText(table.Open());
        var csv = new CsvTable(text, table.Name, "seriesCode", "entityIso", "dataValue", "dataYear");
        while (csv.Read())
        {
            if (csv.IsWhole)
            {
                yield return RowOf(csv);
            }
            else
            {
                damaged?.Invoke(csv.Line);
            }
        }
    }

    private ItuRow RowOf(CsvTable csv) =>
        new(csv["seriesCode"], csv["seriesParent"], csv["dataValue"], csv["dataYear"], new Place(table.File.Name, csv.Line))
        {
            Iso = csv["entityIso"],
            Area = csv["entityName"],
            Note = csv["dataNote"],
            Source = csv["dataSource"],
        };
}
