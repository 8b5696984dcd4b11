using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Indices;

/// <summary>Composites by declared roles, through the engine.</summary>
public sealed class CompositeEngineTests
{
    private static readonly string[] IdiSymbols = ["u1", "u2", "u3", "a", "b", "m2", "m3", "m4", "m5", "m6"];

    private static readonly double[] Box = [87.4, 89.3, 105.7, 99.2, 98.5, 123.3, 2908.6, 1.0, 1.4, 93.8];

    [Fact]
    public void Idi_of_an_economy_is_a_figure_and_a_gap_without_rank()
    {
        var result = Compute("idi", IdiSymbols, Idi(2022));
        var figure = result.Figures.Single();
        Assert.Equal(("x", "AAA", 2022), (figure.Indicator, figure.Area, figure.Year));
        Assert.Equal(89.5, figure.Value!.Value, 0.1);
        Assert.DoesNotContain(result.Gaps, gap => gap.Measure.StartsWith("index-rank", StringComparison.Ordinal));
        Assert.Equal(85.5, result.Gaps.Single(gap => gap.Measure == "index-part:u").Value!.Value, 0.1);
    }

    [Fact]
    public void Idi_takes_a_value_of_the_year_before() =>
        Assert.Equal(
            "10 of 10 inputs; 1 carried forward from 2022",
            Score(Compute("idi", IdiSymbols, [.. Idi(2023)[1..], Idi(2022)[0]]), 2023).Reason);

    [Fact]
    public void Idi_takes_no_older_value() =>
        Assert.Equal(
            (null, "not scored: no value of individuals using the Internet (u1)"),
            (Score(Compute("idi", IdiSymbols, [.. Idi(2023)[1..], Idi(2021)[0]]), 2023).Value, Score(Compute("idi", IdiSymbols, [.. Idi(2023)[1..], Idi(2021)[0]]), 2023).Reason));

    [Fact]
    public void Idi_of_an_economy_that_is_not_scored_has_no_figure_and_no_parts()
    {
        var result = Compute("idi", IdiSymbols, Idi(2022)[..9]);
        Assert.Empty(result.Figures);
        Assert.Equal("index-score", Assert.Single(result.Gaps).Measure);
    }

    [Fact]
    public void Idi_speaks_of_no_year_before_2021() => Assert.DoesNotContain(Compute("idi", IdiSymbols, Idi(2020)).Gaps, gap => gap.Year < 2021);

    [Fact]
    public void Years_in_which_nobody_is_scored_are_told_of_the_last_year_only() =>
        Assert.Equal([2022, 2024], Compute("idi", IdiSymbols, [.. Idi(2022), Idi(2024)[3], F("u1", 2021, 50)]).Gaps.Select(gap => gap.Year).Distinct());

    [Theory]
    [InlineData(0.6, 0.0)]
    [InlineData(0.59, 0.01)]
    public void Egdi_tells_its_difference_from_the_published(double published, double expected)
    {
        var gap = Compute("egdi", ["osi", "tii", "hci", "published"], Egdi(2022, published)).Gaps.Single(gap => gap.Measure == "index-difference");
        Assert.Equal(expected, gap.Value!.Value, 1e-9);
    }

    [Fact]
    public void Egdi_without_a_published_index_says_so()
    {
        var gaps = Compute("egdi", ["osi", "tii", "hci", "published"], Egdi(2022, 0)[..3]).Gaps;
        Assert.Equal((null, "no published index of this year"), gaps.Where(gap => gap.Measure == "index-difference").Select(gap => (gap.Value, gap.Reason)).Single());
        Assert.Equal("high", gaps.Single(gap => gap.Measure == "index-score").Category);
    }

    [Fact]
    public void Egdi_may_do_without_the_published_index() => Assert.DoesNotContain(Compute("egdi", ["osi", "tii", "hci"], Egdi(2022, 0)[..3]).Gaps, gap => gap.Measure == "index-difference");

    [Fact]
    public void Egdi_before_2014_is_not_recomputed() => Assert.Empty(Compute("egdi", ["osi", "tii", "hci", "published"], Egdi(2012, 0)).Gaps);

    [Fact]
    public void Assumed_methods_say_so_with_every_score() =>
        Assert.All(CompositeRegistry.All.Where(kind => kind.Assumption is not null), kind =>
        {
            string[] roles = [.. kind.Roles.Select(role => role.Id)];
            var found = Compute(kind.Id, roles, [.. roles.SelectMany(role => new[] { F(role, 2016, 50), F(role, 2016, 60) with { Area = "AAB" } })]);
            Assert.NotEmpty(found.Figures);
            Assert.All(found.Gaps.Where(gap => gap.Measure == "index-score"), gap => Assert.Contains("assumption: ", gap.Reason, StringComparison.Ordinal));
        });

    [Fact]
    public void Every_gap_stands_once_and_is_a_measure_of_the_registry()
    {
        var gaps = CompositeEngine.Compute(SmallFramework.Inputs(3, SmallFramework.Table(2020, [30, 60, 90, 20, 10], [5, 6, 7, 8, 9]))).Gaps;
        Assert.Equal(gaps.Count, gaps.Select(gap => (gap.Measure, gap.Subject, gap.Year)).Distinct().Count());
        Assert.All(gaps, gap => Assert.Contains(MeasureRegistry.Find(gap.Measure), MeasureRegistry.OfComposites));
        Assert.All(gaps, gap => Assert.True(gap.Value is { } value ? double.IsFinite(value) : !string.IsNullOrWhiteSpace(gap.Reason), gap.ToString()));
    }

