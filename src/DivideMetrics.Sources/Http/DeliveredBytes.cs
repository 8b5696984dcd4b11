using System.IO.Compression;
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
    /// <param name="announced">The answer's length as its headers said it; null when they did not, or when the body was unpacked on the way.</param>
    /// <param name="mostUnzipped">Greatest size after decompression.</param>
    /// <exception cref="RetryableException">They cannot, and another attempt may help.</exception>
    /// <exception cref="SourceException">They cannot, and will not be.</exception>
    public static void Check(Download download, RawFile file, long? announced, long mostUnzipped)
    {
        if (announced is { } length && length != file.Length)
        {
            throw Broken(download, FormattableString.Invariant($"{length} bytes as the answer announces, {file.Length} came"));
        }

        if (file.Length == 0)
        {
            throw Broken(download, $"{download.Expected.Title}, the answer is empty");
        }

        using var stream = file.OpenRead();
        var start = new byte[HtmlPage.Bytes];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (HtmlPage.TitleOf(start) is { } title)
        {
            throw Page(download, title);
        }

        stream.Position = 0;
        CheckWhole(download, stream, start, mostUnzipped);
    }

    /// <summary>The failure that a web page came; it may be one about maintenance and go.</summary>
    public static RetryableException Page(Download download, string title) =>
        Broken(download, $"{download.Expected.Title}, found a web page that says '{title}'");

    private static void CheckWhole(Download download, Stream stream, ReadOnlySpan<byte> start, long mostUnzipped)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            CheckZip(download, stream);
        }
        else if (download.Expected.IsArchive)
        {
            throw new SourceException(
                $"{download.Address}: expected {download.Expected.Title}, found a body that begins '{Snippet.Of(start[..Math.Min(start.Length, 400)])}'. " +
                "Check the source's location.");
        }
        else if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            CheckGzip(download, stream, mostUnzipped);
        }
    }

    /// <summary>The directory stands at the end of an archive; opening an entry checks that its bytes lie inside the file.</summary>
    private static void CheckZip(Download download, Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                entry.Open().Dispose();
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            throw Broken(download, $"a whole zip archive, found one that is damaged or cut off ({failure.Message})", failure);
        }
    }

    /// <summary>Only the end of the compressed bytes tells that they are all there.</summary>
    private static void CheckGzip(Download download, Stream stream, long mostUnzipped)
    {
        try
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[1 << 16];
            long length = 0;
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                length += read;
                if (length > mostUnzipped)
                {
                    throw new SourceException(FormattableString.Invariant(
                        $"{download.Address}: expected at most {mostUnzipped} bytes after decompression, and more came. Check the source's location."));
                }
            }
        }
        catch (InvalidDataException failure)
        {
            throw Broken(download, $"a whole gzip file, found one that is damaged or cut off ({failure.Message})", failure);
        }
    }

    private static RetryableException Broken(Download download, string what, Exception? inner = null) =>
        new($"{download.Address}: expected {what}", null, inner);
}
