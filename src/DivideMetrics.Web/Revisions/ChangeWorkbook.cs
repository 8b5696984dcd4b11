using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;

namespace DivideMetrics.Web.Revisions;

/// <summary>
/// Changes between two states of a source as a workbook: the counts on the first sheet, the changes on as many others as they need.
/// </summary>
internal static class ChangeWorkbook
{
    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Most rows of a sheet below its header.</summary>
    public const int MostRows = 1_048_575;

    /// <summary>Writes the workbook; the stream stays open.</summary>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="changes">The changes; read once for each sheet.</param>
    /// <param name="counts">How many of each kind; their sum is the number of changes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task WriteAsync(Stream target, IEnumerable<Change> changes, ChangeCounts counts, CancellationToken cancellationToken) =>
        WriteAsync(target, Sheets(changes, counts, MostRows), cancellationToken);

    /// <summary>The sheets by name, in order.</summary>
    internal static Dictionary<string, object> Sheets(IEnumerable<Change> changes, ChangeCounts counts, int mostRows)
    {
        var sheets = new Dictionary<string, object>
        {
            ["Counts"] = ChangeWords.Of(counts).Select(count => new CountRow(count.Key, count.Value)),
        };
        var needed = Math.Max(1, (counts.Changed + mostRows - 1) / mostRows);
        for (var sheet = 0; sheet < needed; sheet++)
        {
            var rows = changes.Skip(sheet * mostRows).Take(mostRows).Select(ChangeRow.Of);
            sheets[sheet == 0 ? "Changes" : FormattableString.Invariant($"Changes {sheet + 1}")] = rows;
        }

        return sheets;
    }

    /// <summary>Writes sheets.</summary>
    internal static async Task WriteAsync(Stream target, Dictionary<string, object> sheets, CancellationToken cancellationToken) =>
        await target.SaveAsAsync(sheets, cancellationToken: cancellationToken);
}

/// <summary>A count on the first sheet.</summary>
internal sealed record CountRow(
    [property: ExcelColumnName("KIND")] string Kind,
    [property: ExcelColumnName("POINTS")] long Points);

/// <summary>A change on a sheet; the columns are those of <see cref="ChangeCsv"/>.</summary>
internal sealed record ChangeRow(
    [property: ExcelColumnName("KIND")] string Kind,
    [property: ExcelColumnName("SERIES")] string Series,
    [property: ExcelColumnName("REF_AREA")] string Area,
    [property: ExcelColumnName("SEX")] string Sex,
    [property: ExcelColumnName("AGE")] string Age,
    [property: ExcelColumnName("URBANISATION")] string Urbanisation,
    [property: ExcelColumnName("BREAKDOWN")] string Breakdown,
    [property: ExcelColumnName("TIME_PERIOD")] int Year,
    [property: ExcelColumnName("OLD_VALUE")] double? OldValue,
    [property: ExcelColumnName("NEW_VALUE")] double? NewValue,
    [property: ExcelColumnName("DIFFERENCE")] double? Difference,
    [property: ExcelColumnName("OLD_STATUS")] string? OldStatus,
    [property: ExcelColumnName("NEW_STATUS")] string? NewStatus)
{
    /// <summary>The row of a change.</summary>
    public static ChangeRow Of(Change change) => new(
        ChangeWords.Of(change.Kind), change.Series.Code, change.Area, change.Series.Sex.Code(), change.Series.Age,
        change.Series.Urbanisation,
        change.Series.Breakdown, change.Year, change.Old?.Value, change.New?.Value, change.Difference, change.Old?.Status.ToString(),
        change.New?.Status.ToString());
}
