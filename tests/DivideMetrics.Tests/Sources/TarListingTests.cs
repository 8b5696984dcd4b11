using System.Text;
using CsCheck;
using DivideMetrics.Sources.Archives;

namespace DivideMetrics.Tests.Sources;

public sealed class TarListingTests : IDisposable
{
    private static readonly ArchiveLimits Limits = new(1 << 20, 100);
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Start_of_a_member_is_its_whole_to_who_reads_on() =>
        Gen.Int[0, 3 * TarItem.HeadLength].Array[1, 4].Sample(lengths =>
        {
            var texts = lengths.Select((length, index) => new string((char)('a' + index), length)).ToArray();
            var file = _bench.RawBytes($"{Guid.NewGuid():n}.tar.gz", ArchiveSpecimens.TarGzip(texts.Select((text, index) => ($"{index}.csv", text)).ToArray()));
            using var tar = TarMembers.Open(file, Limits, new());
            return tar.All.Select(member => Text(member.OpenStart())).SequenceEqual(texts);
        });

    [Fact]
    public void Start_is_read_without_unpacking()
    {
        using var stream = new HeadedStream("head"u8.ToArray(), () => throw new InvalidOperationException("opened"));
        var bytes = new byte[10];
        Assert.Equal(4, stream.Read(bytes));
        Assert.Equal("opened", Assert.Throws<InvalidOperationException>(() => stream.Read(bytes)).Message);
    }

    [Fact]
    public void Archive_is_listed_once_and_another_at_its_path_anew()
    {
        var (listings, read) = (new TarListings(), 0);
        IReadOnlyList<TarItem> Read()
        {
            read++;
            return [];
        }

        var file = _bench.RawBytes("x.tar", ArchiveSpecimens.Tar(("one.csv", "a")));
        listings.Of(file, Limits, Read);
        listings.Of(file, Limits, Read);
        Assert.Equal(1, read);
        listings.Of(file, Limits with { MostMembers = 1 }, Read);
        File.SetLastWriteTimeUtc(file.Path, DateTime.UtcNow.AddMinutes(-5));
        listings.Of(file, Limits, Read);
        listings.Of(file with { Sha256 = "other" }, Limits, Read);
        Assert.Equal(4, read);
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd();
    }
}
