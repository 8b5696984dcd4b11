using DivideMetrics.Tests.Seeds;
using DivideMetrics.Tests.Sources;

namespace DivideMetrics.Tests.Framework;

/// <summary>What the providers' own files, beside the repository, give for the declared framework. Skipped where they are not at hand.</summary>
public sealed class FrameworkCoverageTests(ITestOutputHelper output)
{
    private const string Folder = "README.md";

    [Fact]
    public void Framework_declares_at_least_seventy_indicators() => Assert.InRange(SeedFiles.Catalog.Indicators.Count, 70, int.MaxValue);

    [Fact]
    public void Every_declared_dimension_has_an_indicator() =>
        Assert.All(
            SeedFiles.Catalog.Framework.Communities.SelectMany(community => community.Dimensions.Select(dimension => (community.Id, dimension.Title))),
            place => Assert.Contains(SeedFiles.Catalog.Indicators, indicator => (indicator.Community, indicator.Dimension) == place));

    [Fact]
    public async Task At_least_fifty_indicators_have_figures_and_all_others_say_why_not()
    {
        var coverage = FrameworkCoverage.Of(SeedFiles.Catalog, await ReadAsync());

        foreach (var line in coverage.Lines())
        {
            output.WriteLine(line);
        }

        Assert.InRange(coverage.Rows.Count(row => row.HasFigures), 50, int.MaxValue);
        Assert.All(
            coverage.Rows.Where(row => !row.HasFigures),
            row => Assert.True(row.Indicator.Awaiting is not null || row.Indicator.Composite is not null, $"{row.Indicator.Id} has no figures and does not say why"));
        Assert.All(
            coverage.Rows.Where(row => row.HasFigures), row => Assert.True(row.Indicator.Awaiting is null, $"{row.Indicator.Id} has figures and says that it awaits them"));
    }

    [Fact]
    public async Task Every_series_whose_source_is_in_the_files_is_found_there()
    {
        var figures = await ReadAsync();
        var missing =
            from indicator in SeedFiles.Catalog.Indicators
            where indicator.Awaiting is null
            from series in indicator.Series
            where figures.Sources.Contains(series.Source) && !figures.Has(indicator, series)
            select $"{indicator.Id}: {series.Source} {series.Code} {series.Breakdown}";

        Assert.Empty(missing);
    }

    private static Task<BundleFigures> ReadAsync() => BundleFigures.ReadAsync(
        SeedFiles.Catalog, Path.GetDirectoryName(Path.GetFullPath(Workbench.Shared(Folder)))!, TestContext.Current.CancellationToken);
}
