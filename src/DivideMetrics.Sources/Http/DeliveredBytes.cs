using DivideMetrics.Sources.Archives;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Http;

/// <summary>
/// Checks what a download brought before anybody reads it: that it is not empty, not shorter than announced, no web page, and that a
/// compressed file is whole. A failure here is a failed attempt, so the file is asked for once more.
/// </summary>
internal static class DeliveredBytes
{
    /// <summary>Passes when the bytes can be what was asked for.</summary>
    /// <param name="download">What was asked for.</param>
    /// <param name="file">What came.</param>
    /// <param name="announced">The answer's length as its headers said it; null when they did not, or the body was unpacked.</param>
    /// <param name="limits">How far a compressed file may unfold.</param>
    /// <exception cref="RetryableException">They cannot, and another attempt may help.</exception>
    /// <exception cref="SourceException">They cannot, and will not be.</exception>
    public static void Check(Download download, RawFile file, long? announced, ArchiveLimits limits)
    {
        if (announced is { } length && length != file.Length)
        {
            throw Broken(download, FormattableString.Invariant($"{length} bytes as the answer announces, {file.Length} came"));
        }

        if (file.Length == 0)
        {
            throw Broken(download, $"{download.Expected.Title}, the answer is empty");
        }

        var start = StartOf(file);
        if (HtmlPage.TitleOf(start) is { } title)
        {
            throw Page(download, title);
        }

        CheckWhole(download, file, start, limits);
    }

    /// <summary>The failure that a web page came; it may be one about maintenance and go.</summary>
    public static RetryableException Page(Download download, string title) =>
        Broken(download, $"{download.Expected.Title}, found a web page that says '{title}'");

    private static byte[] StartOf(RawFile file)
    {
        using var stream = file.OpenRead();
        var start = new byte[HtmlPage.Bytes];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    private static void CheckWhole(Download download, RawFile file, ReadOnlySpan<byte> start, ArchiveLimits limits)
    {
        try
        {
            if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
            {
                OpenEntries(file);
            }
            else if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            {
                using var plain = GzipMember.OpenPlain(file, limits);
                plain.CopyTo(Stream.Null);
            }
            else if (download.Expected.IsArchive)
            {
                throw new SourceException(
                    $"{download.Address}: expected {download.Expected.Title}, found a body that begins " +
                    $"'{Snippet.Of(start[..Math.Min(start.Length, 400)])}'. Check the source's location.");
            }
        }
        catch (SourceException damage) when (damage.Transient)
        {
            throw new RetryableException(damage.Message.TrimEnd('.'), null, damage);
        }
    }

    /// <summary>The directory stands at the end of an archive; opening an entry checks that its bytes lie inside the file.</summary>
    private static void OpenEntries(RawFile file)
    {
        using var zip = ZipMembers.Directory(file);
        try
        {
            foreach (var entry in zip.Entries.Where(entry => !entry.IsEncrypted))
            {
                entry.Open().Dispose();
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            throw ArchiveLimits.Damaged(file, "zip archive", failure.Message, failure);
        }
    }

    private static RetryableException Broken(Download download, string what) => new($"{download.Address}: expected {what}", null);
}
