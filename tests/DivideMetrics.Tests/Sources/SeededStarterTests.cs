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

    /// <summary>Source, and how many of its totals do not fit their parts: counted apart, in 41 of 1,154 points both sexes are outside the two.</summary>
    [Theory]
    [InlineData("UNSD", 41)]
    [InlineData("GAPMINDER", 0)]
    [InlineData("WB_STARTER", 0)]
    [InlineData("UNEGOV", 0)]
    public async Task Starter_source_of_the_seeds_passes_the_gate_with_few_doubts(string id, int mismatches)
    {
        var (source, findings, keys) = (Seeds.FindSource(id)!, new FindingSink(), new ObservationKeys());
        var fetched = await _bench.FetchAsync(source);
        var rows = _bench.Registry.For(source).Parse(new ParseRequest(source, fetched.Files, Seeds.Areas, findings));
        var (before, now) = (ObservationTable.Empty(keys), ObservationCollection.Collect(rows, keys, fetched.Files, findings));

        var difference = VintageDiff.Compare(before, now, Tolerance.Of(source));
        var verdict = QualityGate.Judge(new(source, before, now, difference, new Dictionary<string, double>(), findings));

        Assert.Empty(verdict.Reasons);
        Assert.Equal(mismatches, findings.Counts.GetValueOrDefault("total-mismatch"));
        Assert.InRange(findings.Counts.GetValueOrDefault("outlier"), 0, now.Count / 100);
        Assert.Empty(findings.Counts.Keys.Except(["total-mismatch", "outlier"]));
    }

    [Fact]
    public void Every_source_of_the_seeds_has_an_adapter() => Assert.All(Seeds.Sources, source => _bench.Registry.For(source));
}
