using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>The engine on a small world: AAA and BBB of low, CCC of high income, DDD without a class; TER is a territory, ARB an aggregate.</summary>
public sealed class GapEngineTests
{
    private static readonly AreaCatalog Areas = new(
        [Economy("AAA"), Economy("BBB"), Economy("CCC"), Economy("DDD"), new("TER", "TER", AreaKind.Territory, null, null), new("ARB", "ARB", AreaKind.Aggregate, null, null)],
        [new("WLD", "World", AreaGroupKind.World), new("LIC", "Low income", AreaGroupKind.IncomeGroup), new("HIC", "High income", AreaGroupKind.IncomeGroup)],
        [.. new[] { "AAA", "BBB", "CCC", "DDD", "TER" }.Select(code => In("WLD", code)), In("LIC", "AAA"), In("LIC", "BBB"), In("HIC", "CCC")],
        [],
        []);

    [Fact]
    public void Unknown_measure_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Compute("no-such-measure", []));
        Assert.Contains("'no-such-measure'; known are gap-to-goal,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Point_that_stands_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => Compute("gap-to-goal", [Value("AAA", 2020, 1), Value("AAA", 2020, 2)]));

    [Theory]
    [InlineData("gap-to-goal")]
    [InlineData("gap-to-frontier")]
    public void Missing_values_territories_and_aggregates_have_no_gap(string measure) =>
        Assert.Equal(["AAA"], Compute(measure, [Value("AAA", 2020, 50), Value("BBB", 2020, null), Value("TER", 2020, 60), Value("ARB", 2020, 70), Value("ZZZ", 2020, 80)])
            .Select(gap => gap.Subject));

    [Fact]
    public void Gap_to_frontier_is_taken_among_the_economies_of_the_year()
    {
        var gaps = Compute("gap-to-frontier", [Value("AAA", 2020, 50), Value("CCC", 2020, 90), Value("TER", 2020, 99), Value("CCC", 2021, 95)]);
        Assert.Equal([("AAA", 2020, 40), ("CCC", 2020, 0), ("CCC", 2021, 0)], Rows(gaps));
    }

    [Fact]
    public void Gap_to_income_group_is_taken_against_its_weighted_mean()
    {
        // LIC: (10 · 100 + 40 · 200) / 300 = 30
        var gaps = Compute("gap-to-income-group", [Value("AAA", 2020, 10), Value("BBB", 2020, 40)]);
        Assert.Equal([("AAA", 2020, 20), ("BBB", 2020, -10)], Rows(gaps));
    }

    [Fact]
    public void Gap_to_income_group_needs_a_published_mean() =>
        Assert.Equal("mean of Low income (LIC) not published: members with data hold 33.3 % of the population, 2/3 needed",
            Compute("gap-to-income-group", [Value("AAA", 2020, 10)]).Single().Reason);

    [Fact]
    public void Gap_to_income_group_needs_a_class() =>
        Assert.Equal("no income group in the latest classification", Compute("gap-to-income-group", [Value("DDD", 2020, 10)]).Single().Reason);

    [Theory]
    [InlineData(2020, 90.0, null)]
    [InlineData(2024, 90.0, "population carried forward from 2020")]
    [InlineData(2026, null, "population of 2026 unknown: the last figure is of 2020, carried forward 5 years at the most")]
    [InlineData(2010, null, "population of 2010 unknown")]
    public void People_offline_say_whence_the_population_came(int year, double? expected, string? reason)
    {
        var gap = Compute("people-offline", [Value("AAA", year, 10)]).Single();
        Assert.Equal((expected, reason), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Gender_measures_need_both_sexes_and_are_marked_total()
    {
        var gaps = Compute("gender-gap", [Value("AAA", 2020, 10, Sex.Female), Value("AAA", 2020, 15, Sex.Male), Value("BBB", 2020, 15, Sex.Male)]);
        Assert.Equal([new Gap("gender-gap", "internet-users", "AAA", Sex.Total, 2020, 5)], gaps);
    }

    [Fact]
    public void Gender_measures_stand_for_the_providers_world_row_too()
    {
        var gaps = Compute("gender-parity", [Value("WLD", 2022, 60, Sex.Female), Value("WLD", 2022, 80, Sex.Male)]);
        Assert.Equal([("WLD", 2022, 0.75)], Rows(gaps));
    }

    [Fact]
    public void Time_distance_uses_the_providers_world_series() =>
        Assert.Equal([("AAA", 2020, 5)], Rows(Compute("time-distance-world", [Value("WLD", 2010, 10), Value("WLD", 2020, 30), Value("AAA", 2020, 20)])));

    [Fact]
    public void Time_distance_uses_the_published_means_without_a_world_series()
    {
        Figure[] figures = [.. new[] { "AAA", "BBB", "CCC", "DDD" }.SelectMany(code => new[] { Value(code, 2020, 10), Value(code, 2024, code == "AAA" ? 10 : 50) })];
        var gap = Compute("time-distance-world", figures).Single(gap => gap is { Subject: "AAA", Year: 2024 });
        Assert.Equal((4.0, "benchmark: the population-weighted world mean"), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Time_distance_of_a_price_counts_downward()
    {
        Figure[] figures = [Value("WLD", 2010, 30), Value("WLD", 2020, 10), Value("AAA", 2020, 20)];
        var inputs = Inputs("time-distance-world", figures);
        var gaps = GapEngine.Compute(inputs with { Indicator = inputs.Indicator with { Direction = Direction.Down } });
        Assert.Equal([("AAA", 2020, 5)], Rows(gaps));
    }

    [Fact]
    public void Mean_has_a_row_for_every_group_sex_and_year_of_the_panel() =>
        Assert.Equal(3 * 2 * 2, Compute("mean-weighted", [Value("AAA", 2020, 10), Value("AAA", 2019, 9, Sex.Female)]).Count);

    [Fact]
    public void Group_members_are_economies_only() =>
        Assert.Equal(4, Compute("mean-weighted", [Value("AAA", 2020, 10)]).Single(gap => gap.Subject == "WLD").Coverage!.AreasOf);

    [Fact]
    public void Theil_puts_economies_without_a_class_into_a_group_of_their_own()
    {
        // Every class is equal in itself, so all inequality lies between them.
        Figure[] figures = [Value("AAA", 2020, 10), Value("BBB", 2020, 10), Value("CCC", 2020, 80), Value("DDD", 2020, 40)];
        Assert.Equal(0, Compute("theil-t-within", figures).Single().Value!.Value, 1e-12);
    }

    [Fact]
    public void Inequality_is_published_with_the_mean_only() =>
        Assert.All(Compute("gini", [Value("AAA", 2020, 10)]), gap => Assert.StartsWith("not published", gap.Reason, StringComparison.Ordinal));

    [Fact]
    public void People_offline_of_a_group_assume_the_uninformed_at_the_mean()
    {
        var gap = Compute("people-offline-group", [Value("CCC", 2020, 90), Value("BBB", 2020, 90), Value("DDD", 2020, 90)]).Single(gap => gap.Subject == "WLD");
        Assert.Equal((100.0, "1 member without data assumed at the mean"), (Math.Round(gap.Value!.Value, 9), gap.Reason));
    }

    [Fact]
    public void Progress_and_projection_start_anew_after_a_break()
    {
        Figure[] figures = [Value("AAA", 2015, 90), Value("AAA", 2018, 40) with { Status = ObsStatus.B }, Value("AAA", 2021, 50)];
        Assert.Contains("from 2018 to 2021", Compute("progress-unsd-2023", figures).Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Projection_needs_six_points() =>
        Assert.Equal("no trend since 2015: 5 usable points, 6 needed", Compute("projection-2030", Rising("AAA", 2015, 2019)).Single().Reason);

    [Fact]
    public void Projection_warns_of_estimates() =>
        Assert.EndsWith("7 of 7 points are estimates: interval too narrow",
            Compute("projection-2030", [.. Rising("AAA", 2015, 2021).Select(figure => figure with { Status = ObsStatus.E })]).Single().Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(60, "expected")]
    [InlineData(-5, "not-expected")]
    public void Goal_year_says_whether_the_trend_leads_to_the_goal(double gain, string category) =>
        Assert.Equal(category, Compute("goal-year", [.. Enumerable.Range(2015, 7).Select(year => Value("AAA", year, 30 + (gain * (year - 2015) / 6) + (year % 2)))]).Single().Category);

    [Fact]
    public void Goal_year_of_a_goal_already_met_is_the_year_of_crossing()
    {
        var gap = Compute("goal-year", [Value("AAA", 2016, 93), Value("AAA", 2020, 97)]).Single();
        Assert.Equal((2018.0, "met"), (gap.Value, gap.Category));
    }

    [Fact]
    public void Goal_year_of_a_goal_met_from_the_start_is_not_known() =>
        Assert.Equal((null, "met since 2016 or before, where the series starts"), Single("goal-year", [Value("AAA", 2016, 96), Value("AAA", 2020, 97)]));

    [Fact]
    public void Goal_year_at_the_bound_is_never_reached_by_a_bounded_trend()
    {
        var inputs = Inputs("goal-year", Rising("AAA", 2015, 2021));
        var gap = GapEngine.Compute(inputs with { Indicator = inputs.Indicator with { Goal = inputs.Indicator.Goal! with { MetFrom = 100 } } }).Single();
        Assert.StartsWith("a bounded trend never reaches its bound 100", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Goal_year_before_the_latest_value_is_no_expectation() =>
        Assert.StartsWith("the trend passed 95 in", Compute("goal-year", [.. new[] { 60.0, 75, 85, 92, 94.8, 94.9, 94.9 }.Index().Select(pair => Value("AAA", 2015 + pair.Index, pair.Item))]).Single().Reason,
            StringComparison.Ordinal);

    [Fact]
    public void No_figures_give_no_gaps() => Assert.Empty(GapEngine.Compute(Inputs("gap-to-goal", []) with { Weights = [] }));

    private static Figure[] Rising(string area, int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(year => Value(area, year, (3 * (year - 2000)) + (year % 2)))];

    private static (double?, string?) Single(string measure, Figure[] figures) => Compute(measure, figures).Select(gap => (gap.Value, gap.Reason)).Single();

    private static IEnumerable<(string, int, double)> Rows(IEnumerable<Gap> gaps) => gaps.Select(gap => (gap.Subject, gap.Year, Math.Round(gap.Value!.Value, 9)));

    private static IReadOnlyList<Gap> Compute(string measure, Figure[] figures) => GapEngine.Compute(Inputs(measure, figures));

    private static GapInputs Inputs(string measure, Figure[] figures) =>
        new(StarterFigures.InternetUsersIndicator(measure), figures, [People("AAA", 100), People("BBB", 200), People("CCC", 300), People("DDD", 400)], Areas);

    private static Figure People(string area, double count) => new("population", area, Sex.Total, 2020, count, ObsStatus.A, "S", 1);

    private static Figure Value(string area, int year, double? value, Sex sex = Sex.Total) =>
        new("internet-users", area, sex, year, value, value is null ? ObsStatus.O : ObsStatus.A, "S", 1);

    private static Area Economy(string code) => new(code, code, AreaKind.Economy, null, null);

    private static GroupMembership In(string group, string area) => new(group, area, null, null);
}
