using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

public sealed class ExplanationTests
{
    private static readonly AreaCatalog Areas = new(
        [
            new("AAA", "A-land", AreaKind.Economy, null, null), new("BBB", "B-land", AreaKind.Economy, null, null),
            new("CCC", "C-land", AreaKind.Economy, null, null), new("DDD", "D-land", AreaKind.Economy, null, null),
            new("WLD", "World", AreaKind.Aggregate, null, null),
        ],
        [new("WLD", "World", AreaGroupKind.World), new("LIC", "Low income", AreaGroupKind.IncomeGroup), new("REG", "Region", AreaGroupKind.WorldBankRegion), new("LDC", "Least developed", AreaGroupKind.UnStatus)],
        [.. new[] { "AAA", "BBB", "CCC", "DDD" }.Select(code => new GroupMembership("WLD", code, null, null)), new("LIC", "AAA", null, null), new("LIC", "BBB", null, null), new("REG", "AAA", null, null), new("REG", "CCC", null, null), new("LDC", "BBB", null, null), new("LDC", "DDD", null, null)],
        [],
        []);

    private static readonly Goal Goal = new("g", "online", "Everyone online", "ITU", 100, 95, 2030, true, "a page");

    private static readonly Indicator Indicator = new()
    {
        Id = "online", Title = "Online", Definition = "d", Unit = "PT", UnitLabel = "%", Direction = Direction.Up, Min = 0, Max = 100,
        Community = "development", Dimension = "Penetration", Weights = "population", BySex = true, Series = [], Goal = Goal, Goals = [Goal],
        Breaks = [new(2019, "AAA", "a new survey"), new(2018, "BBB", "elsewhere")],
        Measures = MeasureRegistry.Ids,
    };

    private static readonly GapInputs Inputs = new(
        Indicator with { Measures = ["gap-to-goal", "gap-to-frontier", "gap-to-income-group", "gap-to-region", "gap-to-ldc", "gender-gap", "time-distance-world", "mean-weighted"] },
        [
            Figure("AAA", 2020, 40), Figure("AAA", 2021, 50), Figure("AAA", 2021, 45) with { Sex = Sex.Female }, Figure("AAA", 2021, 55) with { Sex = Sex.Male },
            Figure("BBB", 2021, 80), Figure("CCC", 2021, null) with { Status = ObsStatus.M }, Figure("WLD", 2019, 50), Figure("WLD", 2021, 60),
            Figure("AAA", 2022, 51) with { Status = ObsStatus.F },
        ],
        [Population("AAA", 10), Population("BBB", 20), Population("CCC", 30)],
        Areas);

    [Fact]
    public void Gap_to_goal_names_the_goal_the_assumption_and_the_value()
    {
        var found = Explain("gap-to-goal", "AAA");
        Assert.Equal("reference − x (x − reference where lower is better); reference = goal, the gap at least 0; met when x reaches the goal's threshold of \"met\"", found.Measure.Formula);
        Assert.Contains(new("goal", "Everyone online: 100 by 2030 (ITU; a page)", true), found.Parameters);
        Assert.Contains(new("met from", "95", true), found.Parameters);
        Assert.Equal([("value", 50.0)], found.Inputs.Select(input => (input.Role, input.Figure.Value!.Value)));
        Assert.Empty(found.Members);
    }

    [Fact]
    public void Comparison_of_the_sexes_names_both() =>
        Assert.Equal(["women 45", "men 55"], Explain("gender-gap", "AAA").Inputs.Select(input => FormattableString.Invariant($"{input.Role} {input.Figure.Value}")));

    [Fact]
    public void Time_distance_lists_both_series_without_forecasts_and_the_breaks_of_the_subject()
    {
        var found = Explain("time-distance-world", "AAA");
        Assert.Equal(
            ["value 2021", "series 2020", "series 2021", "world 2019", "world 2021"],
            found.Inputs.Select(input => FormattableString.Invariant($"{input.Role} {input.Figure.Year}")));
        Assert.Equal(["2019: a new survey"], found.Parameters.Where(parameter => parameter.Name == "declared break").Select(parameter => parameter.Value));
    }

