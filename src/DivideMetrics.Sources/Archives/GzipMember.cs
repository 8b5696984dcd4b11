using System.Buffers.Binary;
using System.IO.Compression;

namespace DivideMetrics.Sources.Archives;

/// <summary>
/// The one file in a gzip file. Its last eight bytes are checksum and length of what was packed: the library does not miss them when they,
/// or half the file, are cut off, so they are checked here. Several gzip files behind one another are refused by the same check.
/// </summary>
internal static class GzipMember
{
    private const string Kind = "gzip file of one member";
    private const int Trailer = 8;

    /// <summary>The file, named like the packed one without its extension.</summary>
    public static ArchiveMember Of(RawFile file, ArchiveLimits limits)
    {
        var name = Path.GetFileName(file.Name);
        var plain = Path.GetExtension(name).ToUpperInvariant() is ".GZ" or ".GZIP" ? Path.GetFileNameWithoutExtension(name) : name;
        return new(ArchiveMember.NameOf(plain), 0, () => OpenPlain(file, limits));
    }

    /// <summary>The unpacked bytes, held against the file's own checksum when they end.</summary>
    /// <exception cref="SourceException">The file is too short to be one.</exception>
    public static Stream OpenPlain(RawFile file, ArchiveLimits limits)
    {
        var (crc, length) = TrailerOf(file);
        var gzip = new GZipStream(file.OpenRead(), CompressionMode.Decompress);
        return limits.Checked(file, Kind, gzip, new BytePromise(limits.Most(file.Length), length, crc));
    }

    private static (uint Crc, uint Length) TrailerOf(RawFile file)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[Trailer];
        if (file.Length < Trailer || !stream.CanSeek)
        {
            throw ArchiveLimits.Damaged(file, Kind, "It is shorter than its own end.");
        }

        stream.Seek(-Trailer, SeekOrigin.End);
        stream.ReadExactly(bytes);
        return (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
    }
}
