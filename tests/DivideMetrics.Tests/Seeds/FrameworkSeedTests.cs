using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;

namespace DivideMetrics.Tests.Seeds;

public sealed class FrameworkSeedTests
{
    private static readonly Catalog Catalog = SeedFiles.Catalog;

    [Fact]
    public void Series_says_which_part_of_it_is_taken()
    {
        var skill = Catalog.FindIndicator("ict-skills-copy-paste-young")!.Series[0];
        var rural = Catalog.FindIndicator("internet-users-rural")!.Series[0];
        Assert.Equal(("Y15T24", "_T", "TYPE_OF_SKILL=COPA"), (skill.Age, skill.Urbanisation, skill.Breakdown));
        Assert.Equal(("_T", "R", "_T"), (rural.Age, rural.Urbanisation, rural.Breakdown));
        Assert.Equal([null, Sex.Female, Sex.Male], Catalog.FindIndicator("literacy")!.Series.Select(series => series.As));
    }

    [Fact]
    public void Indicator_says_what_it_is_divided_by_compared_by_and_scored_by()
    {
        Assert.Equal(new Denominator("population", 1_000_000), Catalog.FindIndicator("patents-resident")!.Per);
        Assert.Equal(new Goalposts(0, 100_000, Log: true), Catalog.FindIndicator("secure-servers")!.Goalposts);
        Assert.Equal(
            [new("location", "safety-privacy-urban", "safety-privacy-rural"), new Contrast("age", "safety-privacy-young", "safety-privacy-old")],
            Catalog.FindIndicator("safety-privacy")!.Contrasts);
    }

    [Fact]
    public void Composite_names_the_indicators_of_its_roles()
    {
        var idi = Catalog.FindIndicator("idi")!.Composite!;
        Assert.Equal(("idi", 10, "households-internet"), (idi.Kind, idi.Roles.Count, idi.Roles["u2"]));
        Assert.Empty(Catalog.FindIndicator("gap-index")!.Composite!.Roles);
    }

    [Fact]
    public void Open_goal_for_all_is_the_one_that_gaps_are_measured_against()
    {
        var users = Catalog.FindIndicator("internet-users")!;
        Assert.Equal("internet-users-2030", users.Goal!.Id);
        Assert.Same(users.Goal, users.Goals[0]);
        Assert.All(users.Goals.Skip(1), goal => Assert.True(goal is { Closed: true, Group: not null }));
    }

    [Fact]
    public void Indicator_whose_goals_are_all_closed_is_measured_against_none()
    {
        var price = Catalog.FindIndicator("price-fixed")!;
        Assert.Equal((null, 2.0), (price.Goal, Assert.Single(price.Goals).Value));
    }

    [Fact]
    public void Goal_named_primary_comes_before_the_one_of_2030()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Write("goals/own.yml", OwnGoal);
        Assert.Equal(("own-2028", 90.0), (GoalOf(seeds).Id, GoalOf(seeds).MetFrom));

        seeds.Replace("goals/own.yml", "primary: true\n", "");
        Assert.Equal("internet-users-2030", GoalOf(seeds).Id);
    }

    [Theory]
    [InlineData("internet-users", "gender-parity", true)]
    [InlineData("internet-users", "people-offline", true)]
    [InlineData("mobile-ownership", "gender-parity", true)]
    [InlineData("rd-expenditure", "gap-to-goal", false)]
    [InlineData("rd-expenditure", "gap-to-frontier", true)]
    [InlineData("internet-users-rural", "gap-to-frontier", true)]
    [InlineData("internet-users-rural", "time-distance-world", false)]
    [InlineData("digital-services-exports", "gap-to-frontier", false)]
    [InlineData("gap-index", "gap-to-frontier", true)]
    public void Usual_measures_follow_from_what_the_indicator_declares(string indicator, string measure, bool expected) =>
        Assert.Equal(expected, Catalog.FindIndicator(indicator)!.Measures.Contains(measure));

    [Fact]
    public void Measures_of_every_indicator_can_be_computed() => Assert.All(Catalog.Indicators, indicator => Assert.Empty(MeasureRegistry.Problems(indicator)));

    [Fact]
    public void Measures_can_be_left_out_and_listed()
    {
        using var seeds = SeedFiles.Copy();
        seeds.Replace("indicators/internet-users.yml", "by_sex: true", "by_sex: true\nexcept: [gini]");
        seeds.Replace("indicators/secure-servers.yml", "decimals: 0", "decimals: 0\nmeasures: [theil-t, gini]");
        var changed = SeedLoader.Load(seeds.Folder);
        Assert.Equal(
            Catalog.FindIndicator("internet-users")!.Measures.Where(id => id != "gini"), changed.FindIndicator("internet-users")!.Measures);
        Assert.Equal(["theil-t", "gini"], changed.FindIndicator("secure-servers")!.Measures);
    }

    [Fact]
    public void Breakdown_of_a_source_that_names_its_breakdowns_is_one_of_them() =>
        Assert.All(
            from indicator in Catalog.Indicators
            from series in indicator.Series
            where series.Breakdown != SeriesKey.Total
            let named = Catalog.FindSource(series.Source)!.Options.GetValueOrDefault("breakdown")
            where named is not null
            select (series.Breakdown, named),
            pair => Assert.Matches($"^{pair.Breakdown.Split('=')[0]}=(.*[:,])?{pair.Breakdown.Split('=')[1]}(,|$)", pair.named));

    [Fact]
    public void Figures_under_other_terms_are_named_with_what_they_are_divided_by()
    {
        Assert.Equal(["CC-BY-4.0", "UNCTAD"], Licences("digital-services-exports-per-person"));
        Assert.Equal(["CC-BY-4.0", "CC-BY-NC-SA-3.0-IGO", "UNSD"], Licences("internet-users"));
        Assert.Contains("UN-EGOV", Licences("egdi-from-parts"));

        static IEnumerable<string> Licences(string id) => Catalog.LicencesOf(Catalog.FindIndicator(id)!).Select(licence => licence.Id).Distinct();
    }

    [Fact]
    public void Context_and_composites_are_never_scored() =>
        Assert.All(
            Catalog.Indicators.Where(indicator => indicator.Community == "context" || indicator.Composite is not null),
            indicator => Assert.Null(indicator.Goalposts));

    [Fact]
    public void Goalposts_wait_until_there_are_figures() =>
        Assert.All(Catalog.Indicators.Where(indicator => indicator.Awaiting is not null), indicator => Assert.Null(indicator.Goalposts));

    [Fact]
    public void Sides_of_contrasts_are_parts() =>
        Assert.All(
            Catalog.Indicators.SelectMany(indicator => indicator.Contrasts.SelectMany(contrast => new[] { (indicator, contrast.Advantaged), (indicator, contrast.Disadvantaged) })),
            side => Assert.Equal(side.indicator.Id, Catalog.FindIndicator(side.Item2)!.PartOf));

    private const string OwnGoal =
        """
        id: own-2028
        indicator: internet-users
        title: Nine of ten online by 2028
        authority: Our ministry
        value: 90
        year: 2028
        primary: true
        assumption: false
        reference: Our national plan.
        """;

    private static Goal GoalOf(TemporarySeeds seeds) => SeedLoader.Load(seeds.Folder).FindIndicator("internet-users")!.Goal!;
}
