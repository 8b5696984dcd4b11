using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources.Origins;

public sealed class BundleArchiveTests : IDisposable
{
    private readonly BundleBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("../out.csv")]
    [InlineData("TEST/../../out.csv")]
    [InlineData("/etc/out.csv")]
    [InlineData("C:/out.csv")]
    [InlineData("TEST\\out.csv")]
    [InlineData("TEST//out.csv")]
    public void Path_that_leads_out_of_the_archive_is_refused(string name)
    {
        var failure = Assert.Throws<SourceException>(() => _bench.Open(_bench.Zip(("TEST/manifest.json", "{}"), (name, "a"))));

        Assert.Contains($"found '{name}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_that_stands_twice_is_refused() =>
        Refused("each file once", () => _bench.Open(_bench.Zip(("a.csv", "a"), ("a.csv", "b"))));

    [Fact]
    public void Archive_that_unfolds_to_more_than_the_limit_is_refused() =>
        Refused("beyond measure", () => _bench.Open(_bench.Zip(("a.csv", "12345")), mostUnzipped: 4));

    [Fact]
    public void File_that_grows_a_thousand_times_is_refused() =>
        Refused("grows more than", () => _bench.Open(_bench.Zip(("a.csv", new string('0', 20 << 20)))));

    [Fact]
    public void Archive_that_is_cut_off_is_refused()
    {
        var path = _bench.Zip(("TEST/manifest.json", "{}"), ("TEST/a.csv", "12345"));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^10]);

        Assert.Contains("damaged or cut off", Assert.Throws<SourceException>(() => _bench.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_damaged_inside_a_whole_directory_is_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(number => FormattableString.Invariant($"{number * 7919 % 10007},")));
        var path = _bench.Zip(("bundle.yml", "sources: [{ source: TEST, files: [a.csv] }]"), ("a.csv", text));
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, 200).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
        using var bundle = _bench.Open(path);

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(bundle, BundleBench.Source()));

        Assert.Contains("a.csv is damaged or cut off", failure.Message, StringComparison.Ordinal);
    }

    private static void Refused(string reason, Func<object> open) =>
        Assert.Contains(reason, Assert.Throws<SourceException>(open).Message, StringComparison.Ordinal);
}
