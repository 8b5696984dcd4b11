using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Gaps;

/// <summary>The measures of groups on the toy example of the methodology as a world: people 10, 20, 30, 25, 15; AAA and BBB are least developed.</summary>
public sealed class GroupMeasuresTests
{
    private static readonly string[] Codes = ["AAA", "BBB", "CCC", "DDD", "EEE"];
    private static readonly double[] People = [10, 20, 30, 25, 15];
    private static readonly double[] Toy = [20, 40, 60, 80, 90];

    private static readonly AreaCatalog Areas = new(
        Codes.Select(code => new Area(code, code, AreaKind.Economy, null, null)),
        [
            new("WLD", "World", AreaGroupKind.World), new("LIC", "Low", AreaGroupKind.IncomeGroup), new("HIC", "High", AreaGroupKind.IncomeGroup),
            new("AFR", "Africa", AreaGroupKind.WorldBankRegion), new("LDC", "LDC", AreaGroupKind.UnStatus), new("ONE", "One economy", AreaGroupKind.UnRegion), new("NIL", "Nobody", AreaGroupKind.UnRegion),
        ],
        [
            .. Codes.Select(code => new GroupMembership("WLD", code, null, null)),
            .. Codes.Select((code, i) => new GroupMembership(i < 2 ? "LIC" : "HIC", code, null, null)),
            new("ONE", "CCC", null, null),
            .. Codes.Take(2).SelectMany(code => new[] { "AFR", "LDC" }.Select(group => new GroupMembership(group, code, null, null))),
        ],
        [],
        []);

    [Theory]
    [InlineData("mean-weighted", 61.5)]
    [InlineData("mean-unweighted", 58)]
    [InlineData("median-unweighted", 60)]
    [InlineData("gini", .1963414634)]
    [InlineData("theil-t", .0693964113)]
    [InlineData("theil-l", .0829065787)]
    [InlineData("theil-t-between", .0504880558), InlineData("theil-t-between-region", .0504880558), InlineData("theil-t-between-ldc", .0504880558)]
    [InlineData("theil-t-within", .0189083555), InlineData("theil-t-within-region", .0189083555), InlineData("theil-t-within-ldc", .0189083555)]
    [InlineData("theil-l-between", .0582900795), InlineData("theil-l-between-region", .0582900795), InlineData("theil-l-between-ldc", .0582900795)]
    [InlineData("theil-l-within", .0246164993), InlineData("theil-l-within-region", .0246164993), InlineData("theil-l-within-ldc", .0246164993)]
    [InlineData("concentration", .1963414634)]
    [InlineData("concentration-erreygers", .483)]
    [InlineData("palma", .5625)]
    [InlineData("cov-unweighted", .4415947750)]
    public void Measure_of_the_world_is_that_of_the_methodology(string measure, double expected) =>
        Assert.Equal(expected, World(Compute(measure, Year(2020, Toy))).Value!.Value, 1e-9);

    [Fact]
    public void Every_group_has_a_row_with_a_value_or_a_reason()
    {
        var gaps = Compute("gini", Year(2020, Toy));
        Assert.Equal(["WLD", "LIC", "HIC", "AFR", "LDC", "ONE", "NIL"], gaps.Select(gap => gap.Subject));
        Assert.Equal((null, "not published: no member has data"), (gaps[^1].Value, gaps[^1].Reason));
    }

    [Fact]
    public void Parts_of_theil_are_of_the_world_only() => Assert.Equal("WLD", Compute("theil-t-between-ldc", Year(2020, Toy)).Single().Subject);

    [Theory]
    [InlineData("gini"), InlineData("median"), InlineData("mean-band"), InlineData("mean-unweighted"), InlineData("palma"), InlineData("atkinson-2")]
    public void Measure_is_published_with_the_mean_only(string measure) =>
        Assert.Equal("not published: members with data hold 60.0 % of the population, 2/3 needed", World(Compute(measure, Year(2020, [20, 40, 60, null, null]))).Reason);

    [Fact]
    public void Measure_where_the_mean_is_0_says_so() => Assert.Equal((null, "the mean is 0"), Pair(World(Compute("gini", Year(2020, [0, 0, 0, 0, 0])))));

    [Theory]
    [InlineData("gini", 0), InlineData("theil-t", 0), InlineData("theil-l", 0), InlineData("atkinson-2", 0), InlineData("cov", 0), InlineData("concentration", 0)]
    [InlineData("palma", .25), InlineData("ratio-20-20", 1), InlineData("ratio-p90-p10", 1), InlineData("median", 60), InlineData("mean-unweighted", 60)]
    public void Measure_of_one_economy_is_that_of_equality(string measure, double expected) =>
        Assert.Equal(expected, Compute(measure, Year(2020, Toy)).Single(gap => gap.Subject == "ONE").Value!.Value, 1e-12);

