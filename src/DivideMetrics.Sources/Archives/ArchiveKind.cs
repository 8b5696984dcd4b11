using System.IO.Compression;

namespace DivideMetrics.Sources.Archives;

/// <summary>How a file packs others.</summary>
internal enum ArchiveKind
{
    /// <summary>It packs none; also a workbook, which is a zip that one adapter reads whole.</summary>
    None,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>One file, compressed by gzip.</summary>
    Gzip,

    /// <summary>A tar archive.</summary>
    Tar,

    /// <summary>A tar archive, compressed by gzip.</summary>
    TarGzip,
}

/// <summary>Tells the kind of a file by its bytes: names and media types of providers are often wrong.</summary>
internal static class ArchiveKinds
{
    private const int TarMark = 257;
    private const int Start = 512;

    /// <summary>The kind of a file.</summary>
    /// <exception cref="SourceException">It begins as a zip archive and has no readable directory.</exception>
    public static ArchiveKind Of(RawFile file)
    {
        using var stream = file.OpenRead();
        var start = StartOf(stream);
        if (start.AsSpan().StartsWith("PK\u0003\u0004"u8) || start.AsSpan().StartsWith("PK\u0005\u0006"u8))
        {
            return IsWorkbook(file) ? ArchiveKind.None : ArchiveKind.Zip;
        }

        return start.AsSpan().StartsWith<byte>([0x1F, 0x8B, 0x08]) ? InsideGzip(file)
            : IsTar(start) ? ArchiveKind.Tar : ArchiveKind.None;
    }

    private static ArchiveKind InsideGzip(RawFile file)
    {
        try
        {
            using var gzip = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
            return IsTar(StartOf(gzip)) ? ArchiveKind.TarGzip : ArchiveKind.Gzip;
        }
        catch (InvalidDataException failure)
        {
            throw ArchiveLimits.Damaged(file, "gzip file", failure.Message, failure);
        }
    }

    private static bool IsTar(byte[] start) => start.Length > TarMark && start.AsSpan(TarMark).StartsWith("ustar"u8);

    private static bool IsWorkbook(RawFile file)
    {
        using var zip = ZipMembers.Directory(file);
        return zip.GetEntry("[Content_Types].xml") is not null;
    }

    private static byte[] StartOf(Stream stream)
    {
        var bytes = new byte[Start];
        return bytes[..stream.ReadAtLeast(bytes, Start, throwOnEndOfStream: false)];
    }
}
