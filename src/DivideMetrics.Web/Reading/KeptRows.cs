using System.Security.Cryptography;
using DivideMetrics.Sources;

namespace DivideMetrics.Web.Reading;

/// <summary>A row of kept bytes.</summary>
/// <param name="Whole">True when the bytes still have the checksum under which they were kept.</param>
/// <param name="Text">The line, cut to <see cref="KeptRows.LongestText"/>; null when the file has no lines (an archive, a workbook, JSON in one line).</param>
public sealed record KeptRow(bool Whole, string? Text);

/// <summary>Reads a row of the bytes from which a figure was read, and checks on the way that they are the same bytes.</summary>
public static class KeptRows
{
    /// <summary>Longer lines are cut.</summary>
    public const int LongestText = 600;

    private const long Greatest = 64L << 20;
    private static readonly string[] WithLines = ["text/csv", "text/plain", "text/tab-separated-values", "application/csv"];

    /// <summary>The row; null when the bytes are not on this node or too many to be read for one answer.</summary>
    public static async Task<KeptRow?> ReadAsync(RawFile file, int row, CancellationToken cancellationToken)
    {
        if (!File.Exists(file.Path) || file.Length > Greatest)
        {
            return null;
        }

        await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        var whole = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) == file.Sha256;
        return new(whole, WithLines.Contains(file.MediaType) ? await LineAsync(file.Path, row, cancellationToken) : null);
    }

    private static async Task<string?> LineAsync(string path, int row, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        string? line = null;
        for (var at = 0; at < row; at++)
        {
            line = await reader.ReadLineAsync(cancellationToken);
            if (line is null)
            {
                return null;
            }
        }

        return line is { Length: > LongestText } ? $"{line[..LongestText]}…" : line;
    }
}
