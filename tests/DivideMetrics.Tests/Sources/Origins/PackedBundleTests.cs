using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;

namespace DivideMetrics.Tests.Sources.Origins;

public sealed class PackedBundleTests : IDisposable
{
    private static readonly DateTimeOffset Retrieved = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly BundleBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("out")]
    [InlineData("out.zip")]
    public async Task What_was_fetched_comes_out_of_a_bundle_as_it_went_in(string name)
    {
        var fetched = await _bench.FetchedAsync(("page-001.json", "[1]"), ("sub/page-002.json", "[2]"));
        var path = await WriteAsync(name, fetched);

        using var bundle = _bench.Open(path);
        var brought = await _bench.FetchAsync(bundle, BundleBench.Source());

        Assert.Equal(["TEST"], bundle.Sources);
        Assert.Equal(fetched.Files.Select(file => file with { Path = "" }), brought.Files.Select(file => file with { Path = "" }));
        Assert.Equal(["[1]", "[2]"], brought.Files.Select(BundleBench.TextOf));
        Assert.Equal((fetched.Released, Retrieved, null), (brought.Released, brought.RetrievedAt, brought.ReadAs));
    }

    [Theory]
    [InlineData("[1 ]", "expected 3 bytes, found 4")]
    [InlineData("[2]", "SHA-256")]
    [InlineData(null, "found nothing")]
    public async Task File_that_is_not_the_one_of_the_manifest_is_refused(string? content, string reason)
    {
        var path = await WriteAsync("out", await _bench.FetchedAsync(("page-001.json", "[1]")));
        var file = Path.Combine(path, "TEST", "page-001.json");
        File.Delete(file);
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        using var bundle = _bench.Open(path);
        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(bundle, BundleBench.Source()));

        Assert.Contains("TEST/page-001.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_the_bundle_lacks_fails_and_says_what_it_has()
    {
        using var bundle = _bench.Open(await WriteAsync("out", await _bench.FetchedAsync(("a.csv", "a"))));

        var failure = Assert.Throws<SourceException>(() => bundle.ReleasesOf("OTHER"));

        Assert.Contains("Source OTHER: expected it in the bundle", failure.Message, StringComparison.Ordinal);
        Assert.Contains("found only TEST", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_another_adapter_are_not_read_with_this_one()
    {
        using var bundle = _bench.Open(await WriteAsync("out", await _bench.FetchedAsync(("a.csv", "a"))));

        var failure = await Assert.ThrowsAsync<SourceException>(
            () => _bench.FetchAsync(bundle, BundleBench.Source() with { Adapter = "worldbank-api" }));

        Assert.Contains("'worldbank-api'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'delimited'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "manifest.json(1)")]
    [InlineData("{\n\"source\": 5\n}", "manifest.json(2)")]
    [InlineData("{}", "retrieved_at")]
    [InlineData(
        """{"source":"OTHER","adapter":"a","retrieved_at":"2026-01-01T00:00:00Z","released":null,"files":[]}""", "of the source 'OTHER'")]
    [InlineData("""{"source":"TEST","adapter":"a","retrieved_at":"2026-01-01T00:00:00Z","released":null,"files":[]}""", "lists no files")]
    [InlineData(
        """{"source":"TEST","adapter":"a","retrieved_at":"2026-01-01T00:00:00Z","released":null,"files":[{"name":"../x","uri":"","media_type":"","sha256":"","length":1}]}""",
        "'../x', which is no name of a file below its folder")]
    public async Task Manifest_that_is_none_is_refused_with_its_place(string text, string reason)
    {
        _bench.Write("TEST/manifest.json", text);
        using var bundle = _bench.Open();

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(bundle, BundleBench.Source()));

        Assert.Contains("TEST/manifest.json(", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../page.json")]
    [InlineData("/page.json")]
    [InlineData("manifest.json")]
    public async Task Name_that_cannot_stand_in_a_bundle_is_refused_at_the_writing(string name)
    {
        var kept = (await _bench.FetchedAsync(("a.csv", "a"))).Files[0];

        await Assert.ThrowsAsync<SourceException>(() => WriteAsync("out", new([kept with { Name = name }], null)));
    }

    [Fact]
    public async Task Place_that_is_taken_is_not_written_over()
    {
        var fetched = await _bench.FetchedAsync(("a.csv", "a"));
        await WriteAsync("out", fetched);

        await Assert.ThrowsAsync<SourceException>(() => WriteAsync("out", fetched));
    }

    private async Task<string> WriteAsync(string name, FetchResult fetched)
    {
        var path = Path.Combine(_bench.Folder, name);
        using var writer = BundleWriter.Create(path);
        await writer.AddAsync(BundleBench.Source(), fetched, Retrieved, TestContext.Current.CancellationToken);
        return path;
    }
}
