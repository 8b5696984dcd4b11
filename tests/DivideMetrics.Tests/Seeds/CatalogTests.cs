using DivideMetrics.Indicators;
using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

public sealed class CatalogTests
{
    private static readonly Catalog Catalog = SeedFiles.Catalog;

    [Fact]
    public void Indicators_stand_in_the_order_of_the_framework()
    {
        var places = Catalog.Indicators.Select(Catalog.Framework.PlaceOf).ToList();
        Assert.Equal(places.Order(), places);
        Assert.Equal("internet-users", Catalog.Indicators[0].Id);
    }

    [Fact]
    public void Framework_has_the_four_communities_and_context() =>
        Assert.Equal(
            ["development", "security", "responsibility", "shared-interests", "context"],
            Catalog.Framework.Communities.Select(community => community.Id));

    [Fact]
    public void Sources_of_the_first_run_are_declared() =>
        Assert.Superset(
            new HashSet<string> { "GAPMINDER", "UNEGOV", "UNSD", "WB_BULK", "WB_STARTER", "WB_WDI" }, Catalog.Sources.Select(source => source.Id).ToHashSet());

    [Fact]
    public void Internet_users_prefers_the_official_series()
    {
        var series = Catalog.FindIndicator("internet-users")!.Series;
        Assert.Equal(
            [
                new("UNSD_SDG", "IT_USE_ii99"), new("UNSD", "IT_USE_ii99"), new("WB_WDI", "IT.NET.USER.ZS"), new("WB_BULK", "IT.NET.USER.ZS"),
                new IndicatorSeries("ITU", "i99H"),
            ],
            series);
    }

    [Fact]
    public void Internet_users_has_the_goal_of_2030()
    {
        var goal = Catalog.FindIndicator("internet-users")!.Goal!;
        Assert.Equal((100, 95, 2030, false), (goal.Value, goal.MetFrom, goal.Year, goal.Assumption));
    }

    [Fact]
    public void Definition_is_folded_into_one_line() =>
        Assert.DoesNotContain('\n', Catalog.FindIndicator("internet-users")!.Definition);

    [Fact]
    public void Context_has_no_direction_and_no_measures() =>
        Assert.All(
            Catalog.Indicators.Where(indicator => indicator is { Community: "context", Composite: null }),
            indicator => Assert.True(indicator.Direction == Direction.None && indicator.Measures.Count == 0));

    [Fact]
    public void Egovernment_figures_stay_out_of_bulk_exports() => Assert.False(Catalog.FindSource("UNEGOV")!.Licence.Bulk);

    [Fact]
    public void Starter_sources_are_exactly_those_without_a_schedule() =>
        Assert.All(Catalog.Sources, source => Assert.Equal(source.Starter, source.Schedule is null));

    [Fact]
    public void Starter_files_named_in_the_seeds_exist()
    {
        var named = Catalog.Sources.Where(source => source.Starter)
            .SelectMany(source => source.Options["files"].Split(';')).Select(file => file.Split('=')[0]);
        Assert.All(named, file => Assert.True(File.Exists(Path.Combine(SeedFiles.Root, "data", file)), file));
    }

    [Fact]
    public void Options_keep_their_text() => Assert.Equal("egdi=EGDI;epi=EPI;osi=OSI;hci=HCI;tii=TII", Catalog.FindSource("UNEGOV")!.Options["value-columns"]);

    [Fact]
    public void Limits_that_are_not_declared_are_the_usual_ones() => Assert.Equal(new(), Catalog.FindSource("UNSD")!.Limits);

    [Fact]
    public void Limits_that_are_declared_replace_the_usual_ones()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace("sources/unsd.yml", "starter: true", "starter: true\nreleased: \"2023-12-01\"\nlimits: { min_coverage_share: 0.5 }");
        var source = SeedLoader.Load(seeds.Folder).FindSource("UNSD")!;
        Assert.Equal((0.05, 0.5, new DateOnly(2023, 12, 1)), (source.Limits.MaxRejectedShare, source.Limits.MinCoverageShare, source.Released));
    }

    [Fact]
    public void New_indicator_needs_one_file_only()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Write("indicators/urban-copy.yml", seeds.Text("indicators/urban-population.yml").Replace("id: urban-population", "id: urban-copy", StringComparison.Ordinal));
        Assert.NotNull(SeedLoader.Load(seeds.Folder).FindIndicator("urban-copy"));
    }

    [Fact]
    public void Fingerprint_is_the_same_for_the_same_seeds()
    {
        using var seeds = SeedFiles.Copy();
        Assert.Equal(Catalog.Fingerprint, SeedLoader.Load(seeds.Folder).Fingerprint);
    }

    [Fact]
    public void Fingerprint_changes_with_a_comment()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace("goals/internet-users.yml", "# ITU counts", "# The ITU counts");
        Assert.NotEqual(Catalog.Fingerprint, SeedLoader.Load(seeds.Folder).Fingerprint);
    }

    [Fact]
    public void Measures_of_the_seeds_pass_when_all_are_known() =>
        Assert.Equal(
            Catalog.Indicators.Count,
            SeedLoader.Load(SeedFiles.Folder, Catalog.Indicators.SelectMany(indicator => indicator.Measures).ToHashSet()).Indicators.Count);

    [Theory]
    [InlineData("internet-user", "internet-users")]
    [InlineData("broadband", "fixed-broadband")]
    [InlineData("broadbnad", "fixed-broadband")]
    [InlineData("17.8.1", "internet-users")]
    [InlineData("EDGI", "egdi")]
    [InlineData("SP.POP.TOTL", "population")]
    [InlineData("individuals using the internet", "internet-users")]
    public void Indicator_suggestion_begins_with_what_was_meant(string text, string id) => Assert.Equal(id, Catalog.SuggestIndicators(text)[0].Id);

    [Fact]
    public void Indicator_suggestion_is_empty_for_something_else() => Assert.Empty(Catalog.SuggestIndicators("zzzzqqqq"));
}
