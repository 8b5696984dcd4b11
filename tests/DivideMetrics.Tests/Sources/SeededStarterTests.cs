using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Sources;

/// <summary>The sources as the seeds declare them, over the files delivered with the product.</summary>
public sealed class SeededStarterTests : IDisposable
{
    private static readonly Catalog Seeds = SeedLoader.Load(Path.Combine(Workbench.Root, "seeds"));
    private readonly Workbench _bench = new(options => options.DataFolder = Path.Combine(Workbench.Root, "data"));

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("UNSD", 6842)]
    [InlineData("GAPMINDER", 4097)]
    [InlineData("WB_STARTER", 9504)]
    [InlineData("UNEGOV", 965)]
    public async Task Starter_source_of_the_seeds_is_read_without_a_finding(string id, int count)
    {
        var source = Seeds.FindSource(id)!;
        var findings = new FindingSink();
        var fetched = await _bench.FetchAsync(source);

        var taken = _bench.Registry.For(source).Parse(new ParseRequest(source, fetched.Files, Seeds.Areas, findings)).Count();

        Assert.Empty(findings.Kept);
        Assert.Equal(count, taken);
    }

    [Fact]
    public void Every_source_of_the_seeds_has_an_adapter() => Assert.All(Seeds.Sources, source => _bench.Registry.For(source));
}
