using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DivideMetrics.Revisions;

namespace DivideMetrics.Web.Revisions;

/// <summary>Changes as CSV (RFC 4180, UTF-8), one row a point.</summary>
internal static class ChangeCsv
{
    private static readonly CsvConfiguration Safe = new(CultureInfo.InvariantCulture)
    {
        // A provider's text that begins like a formula must not become one where the file is opened; negative numbers stay numbers.
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '@', '+', '\t', '\r'],
    };

    /// <summary>Writes the changes; the counts have no place in a flat table.</summary>
    public static async Task WriteAsync(Stream stream, IEnumerable<Change> changes, ChangeCounts counts, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true);
        await using var csv = new CsvWriter(text, Safe, leaveOpen: true);
        foreach (var (name, _) in ChangeColumns.All)
        {
            csv.WriteField(name);
        }

        await csv.NextRecordAsync();
        foreach (var change in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (_, cell) in ChangeColumns.All)
            {
                csv.WriteField(ChangeColumns.Text(cell(change)));
            }

            await csv.NextRecordAsync();
        }
    }
}
