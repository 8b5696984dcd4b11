using System.Collections.Concurrent;
using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Benchmarks;

/// <summary>
/// The archive is what is stored; its members are read by the adapter for delimited files. One thread unpacks the members while another
/// reads them, a few members ahead.
/// </summary>
internal sealed class ArchiveSource(ISource delimited) : ISource
{
    public const string Key = "indicator-archive";

    private const long MostBytes = 1 << 28;
    private const int Ahead = 4;

    /// <summary>The archive that is fetched next.</summary>
    public string Archive { get; set; } = "";

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Archive);
        return new([await store.AddAsync("indicators.tar.gz", Archive, "application/gzip", stream, MostBytes, cancellationToken)], null);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var archive = request.Files[0];
        using var unpacked = new BlockingCollection<byte[]>(Ahead);
        var unpacking = Task.Run(() => Unpack(archive, unpacked));
        var files = request.Source.Series.Select(series => archive with { Name = series.Code, Content = () => new MemoryStream(unpacked.Take()) });
        foreach (var row in delimited.Parse(request with { Files = files.ToList() }))
        {
            yield return row with { Place = row.Place with { File = 0 } };
        }

        unpacking.GetAwaiter().GetResult();
    }

    /// <summary>The series are declared in the order of the members.</summary>
    private static void Unpack(RawFile archive, BlockingCollection<byte[]> unpacked)
    {
        try
        {
            using var stream = archive.OpenRead();
            foreach (var (_, content) in IndicatorArchive.Members(stream))
            {
                var bytes = new byte[content.Length];
                content.ReadExactly(bytes);
                unpacked.Add(bytes);
            }
        }
        finally
        {
            unpacked.CompleteAdding();
        }
    }
}
