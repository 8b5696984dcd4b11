using System.Formats.Tar;
using System.IO.Compression;

namespace DivideMetrics.Benchmarks;

/// <summary>An archive of files <c>./series/data.csv</c>.</summary>
internal static class IndicatorArchive
{
    /// <summary>The members in order, each while it may be read.</summary>
    public static IEnumerable<(string Series, Stream Content)> Members(Stream archive)
    {
        using var packed = new GZipStream(archive, CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content)
            {
                yield return (Path.GetFileName(Path.GetDirectoryName(entry.Name))!, content);
            }
        }
    }

    /// <summary>The names of the members.</summary>
    public static IReadOnlyList<string> Series(string archive)
    {
        using var stream = File.OpenRead(archive);
        return Members(stream).Select(member => member.Series).ToList();
    }
}
