using DivideMetrics.Revisions;
using MiniExcelLibs;

namespace DivideMetrics.Web.Revisions;

/// <summary>Changes as a workbook: a sheet of counts, then the changes, on several sheets where one cannot hold them.</summary>
internal static class ChangeWorkbook
{
    /// <summary>Rows of a sheet, the header left out.</summary>
    private const int MostRows = 1_048_575;

    /// <summary>Writes the workbook.</summary>
    public static async Task WriteAsync(Stream stream, IEnumerable<Change> changes, ChangeCounts counts, CancellationToken cancellationToken)
    {
        var sheets = new Dictionary<string, object>
        {
            ["Counts"] = ChangeColumns.CountsOf(counts).Select(count => new Dictionary<string, object?> { ["KIND"] = count.Kind, ["POINTS"] = count.Points }).ToList(),
        };
        var number = 1;
        foreach (var part in changes.Chunk(MostRows))
        {
            sheets[number == 1 ? "Changes" : $"Changes {number}"] = part.Select(RowOf);
            number++;
        }

        // A workbook is a zip archive, whose directory comes last: it is made in memory where the stream cannot be sought.
        using var made = new MemoryStream();
        await made.SaveAsAsync(sheets, cancellationToken: cancellationToken);
        made.Position = 0;
        await made.CopyToAsync(stream, cancellationToken);
    }

    private static Dictionary<string, object?> RowOf(Change change) => ChangeColumns.All.ToDictionary(column => column.Name, column => column.Cell(change));
}
