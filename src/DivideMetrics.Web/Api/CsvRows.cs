using System.Globalization;
using System.Text;
using CsvHelper;

namespace DivideMetrics.Web.Api;

/// <summary>Writes rows as CSV: RFC 4180, UTF-8 without a mark.</summary>
internal static class CsvRows
{
    /// <summary>Writes a header and the rows, read once; the stream stays open.</summary>
    public static async Task WriteAsync<TRow>(
        IReadOnlyList<CsvColumn<TRow>> columns, IEnumerable<TRow> rows, Stream target, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in columns)
        {
            csv.WriteField(column.Name);
        }

        await csv.NextRecordAsync();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in columns)
            {
                csv.WriteField(column.Cell(row));
            }

            await csv.NextRecordAsync();
        }
    }
}
