using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Tests.Seeds;

public sealed class GateSeedTests
{
    private const string Wdi = "sources/wb-wdi.yml";
    private const string Users = "indicators/internet-users.yml";

    [Fact]
    public void Every_limit_can_be_declared()
    {
        var limits = With("""
            limits:
              { max_rejected_share: 0.01, min_coverage_share: 0.02, min_area_share: 0.03, min_population_share: 0.04, max_gone_share: 0.05,
                max_duplicate_share: 0.06, max_revised_share: 0.07, max_revision_size: 8, max_inconsistent_share: 0.09, max_outlier_share: 0.1 }
            """).Limits;
        Assert.Equal(
            new SourceLimits(0.01, 0.02)
            {
                MinAreaShare = 0.03, MinPopulationShare = 0.04, MaxGoneShare = 0.05, MaxDuplicateShare = 0.06, MaxRevisedShare = 0.07,
                MaxRevisionSize = 8, MaxInconsistentShare = 0.09, MaxOutlierShare = 0.1,
            },
            limits);
    }

    [Fact]
    public void Checks_are_read_as_declared()
    {
        var checks = With("""
            checks:
              nested: [[SP.POP.TOTL, SP.URB.TOTL]]
              totals:
                - { total: SP.POP.TOTL, parts: [SP.URB.TOTL, IT.NET.USER.ZS], rule: sum, from: 2014, tolerance: 2 }
              outlier_score: 5
            """).Checks;
        var total = Assert.Single(checks.Totals);
        Assert.Equal(["SP.POP.TOTL", "SP.URB.TOTL"], Assert.Single(checks.Nested));
        Assert.Equal(("SP.POP.TOTL", TotalRule.Sum, 2014, 2d, 5d), (total.Total, total.Rule, total.From, total.Tolerance, checks.OutlierScore));
        Assert.Equal(["SP.URB.TOTL", "IT.NET.USER.ZS"], total.Parts);
    }

    [Fact]
    public void Tolerance_of_a_series_is_read()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Wdi, "unit: PT, min: 0, max: 100 }", "unit: PT, min: 0, max: 100, tolerance: 0.05 }");
        var series = SeedLoader.Load(seeds.Folder).FindSource("WB_WDI")!.Series;
        Assert.Equal([("IT.NET.USER.ZS", 0.05)], series.Where(one => one.Tolerance is not null).Select(one => (one.Code, one.Tolerance!.Value)));
    }

    [Fact]
    public void Egovernment_index_is_held_against_its_parts() =>
        Assert.Equal(("EGDI", TotalRule.Mean), SeedFiles.Catalog.FindSource("UNEGOV")!.Checks.Totals.Select(total => (total.Total, total.Rule)).Single());

    [Fact]
    public void Precedence_and_known_breaks_are_read()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Users, "by_sex: true", "by_sex: true\nprecedence: most-recent\nbreaks:\n  - { year: 2015, area: IND, reason: New survey }\n  - { year: 2010, reason: New method }");
        var indicator = SeedLoader.Load(seeds.Folder).FindIndicator("internet-users")!;
        Assert.Equal(Precedence.MostRecent, indicator.Precedence);
        Assert.Equal([new KnownBreak(2015, "IND", "New survey"), new KnownBreak(2010, null, "New method")], indicator.Breaks);
    }

    [Fact]
    public void Points_come_by_source_when_nothing_is_declared() =>
        Assert.All(SeedFiles.Catalog.Indicators, indicator => Assert.Equal(Precedence.BySource, indicator.Precedence));

    /// <summary>Lines to add to a source, and what is wrong with the last of them.</summary>
    [Theory]
    [InlineData("checks: { nested: [[SP.POP.TOTL, SP.POP]] }", "this source does not declare the series 'SP.POP'")]
    [InlineData("checks: { nested: [[SP.POP.TOTL]] }", "'checks.nested[0]' needs at least 2 items")]
    [InlineData("checks: { totals: [{ total: SP.POP, parts: [SP.POP.TOTL, SP.URB.TOTL], rule: sum }] }", "this source does not declare the series 'SP.POP'")]
    [InlineData("checks: { totals: [{ total: SP.POP.TOTL, parts: [SP.POP.TOTL, SP.URB.TOTL], rule: sum }] }", "'SP.POP.TOTL' cannot be a part of itself")]
    [InlineData("checks: { totals: [{ total: SP.POP.TOTL, parts: [SP.URB.TOTL, IT.NET.USER.ZS], rule: product }] }", "'checks.totals[0].rule' must be one of sum, mean, between; found 'product'")]
    [InlineData("limits: { max_revised_share: 8 }", "'limits.max_revised_share' must be at most 1; found '8'")]
    public void Broken_check_or_limit_is_told_with_its_line(string line, string reason)
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Wdi, "series:", "options: { source: \"2\" }\n" + line + "\nseries:");
        seeds.Replace(Wdi, "\noptions:\n  source: \"2\"", "");
        seeds.Replace(Wdi, "limits: { max_revised_share: 1 }\n", "");
        var problem = Assert.Single(Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder)).Problems);
        Assert.Equal((reason, line), (problem.Reason, System.IO.File.ReadAllLines(Path.Combine(seeds.Folder, Wdi))[problem.Line - 1]));
    }

    [Fact]
    public void Break_of_an_unknown_area_is_told()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace(Users, "by_sex: true", "by_sex: true\nbreaks: [{ year: 2015, area: INX9, reason: New survey }]");
        Assert.Equal("seeds/indicators/internet-users.yml(22): unknown area 'INX9'; it must stand in areas.csv", Assert.Throws<SeedException>(() => SeedLoader.Load(seeds.Folder)).Message);
    }

    private static SourceDefinition With(string text)
    {
        using var seeds = SeedFiles.Copy();
        var without = string.Join('\n', seeds.Text(Wdi).Split('\n').Where(line => !line.StartsWith("limits:", StringComparison.Ordinal)));
        seeds.Write(Wdi, without + text + "\n");
        return SeedLoader.Load(seeds.Folder).FindSource("WB_WDI")!;
    }
}