    [Theory]
    [InlineData("gap-to-income-group", "LIC", "AAA BBB")]
    [InlineData("gap-to-region", "REG", "AAA CCC")]
    [InlineData("gap-to-ldc", "LDC", "BBB DDD")]
    public void Comparison_with_a_group_lists_its_members(string measure, string group, string members)
    {
        var found = Explain(measure, "AAA");
        Assert.Equal((group, members), (found.MembersOf, string.Join(' ', found.Members.Select(member => member.Area))));
    }

    [Theory]
    [InlineData("gap-index", "part online 2020")]
    [InlineData("idi", "part online 2020")]
    [InlineData("egdi", "")]
    public void Composite_names_the_newest_figures_that_are_not_too_old(string kind, string expected)
    {
        var index = Indicator with { Id = "index", Composite = new Composite(kind, new Dictionary<string, string>()), Measures = [] };
        var inputs = new GapInputs(index, [], [], Areas) { Others = new Dictionary<string, IReadOnlyList<Figure>> { ["online"] = [Figure("AAA", 2019, 1), Figure("AAA", 2020, 2), Figure("AAA", 2022, 3)] } };
        var score = new Gap("index-score", "index", "AAA", Sex.Total, 2021, 50, null, null, null, null);

        Assert.Equal(expected, string.Join(", ", Explanation.Of(inputs, score, ["online"]).Inputs.Select(input => FormattableString.Invariant($"{input.Role} {input.Figure.Year}"))));
    }

    [Fact]
    public void Group_mean_lists_every_member_with_weight_or_with_what_is_missing()
    {
        var found = Explain("mean-weighted", "WLD");
        Assert.Equal("WLD", found.MembersOf);
        Assert.Equal(
            ["AAA 50 10 ", "BBB 80 20 ", "CCC  30 the provider says that it is missing (M)", "DDD   no figure for the year"],
            found.Members.Select(member => FormattableString.Invariant($"{member.Area} {member.Figure?.Value} {member.Weight?.Value} {member.Missing}")));
        Assert.Contains(found.Parameters, parameter => parameter.Name == "weights" && parameter.Value.StartsWith("figures of population", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_that_are_counted_give_the_published_mean()
    {
        var found = Explain("mean-weighted", "LIC");
        var counted = found.Members.Where(member => member.Missing is null).ToList();
        Assert.Equal(found.Gap.Value!.Value, counted.Sum(member => member.Figure!.Value!.Value * member.Weight!.Value.Value) / counted.Sum(member => member.Weight!.Value.Value), 1e-12);
    }

    [Fact]
    public void Gap_to_the_income_group_lists_its_members_and_the_own_value()
    {
        var found = Explain("gap-to-income-group", "AAA");
        Assert.Equal("LIC", found.MembersOf);
        Assert.Equal(["AAA", "BBB"], found.Members.Select(member => member.Area));
        Assert.Equal(["value"], found.Inputs.Select(input => input.Role));
    }

    [Fact]
    public void Frontier_lists_the_economies_with_a_value() => Assert.Equal(["AAA", "BBB"], Explain("gap-to-frontier", "AAA").Members.Select(member => member.Area));

    [Fact]
    public void Parts_of_a_composite_are_listed()
    {
        var inputs = Inputs with { Others = new Dictionary<string, IReadOnlyList<Figure>> { ["part"] = [Figure("AAA", 2021, 7) with { Indicator = "part" }] } };
        var found = Explanation.Of(inputs, new("gap-to-goal", "online", "AAA", Sex.Total, 2021, 50), ["part", "absent"]);
        Assert.Equal(["value", "part part"], found.Inputs.Select(input => input.Role));
    }

    [Theory, InlineData("no-such", "online"), InlineData("gini", "other")]
    public void Value_of_something_else_is_refused(string measure, string indicator) =>
        Assert.Throws<ArgumentException>(() => Explanation.Of(Inputs, new(measure, indicator, "AAA", Sex.Total, 2021, 50), []));

    private static Explanation Explain(string measure, string subject) =>
        Explanation.Of(Inputs, GapEngine.Compute(Inputs).Single(gap => gap.Measure == measure && gap.Subject == subject && gap.Year == 2021 && gap.Sex == Sex.Total), []);

    private static Figure Figure(string area, int year, double? value) => new("online", area, Sex.Total, year, value, ObsStatus.A, "S", 1);

    private static Figure Population(string area, double value) => new("population", area, Sex.Total, 2021, value, ObsStatus.A, "P", 2);
}
