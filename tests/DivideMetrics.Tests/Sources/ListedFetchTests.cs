using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>Fetches of sources whose downloads are listed in the seeds.</summary>
public sealed class ListedFetchTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("un-egov")]
    [InlineData("itu-datahub")]
    [InlineData("uis-bulk")]
    [InlineData("un-sdg")]
    public async Task Delivered_files_are_brought_in_order(string adapter)
    {
        _bench.Write("b.csv", "b\n");
        _bench.Write("a.csv", "a\n");

        var fetched = await _bench.FetchAsync(Source(adapter, "starter", ("files", "b.csv; a.csv")));

        Assert.Equal(["b.csv", "a.csv"], fetched.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("un-egov", "https://example.org", "", "", "needs the option 'items' or 'files'")]
    [InlineData("un-egov", "data/folder", "items", "x", "expected a web address, found 'data/folder/x'")]
    [InlineData("uis-bulk", "https://example.org", "item", "x", "has no option 'item'")]
    [InlineData("un-sdg", "https://example.org", "page-size", "many", "option 'page-size' must be a whole number above 0, found 'many'")]
    [InlineData("un-sdg", "data/folder", "page-size", "5", "expected a web address, found 'data/folder/v1/sdg/Series/Data")]
    public async Task Declaration_that_cannot_be_fetched_says_what_is_wrong(
        string adapter, string location, string option, string value, string reason)
    {
        var source = option.Length > 0 ? Source(adapter, location, (option, value)) : Source(adapter, location);

        Assert.Contains(reason, (await Assert.ThrowsAsync<SourceException>(() => _bench.FetchAsync(source))).Message);
    }

    private static SourceDefinition Source(string adapter, string location, params (string Key, string Value)[] options) =>
        Workbench.Source(adapter, location, "S") with { Options = options.ToDictionary(option => option.Key, option => option.Value) };
}
