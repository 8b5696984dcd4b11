using DivideMetrics.Observations;
using DivideMetrics.Sources;

namespace DivideMetrics.Benchmarks;

/// <summary>
/// The archive is what is stored; its members are read by the adapter for delimited files. One thread unpacks the members while another
/// reads them.
/// </summary>
internal sealed class ArchiveSource(ISource delimited) : ISource
{
    public const string Key = "indicator-archive";

    private const long MostBytes = 1 << 28;

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
        var members = request.Source.Series.ToDictionary(series => series.Code, _ => new TaskCompletionSource<byte[]>());
        var unpacking = Task.Run(() => Unpack(archive, members));
        var files = members.Select(member => archive with
        {
            Name = member.Key,
            Content = () => new MemoryStream(member.Value.Task.GetAwaiter().GetResult()),
        });
        foreach (var row in delimited.Parse(request with { Files = files.ToList() }))
        {
            yield return row with { Place = row.Place with { File = 0 } };
        }

        unpacking.GetAwaiter().GetResult();
    }

    private static void Unpack(RawFile archive, Dictionary<string, TaskCompletionSource<byte[]>> members)
    {
        try
        {
            using var stream = archive.OpenRead();
            foreach (var (series, content) in IndicatorArchive.Members(stream))
            {
                var bytes = new byte[content.Length];
                content.ReadExactly(bytes);
                members[series].SetResult(bytes);
            }
        }
        catch (Exception failure)
        {
            foreach (var member in members.Values)
            {
                member.TrySetException(failure);
            }
        }
    }
}
