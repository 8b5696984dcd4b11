using System.Formats.Tar;
using System.IO.Compression;
using DivideMetrics.Sources;

namespace DivideMetrics.Benchmarks;

/// <summary>Unpacks an archive of files <c>./series/data.csv</c> into the raw store, as a bundle brings them.</summary>
internal sealed class ArchiveOrigin(string archive) : IByteOrigin
{
    private const long MostBytes = 1 << 28;

    /// <summary>The archive's members in order, each while it may be read.</summary>
    public static IEnumerable<(string Series, Stream Content)> Members(string archive)
    {
        using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content)
            {
                yield return (Path.GetFileName(Path.GetDirectoryName(entry.Name))!, content);
            }
        }
    }

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var files = new List<RawFile>();
        foreach (var (series, content) in Members(archive))
        {
            files.Add(await store.AddAsync(series, archive, "text/csv", content, MostBytes, cancellationToken));
        }

        return new(files, null);
    }
}
