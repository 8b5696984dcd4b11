using System.Text;
using System.Text.Json;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Storage.Tests.Snapshots;

public sealed class SnapshotStoreTests : IDisposable
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"divide-metrics-snapshots-{Guid.NewGuid():n}");
    private readonly SnapshotStore _store;

    public SnapshotStoreTests() => _store = new(_folder);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Bytes_are_kept_under_their_checksum()
    {
        var file = await AddAsync("abc");
        Assert.Equal((Abc, 3L), (file.Sha256, file.Length));
        Assert.Equal("abc", await File.ReadAllTextAsync(file.Path, Ct));
    }

    [Fact]
    public async Task Same_bytes_are_kept_once()
    {
        await AddAsync("abc");
        await AddAsync("abc");
        Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Too_long_a_stream_is_refused_and_leaves_nothing()
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => AddAsync("abcd", maxBytes: 3));
        Assert.Contains("at most 3 bytes", failure.Message);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Sidecar_says_where_the_bytes_came_from()
    {
        var file = await AddAsync("abc");
        await _store.DescribeAsync(SnapshotOrigin.Of(file, Declared.Source("SRC"), DateTimeOffset.UnixEpoch), Ct);
        using var sidecar = JsonDocument.Parse(await File.ReadAllTextAsync($"{file.Path}.json", Ct));
        var root = sidecar.RootElement;
        Assert.Equal(
            ("SRC", "https://example.org/a.csv", "text/csv", "1970-01-01T00:00:00+00:00", "CC0-1.0", "Test."),
            (Text("source"), Text("uri"), Text("mediaType"), Text("retrievedAt"), root.GetProperty("licence").GetProperty("id").GetString(), Text("citation")));

        string? Text(string name) => root.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Known_bytes_keep_their_first_sidecar()
    {
        var file = await AddAsync("abc");
        await _store.DescribeAsync(SnapshotOrigin.Of(file, Declared.Source("FIRST"), DateTimeOffset.UnixEpoch), Ct);
        await _store.DescribeAsync(SnapshotOrigin.Of(file, Declared.Source("SECOND"), DateTimeOffset.UnixEpoch), Ct);
        Assert.Contains("FIRST", await File.ReadAllTextAsync($"{file.Path}.json", Ct));
    }

    [Fact]
    public void Only_old_halves_are_deleted()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, ".partial-old"), "");
        File.WriteAllText(Path.Combine(_folder, ".partial-new"), "");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, ".partial-old"), DateTime.UtcNow.AddDays(-2));
        Assert.Equal(1, _store.DeletePartials(DateTimeOffset.UtcNow.AddDays(-1)));
        Assert.Equal([".partial-new"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    private async Task<RawFile> AddAsync(string content, long maxBytes = 100)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await _store.AddAsync("a.csv", "https://example.org/a.csv", "text/csv", stream, maxBytes, Ct);
    }
}
