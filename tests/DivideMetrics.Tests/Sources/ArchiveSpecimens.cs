using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace DivideMetrics.Tests.Sources;

/// <summary>Archives made of text.</summary>
internal static class ArchiveSpecimens
{
    internal static byte[] Gzip(byte[] plain)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return bytes.ToArray();
    }

    internal static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    internal static byte[] Tar(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return bytes.ToArray();
    }

    internal static byte[] TarGzip(params (string Name, string Text)[] entries) => Gzip(Tar(entries));
}