    // The others have 200 + 800 + 1800 + 2000 over 85 people; EEE adds 15 people with 0 or with 100.
    [Fact]
    public void Band_puts_missing_members_at_the_bounds()
    {
        var band = World(Compute("mean-band", Year(2020, [20, 40, 60, 80, null])));
        Assert.Equal((4800 / 85.0, 48, 63), (band.Value!.Value, Math.Round(band.Lower!.Value, 9), Math.Round(band.Upper!.Value, 9)));
    }

    [Fact]
    public void Band_without_bounds_takes_the_extremes_of_the_group_and_says_so()
    {
        var inputs = Inputs("mean-band", Year(2020, [20, 40, 60, 80, null]));
        var band = World(GapEngine.Compute(inputs with { Indicator = inputs.Indicator with { Min = null, Max = null } }));
        Assert.Equal((51, 60), (Math.Round(band.Lower!.Value, 9), Math.Round(band.Upper!.Value, 9)));
        Assert.Equal("no bounds are declared: band from the least to the greatest value observed in the group", band.Reason);
    }

    [Fact]
    public void Band_of_a_whole_group_is_its_mean()
    {
        var band = World(Compute("mean-band", Year(2020, Toy)));
        Assert.Equal((band.Value, band.Value, null), (band.Lower, band.Upper, band.Reason));
    }

    [Fact]
    public void Concentration_needs_an_income() =>
        Assert.Equal("no indicator of income per person is at hand to rank by",
            World(GapEngine.Compute(Inputs("concentration", Year(2020, Toy)) with { IncomeIndicator = null })).Reason);

    [Theory]
    [InlineData(2023, "income of an earlier year (from 2020 on) for 5 members; population carried forward or interpolated from 2020 for 5 members")]
    [InlineData(2020, null)]
    public void Concentration_carries_the_nearest_earlier_income(int year, string? reason)
    {
        var found = World(Compute("concentration", Year(year, Toy)));
        Assert.Equal(.1963414634, found.Value!.Value, 1e-9);
        Assert.Equal(reason is null, found.Reason is null);
        Assert.True(reason is null || reason.Split("; ").Order().SequenceEqual(found.Reason!.Split("; ").Order()), found.Reason);
    }

    [Fact]
    public void Concentration_leaves_out_members_without_income_and_counts_them_as_not_covered()
    {
        var inputs = Inputs("concentration", Year(2020, Toy));
        var known = new Dictionary<string, IReadOnlyList<Figure>> { ["income"] = inputs.Others["income"].Where(figure => figure.Area != "EEE").ToList() };
        var found = World(GapEngine.Compute(inputs with { Others = known }));
        Assert.Equal(("income of 1 member unknown, left out", 4, 0.85), (found.Reason, found.Coverage!.Areas, found.Coverage.PopulationShare));
    }

    [Fact]
    public void Concentration_is_not_published_when_too_few_have_an_income()
    {
        var inputs = Inputs("concentration", Year(2020, Toy));
        var known = new Dictionary<string, IReadOnlyList<Figure>> { ["income"] = inputs.Others["income"].Take(3).ToList() };
        Assert.Equal((null, "not published: members with data hold 60.0 % of the population, 2/3 needed; income of 2 members unknown, left out"),
            Pair(World(GapEngine.Compute(inputs with { Others = known }))));
    }

