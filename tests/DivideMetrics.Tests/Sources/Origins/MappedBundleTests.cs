using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources.Origins;

public sealed class MappedBundleTests : IDisposable
{
    private readonly BundleBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Releases_come_in_the_order_of_the_map_with_their_own_reading()
    {
        _bench.Write("2019/data.csv", "old");
        _bench.Write("2022/data.csv", "new");
        _bench.Write("bundle.yml",
            """
            sources:
              - source: TEST
                adapter: worldbank-files
                releases:
                  - { files: [2019/*.csv], released: "2019-10-02", edition: First }
                  - { files: [2022/*.csv], adapter: delimited, options: { area: code } }
            """);
        using var bundle = _bench.Open();

        var first = await _bench.FetchAsync(bundle, BundleBench.Source(), 0);
        var second = await _bench.FetchAsync(bundle, BundleBench.Source(), 1);

        Assert.Equal(("old", "data.csv", "bundle:2019/data.csv", "text/csv"),
            (BundleBench.TextOf(first.Files[0]), first.Files[0].Name, first.Files[0].Uri, first.Files[0].MediaType));
        Assert.Equal(
            (new DateOnly(2019, 10, 2), "worldbank-files", "First"), (first.Released, first.ReadAs!.Adapter, first.ReadAs.Edition));
        Assert.Equal(
            ("new", "delimited", "code"), (BundleBench.TextOf(second.Files[0]), second.ReadAs!.Adapter, second.ReadAs.Options["area"]));
    }

    [Fact]
    public async Task Options_of_the_source_hold_for_its_own_adapter_and_mean_nothing_to_another()
    {
        var source = BundleBench.Source() with { Options = new Dictionary<string, string> { ["area"] = "code" } };
        _bench.Write("a.csv", "a");

        Assert.Equal("code", (await OfAsync("files: [a.csv]", source)).ReadAs!.Options["area"]);
        Assert.Empty((await OfAsync("files: [a.csv], adapter: worldbank-files", source)).ReadAs!.Options);
    }

    [Fact]
    public async Task Files_come_in_the_order_of_their_patterns_and_each_once()
    {
        foreach (var name in new[] { "b/2.csv", "b/1.csv", "a.csv", "other.txt", "b/deep/3.csv" })
        {
            _bench.Write(name, name);
        }

        var fetched = await OfAsync("files: [\"b/**/*.csv\", \"*.csv\", b/1.csv]", BundleBench.Source());

        Assert.Equal(["1.csv", "2.csv", "3.csv", "a.csv"], fetched.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Names_that_two_folders_share_keep_their_folders()
    {
        _bench.Write("a/data.csv", "a");
        _bench.Write("b/data.csv", "b");

        var fetched = await OfAsync("files: [\"*/data.csv\"]", BundleBench.Source());

        Assert.Equal(["a/data.csv", "b/data.csv"], fetched.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Pattern_that_matches_nothing_fails()
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => OfAsync("files: [\"*.csv\"]", BundleBench.Source()));

        Assert.Contains("Source TEST: expected files '*.csv' in the bundle", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_that_is_named_counts_for_a_zip_too()
    {
        var map = _bench.Write("map.yml", "sources: [{ source: TEST, files: [in/a.csv] }]");
        using var bundle = _bench.Open(_bench.Zip(("in/a.csv", "zipped")), map);

        Assert.Equal("zipped", BundleBench.TextOf((await _bench.FetchAsync(bundle, BundleBench.Source())).Files[0]));
    }

    [Fact]
    public void Folder_that_nothing_describes_is_no_bundle()
    {
        _bench.Write("some.csv", "a");

        var failure = Assert.Throws<SourceException>(() => _bench.Open());

        Assert.Contains("--map FILE", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_no_bundle() =>
        Assert.Contains("found nothing there", OpeningFailure("none"), StringComparison.Ordinal);

    private string OpeningFailure(string name) =>
        Assert.Throws<SourceException>(() => _bench.Open(Path.Combine(_bench.Folder, name))).Message;

    [Theory]
    [InlineData("sources: []", "(1): 'sources' must not be empty")]
    [InlineData(
        "sources:\n  - source: test\n    files: [a]", "(2): 'sources[0].source' must match ^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$; found 'test'")]
    [InlineData("sources:\n  - source: TEST", "(2): source 'TEST' needs either 'files' or 'releases'")]
    [InlineData(
        "sources:\n  - source: TEST\n    files: [a]\n    releases: [{ files: [b] }]",
        "(2): source 'TEST' needs either 'files' or 'releases'")]
    [InlineData(
        "sources:\n  - source: TEST\n    files: [a]\n    released: \"2026-02-30\"", "(4): expected a day (yyyy-MM-dd), found '2026-02-30'")]
    [InlineData(
        "sources:\n  - source: TEST\n    releases:\n      - files: [a]\n        released: \"2026-13-01\"",
        "(5): expected a day (yyyy-MM-dd), found '2026-13-01'")]
    [InlineData(
        "sources:\n  - { source: TEST, files: [a] }\n  - { source: TEST, files: [b] }",
        "(3): source 'TEST' stands twice; list its releases under one entry")]
    [InlineData(
        "sources:\n  - source: TEST\n    file: [a]",
        "(3): 'file' is not known here; expected one of source, files, adapter, options, released, edition, releases")]
    public void Map_that_is_wrong_is_refused_with_file_and_line(string text, string expected)
    {
        var map = _bench.Write("bundle.yml", text);

        var failure = Assert.Throws<SeedException>(() => _bench.Open());

        Assert.Contains(map + expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_of_the_seeds_is_taken_for_the_folder_that_it_recognises()
    {
        using var bundle = _bench.Open(Path.GetDirectoryName(Workbench.Shared("README.md")));

        Assert.Equal(
            BundleBench.Maps.Known.Single(map => map.File == "seeds/bundles/provider-data.yml")
                .Entries.Select(entry => entry.Source), bundle.Sources);
    }

    [Fact]
    public async Task Every_file_that_the_map_of_the_provider_data_names_is_there()
    {
        using var bundle = _bench.Open(Path.GetDirectoryName(Workbench.Shared("README.md")));

        foreach (var source in bundle.Sources)
        {
            for (var release = 0; release < bundle.ReleasesOf(source).Count; release++)
            {
                Assert.NotEmpty((await _bench.FetchAsync(bundle, BundleBench.Source(source), release)).Files);
            }
        }
    }

    private async Task<FetchResult> OfAsync(string entry, SourceDefinition source)
    {
        _bench.Write("bundle.yml", $"sources: [{{ source: TEST, {entry} }}]");
        using var bundle = _bench.Open();
        return await _bench.FetchAsync(bundle, source);
    }
}