    [Fact]
    public void Measures_of_composites_are_explained_and_wanted_by_no_indicator()
    {
        Assert.All(MeasureRegistry.OfComposites, measure =>
            Assert.DoesNotContain(new[] { measure.Title, measure.Unit, measure.Formula, measure.Range, measure.Reference }, string.IsNullOrWhiteSpace));
        Assert.Contains("unknown measure 'index-rank'", Assert.Single(MeasureRegistry.Problems(SmallFramework.Index with { Measures = ["index-rank"] })), StringComparison.Ordinal);
        Assert.Null(MeasureRegistry.Find("gap-to-goal:part"));
    }

    [Fact]
    public void Point_that_stands_twice_is_refused() => Assert.Throws<ArgumentException>(() => Compute("egdi", ["osi", "tii", "hci"], [F("osi", 2020, 1), F("osi", 2020, 1)]));

    [Fact]
    public void Value_that_is_not_finite_is_refused() => Assert.Throws<ArgumentException>(() => Compute("egdi", ["osi", "tii", "hci"], [F("osi", 2020, double.NaN)]));

    [Fact]
    public void Figures_of_another_indicator_are_refused() => Assert.Throws<ArgumentException>(() =>
    {
        var inputs = Inputs("egdi", ["osi", "tii", "hci"], []);
        CompositeEngine.Compute(inputs with { Figures = new Dictionary<string, IReadOnlyList<Figure>> { ["i-osi"] = [F("osi", 2020, 1), F("tii", 2020, 1)] } });
    });

    [Fact]
    public void Indicator_that_is_no_composite_is_refused() =>
        Assert.Throws<ArgumentException>(() => CompositeEngine.Compute(SmallFramework.Inputs(1) with { Indicator = SmallFramework.Scored[0] }));

    [Theory]
    [InlineData("nonsense", "unknown kind of composite 'nonsense'; known are gap-index, idi, egdi, idi-2017, b2c")]
    [InlineData("egdi", "'egdi' needs the role 'hci': human capital index, 0 to 1")]
    [InlineData("idi", "'idi' has no role 'osi'")]
    public void Declaration_that_does_not_fit_its_kind_is_named(string kind, string expected)
    {
        var inputs = Inputs("egdi", ["osi", "tii"], []);
        var composite = inputs.Indicator with { Composite = inputs.Indicator.Composite! with { Kind = kind } };
        Assert.Contains(CompositeRegistry.Problems(composite, inputs.Indicators), problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Role_of_an_indicator_that_is_not_declared_is_named()
    {
        var inputs = Inputs("egdi", ["osi", "tii", "hci"], []);
        Assert.Contains("role 'hci' names 'i-hci', which is no declared indicator", Assert.Single(
            CompositeRegistry.Problems(inputs.Indicator, [.. inputs.Indicators.Where(each => each.Id != "i-hci")])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Role_of_a_composite_is_named()
    {
        var inputs = Inputs("egdi", ["osi", "tii", "hci"], []);
        var nested = inputs.Indicators.Select(each => each.Id == "i-hci" ? each with { Composite = new("idi", new Dictionary<string, string>()) } : each);
        Assert.Contains("which is a composite itself", Assert.Single(CompositeRegistry.Problems(inputs.Indicator, [.. nested])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_the_gap_index_are_the_scored_indicators() =>
        Assert.Equal(["p1", "r1", "r2", "r3", "s1"], CompositeRegistry.InputsOf(SmallFramework.Index, SmallFramework.Scored));

    [Fact]
    public void Inputs_of_a_formula_are_its_roles()
    {
        var inputs = Inputs("egdi", ["osi", "tii", "hci", "published"], []);
        Assert.Equal(["i-hci", "i-osi", "i-published", "i-tii"], CompositeRegistry.InputsOf(inputs.Indicator, inputs.Indicators));
    }

    private static CompositeResult Compute(string kind, string[] roles, Figure[] figures) => CompositeEngine.Compute(Inputs(kind, roles, figures));

    private static CompositeInputs Inputs(string kind, string[] roles, Figure[] figures)
    {
        var declared = roles.Select(role => SmallFramework.Indicator($"i-{role}", "development", "Reach") with { Goalposts = null }).ToList();
        var composite = SmallFramework.Index with { Id = "x", Composite = new(kind, roles.ToDictionary(role => role, role => $"i-{role}")) };
        return SmallFramework.Inputs(composite, declared, 2, figures);
    }

    private static Gap Score(CompositeResult result, int year) => result.Gaps.Single(gap => gap.Measure == "index-score" && gap.Year == year);

    private static Figure[] Idi(int year) => [.. IdiSymbols.Zip(Box, (symbol, value) => F(symbol, year, value))];

    private static Figure[] Egdi(int year, double published) => [F("osi", year, 0.5), F("tii", year, 0.6), F("hci", year, 0.7), F("published", year, published)];

    private static Figure F(string role, int year, double value) => SmallFramework.Value($"i-{role}", "AAA", year, value);
}