    [Fact]
    public void Convergence_counts_from_2015_over_the_members_of_both_years()
    {
        var found = World(Compute("sigma-convergence", [.. Year(2015, [10, 20, 60, 90, null]), .. Year(2020, Toy)]));
        var (start, end) = (Spread(10, 20, 60, 90), Spread(20, 40, 60, 80));
        Assert.Equal((end - start) / 5, found.Value!.Value, 1e-12);
        Assert.Equal((4, 0.85), (found.Coverage!.Areas, found.Coverage.PopulationShare));
        Assert.StartsWith("2015–2020, 4 members with values of both; from 0.7", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Convergence_counts_from_the_first_published_year_after_2015() =>
        Assert.Equal([(2018, "2016–2018")], Compute("sigma-convergence", [.. Year(2015, [10, null, null, null, null]), .. Year(2016, Toy), .. Year(2018, Toy)])
            .Where(gap => gap.Subject == "WLD").Select(gap => (gap.Year, gap.Reason![..9])));

    [Fact]
    public void Convergence_of_a_group_without_a_base_says_so() =>
        Assert.Equal("no base: in no year from 2015 on is the group's mean published",
            Compute("beta-convergence", [.. Year(2015, Toy), .. Year(2020, Toy)]).Single(gap => gap.Subject == "NIL").Reason);

    [Fact]
    public void Convergence_leaves_out_members_with_a_break_between()
    {
        Figure[] figures = [.. Year(2015, Toy), .. Year(2020, Toy).Select(figure => figure.Area == "AAA" ? figure with { Status = ObsStatus.B } : figure)];
        Assert.StartsWith("2015–2020, 4 members with values of both, 1 left out for a break between", World(Compute("sigma-convergence", figures)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Convergence_leaves_out_members_whose_source_changed()
    {
        Figure[] figures = [.. Year(2015, Toy), .. Year(2020, Toy).Select(figure => figure.Area == "AAA" ? figure with { Source = "T" } : figure)];
        Assert.StartsWith("2015–2020, 4 members with values of both, 1 left out for a break between", World(Compute("beta-convergence", figures)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sigma-convergence-log", "at 0 or below")]
    [InlineData("beta-convergence", "at 0 or below")]
    [InlineData("beta-convergence-logit", "at a bound")]
    public void Convergence_leaves_out_values_that_its_scale_does_not_have(string measure, string why) =>
        Assert.StartsWith($"2015–2020, 4 members with values of both, 1 left out {why}",
            World(Compute(measure, [.. Year(2015, [0, 20, 60, 70, 80]), .. Year(2020, Toy)])).Reason, StringComparison.Ordinal);

    [Fact]
    public void Convergence_over_too_few_people_is_not_published() =>
        Assert.EndsWith("not published: members with data hold 60.0 % of the population, 2/3 needed",
            World(Compute("beta-convergence-logit", [.. Year(2015, [10, 20, 30, 70, 80]), .. Year(2020, [20, 30, 40, 100, 100])])).Reason, StringComparison.Ordinal);

    [Fact]
    public void Half_life_of_a_group_that_halves_its_distances_in_five_years_is_five()
    {
        double[] start = [10, 20, 40, 60, 80], end = [.. start.Select(value => Math.Sqrt(value * 90))];
        var found = World(Compute("half-life", [.. Year(2015, [.. start]), .. Year(2020, [.. end])]));
        Assert.Equal(5, found.Value!.Value, 1e-9);
    }

    [Fact]
    public void Convergence_of_a_group_in_which_all_started_alike_has_no_line() =>
        Assert.Equal("2015–2020, 5 members with values of both; no line: fewer than 3 members, or all started from one level",
            World(Compute("beta-convergence", [.. Year(2015, [90, 90, 90, 90, 90]), .. Year(2020, Toy)])).Reason);

    [Fact]
    public void Estimates_at_either_end_count_as_estimated()
    {
        Figure[] figures = [.. Year(2015, Toy).Select(figure => figure.Area == "AAA" ? figure with { Status = ObsStatus.E } : figure), .. Year(2020, Toy)];
        Assert.Equal(0.1, World(Compute("sigma-convergence", figures)).Coverage!.EstimatedShare, 1e-12);
    }

    private static double Spread(params double[] values) =>
        Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2))) / values.Average();

    private static (double?, string?) Pair(Gap gap) => (gap.Value, gap.Reason);

    private static Gap World(IEnumerable<Gap> gaps) => gaps.Where(gap => gap.Subject == "WLD").MaxBy(gap => gap.Year)!;

    [Fact]
    public void Convergence_runs_over_a_switch_between_sources_that_say_the_same()
    {
        Figure[] figures = [.. Year(2015, Toy), .. Year(2020, Toy).Select(figure => figure.Area == "BBB" ? figure with { Source = "T" } : figure)];
        var inputs = Inputs("sigma-convergence", figures);

        Assert.Contains("1 left out for a break", World(GapEngine.Compute(inputs)).Reason, StringComparison.Ordinal);
        var joined = inputs with { Joins = new HashSet<SourceJoin> { new("BBB", Sex.Total, 2020, "S", "T") } };
        Assert.StartsWith("2015–2020, 5 members with values of both", World(GapEngine.Compute(joined)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean-weighted", 66.875)]
    [InlineData("mean-unweighted", 62.5)]
    public void Figures_under_non_commercial_terms_stay_out_of_groups(string measure, double expected)
    {
        Figure[] figures = [.. Year(2020, Toy).Select(figure => figure.Area == "BBB" ? figure with { Source = "NC" } : figure)];
        var world = World(GapEngine.Compute(Inputs(measure, figures) with { KeptOutOfGroups = new HashSet<string> { "NC" } }));

        Assert.Equal(expected, world.Value!.Value, 1e-12);
        Assert.Equal((4, 5), (world.Coverage!.Areas, world.Coverage.AreasOf));
        Assert.Contains("figures of 1 member left out: their terms forbid commercial use", world.Reason, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Gap> Compute(string measure, Figure[] figures) => GapEngine.Compute(Inputs(measure, figures));

    private static GapInputs Inputs(string measure, Figure[] figures) => new(
        StarterFigures.InternetUsersIndicator(measure), figures, [.. new[] { 2015, 2020 }.SelectMany(year => Of("population", year, [.. People]))], Areas)
    {
        Others = new Dictionary<string, IReadOnlyList<Figure>> { ["income"] = Of("income", 2020, [1000, 2000, 3000, 4000, 5000]) },
        IncomeIndicator = "income",
    };

    private static Figure[] Year(int year, params double?[] values) => Of("internet-users", year, values);

    private static Figure[] Year(int year, double[] values) => Of("internet-users", year, [.. values]);

    private static Figure[] Of(string indicator, int year, double?[] values) =>
        [.. values.Index().Select(pair => new Figure(indicator, Codes[pair.Index], Sex.Total, year, pair.Item, pair.Item is null ? ObsStatus.O : ObsStatus.A, "S", 1))];
}
