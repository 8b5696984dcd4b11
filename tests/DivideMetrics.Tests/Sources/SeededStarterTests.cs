using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
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

    /// <summary>Source, and what the gate finds in it at a first import.</summary>
    [Theory]
    [InlineData("UNSD", "outlier=14 total-mismatch=41")]
    [InlineData("GAPMINDER", "")]
    [InlineData("WB_STARTER", "")]
    [InlineData("UNEGOV", "")]
    public async Task Starter_source_of_the_seeds_passes_the_gate(string id, string found)
    {
        var (source, findings, keys) = (Seeds.FindSource(id)!, new FindingSink(), new ObservationKeys());
        var fetched = await _bench.FetchAsync(source);
        var rows = _bench.Registry.For(source).Parse(new ParseRequest(source, fetched.Files, Seeds.Areas, findings));
        var (before, now) = (ObservationTable.Empty(keys), ObservationCollection.Collect(rows, keys, fetched.Files, findings));

        var difference = VintageDiff.Compare(before, now, Tolerance.Of(source));
        var verdict = QualityGate.Judge(new(source, before, now, difference, new Dictionary<string, double>(), findings));

        Assert.Empty(verdict.Reasons);
        Assert.Equal(found, string.Join(' ', findings.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Every_source_of_the_seeds_has_an_adapter() => Assert.All(Seeds.Sources, source => _bench.Registry.For(source));
}
