using System.Text;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Tests.Sources.Origins;

public sealed class OriginChoiceTests : IDisposable
{
    private readonly BundleBench _bench = new();
    private readonly Workbench _workbench = new();

    public void Dispose()
    {
        _bench.Dispose();
        _workbench.Dispose();
    }

    [Fact]
    public async Task Newest_release_of_a_bundle_stands_for_the_network()
    {
        _bench.Write("old.csv", "old");
        _bench.Write("new.csv", "new");
        _bench.Write("bundle.yml", "sources: [{ source: TEST, releases: [{ files: [old.csv] }, { files: [new.csv] }] }]");

        Assert.Equal("new", BundleBench.TextOf((await _bench.FetchAsync(Origin(), BundleBench.Source())).Files[0]));
    }

    [Fact]
    public async Task Delivered_files_are_not_looked_for_in_the_bundle()
    {
        _workbench.Write("delivered.csv", "code,year,value\nIND,2020,1\n");
        var source = BundleBench.Source() with
        {
            Starter = true,
            Options = new Dictionary<string, string>
            {
                ["files"] = "delivered.csv=S", ["area"] = "code", ["period"] = "year", ["value"] = "value",
            },
        };

        Assert.Equal("data/delivered.csv", (await _bench.FetchAsync(Origin(), source)).Files[0].Uri);
    }

    [Fact]
    public async Task Map_that_is_wrong_is_a_failure_of_the_source()
    {
        _bench.Write("bundle.yml", "sources: none");

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(Origin(), BundleBench.Source()));

        Assert.Contains("bundle.yml(1): 'sources' must be a list", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_keeps_names_and_order()
    {
        var upload = new UploadOrigin([Uploaded("b.csv", "1"), Uploaded("a.xlsx", "2")], 10);

        var fetched = await _bench.FetchAsync(upload, BundleBench.Source());

        Assert.Equal(
            [
                ("b.csv", "upload:b.csv", "text/csv"),
                ("a.xlsx", "upload:a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ],
            fetched.Files.Select(file => (file.Name, file.Uri, file.MediaType)));
    }

    [Fact]
    public async Task Upload_of_two_files_of_one_name_is_refused() =>
        await Assert.ThrowsAsync<SourceException>(
            () => _bench.FetchAsync(new UploadOrigin([Uploaded("a.csv", "1"), Uploaded("A.csv", "2")], 10), BundleBench.Source()));

    [Fact]
    public async Task Upload_that_is_too_large_is_refused() =>
        await Assert.ThrowsAsync<SourceException>(
            () => _bench.FetchAsync(new UploadOrigin([Uploaded("a.csv", new string('1', 20_000))], 10), BundleBench.Source()));

    [Fact]
    public async Task Upload_of_a_file_that_is_not_there_is_refused() =>
        await Assert.ThrowsAsync<SourceException>(
            () => _bench.FetchAsync(
                new UploadOrigin([UploadedFile.At(Path.Combine(_bench.Folder, "none.csv"))], 10), BundleBench.Source()));

    private BundleOrigin Origin() =>
        new(new(_bench.Folder), new(_workbench.Registry), BundleBench.Maps, Options.Create(new SourcesOptions()));

    private static UploadedFile Uploaded(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
