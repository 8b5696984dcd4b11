using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Indices;

/// <summary>The score of the gap index and its parts, without draws.</summary>
public sealed class GapIndexTests
{
    private const double None = double.NaN;

    private static readonly GapIndexDraws NoDraws = GapIndexDraws.Default with { Count = 0 };

    private static readonly Gen<double[]> Row = Gen.Double[0, 100].Array[5];

    [Fact]
    public void Index_is_the_geometric_mean_of_communities_of_means_of_dimensions()
    {
        // reach (30 + 60 + 90)/3 = 60, skills 20, development 40; security 100 − 10 = 90; √(40 · 90) = 60
        var gaps = Then(Row1(30, 60, 90, 20, 10));
        Assert.Equal(60, Value(gaps, "index-score"), 1e-9);
        Assert.Equal(
            [("development", 40), ("development.reach", 60), ("development.reach.r1", 30), ("development.reach.r2", 60), ("development.reach.r3", 90),
                ("development.skills-of-all", 20), ("development.skills-of-all.s1", 20), ("security", 90), ("security.safety", 90), ("security.safety.p1", 90)],
            gaps.Where(gap => gap.Measure.StartsWith("index-part:", StringComparison.Ordinal)).Select(gap => (gap.Measure[11..], Math.Round(gap.Value!.Value, 9))));
    }

    [Fact]
    public void Score_and_losses_of_the_indicators_add_up_to_100()
    {
        var gaps = Then(Row1(30, 60, 90, 20, 10));
        var losses = gaps.Where(gap => gap.Measure.StartsWith("index-loss:", StringComparison.Ordinal) && gap.Measure.Count(c => c == '.') == 2);
        Assert.Equal(100, Value(gaps, "index-score") + losses.Sum(gap => gap.Value!.Value), 1e-10);
    }

    [Fact]
    public void Score_is_a_figure_of_the_composite()
    {
        var figure = Assert.Single(Compute(Row1(30, 60, 90, 20, 10)).Figures);
        Assert.Equal(("gap", "AAA", 2020, 60.0, ObsStatus.A, "DIVIDEMETRICS"), (figure.Indicator, figure.Area, figure.Year, Math.Round(figure.Value!.Value, 9), figure.Status, figure.Source));
    }

    [Fact]
    public void Dimension_with_two_thirds_of_its_indicators_has_a_score() =>
        Assert.Equal(45, Value(Then(Row1(30, 60, None, 20, 10)), "index-part:development.reach"), 1e-9);

    [Fact]
    public void Dimension_with_fewer_says_how_many_there_are() =>
        Assert.Equal((null, "1 of 3 indicators present, 2/3 needed"), Reason(Then(Row1(30, None, None, 20, 10)), "index-part:development.reach"));

    [Fact]
    public void Community_with_half_of_its_dimensions_has_a_score() =>
        Assert.Equal(20, Value(Then(Row1(30, None, None, 20, 10)), "index-part:development"), 1e-9);

    [Fact]
    public void Economy_without_a_community_has_no_index_and_says_which_is_missing()
    {
        var figures = SmallFramework.Table(2020, [30, 60, 90, 20, None], [30, 60, 90, 20, 10]);
        var result = CompositeEngine.Compute(SmallFramework.Inputs(2, figures) with { Draws = NoDraws });
        var gaps = result.Gaps.Where(gap => gap.Subject == "AAA").ToList();
        Assert.Equal((null, "no index: security: 0 of 1 dimensions scored, half needed"), Reason(gaps, "index-score"));
        Assert.Equal(40, Value(gaps, "index-part:development"), 1e-9);
        Assert.DoesNotContain(gaps, gap => gap.Measure.StartsWith("index-loss", StringComparison.Ordinal));
        Assert.Equal("AAB", Assert.Single(result.Figures).Area);
    }

    [Fact]
    public void Community_of_which_nobody_has_anything_leaves_all_without_an_index() =>
        Assert.Equal(
            (null, "no index: security: no indicator with goalposts has figures"), Reason(Compute(Row1(30, 60, 90, 20, None)).Gaps, "index-score"));

    [Fact]
    public void Indicator_that_nobody_has_is_neither_present_nor_missing() =>
        Assert.Equal(30, Value(Compute(Row1(30, None, None, 20, 10)).Gaps, "index-part:development.reach"), 1e-9);

    [Theory]
    [InlineData(2020, 30.0, null)]
    [InlineData(2021, 30.0, "value of 2020")]
    [InlineData(2023, 30.0, "value of 2020")]
    public void Value_counts_for_three_years_more(int year, double expected, string? remark)
    {
        var gap = Gaps([.. Row1(30, 60, 90, 20, 10), SmallFramework.Value("p1", "AAA", 2021, 1), SmallFramework.Value("p1", "AAA", 2023, 1)]).Single(gap => gap.Measure == "index-part:development.reach.r1" && gap.Year == year);
        Assert.Equal((expected, remark), (gap.Value, gap.Reason));
    }

    [Fact]
    public void Value_older_than_three_years_does_not_count() => Assert.Equal(
        (null, "0 of 3 indicators present, 2/3 needed"),
        Reason(Gaps([.. Row1(30, 60, 90, 20, 10), SmallFramework.Value("p1", "AAA", 2024, 1)]).Where(gap => gap.Year == 2024), "index-part:development.reach"));

    [Fact]
    public void Year_without_a_value_of_its_own_has_no_score() => Assert.Equal([2020], Gaps(Row1(30, 60, 90, 20, 10)).Select(gap => gap.Year).Distinct());

    [Fact]
    public void Score_says_what_was_carried_forward_and_estimated()
    {
        Figure[] figures = [.. Row1(30, 60, 90, 20, 10)[..3], SmallFramework.Value("s1", "AAA", 2021, 20, ObsStatus.E), SmallFramework.Value("p1", "AAA", 2021, 10) with { Vintage = 7 }];
        var result = Compute(figures);
        Assert.Equal("5 of 5 inputs; 3 carried forward from 2020; 1 estimated or imputed", result.Gaps.Single(gap => gap is { Measure: "index-score", Year: 2021 }).Reason);
        Assert.Equal((ObsStatus.I, 7), (result.Figures.Single().Status, result.Figures.Single().Vintage));
    }

    [Fact]
    public void Forecasts_missing_values_and_sexes_do_not_count()
    {
        var row = Row1(30, 60, 90, 20, 10);
        Figure[] more = [SmallFramework.Value("r1", "AAA", 2021, 99, ObsStatus.F), SmallFramework.Value("r2", "AAA", 2021, null), row[0] with { Sex = Sex.Female, Year = 2021 }];
        Assert.Equal([2020], Compute([.. row, .. more]).Gaps.Select(gap => gap.Year).Distinct());
    }

    [Fact]
    public void Equal_scores_share_a_rank()
    {
        var figures = SmallFramework.Table(2020, [30, 60, 90, 20, 10], [50, 50, 50, 50, 50], [50, 50, 50, 50, 50], [10, 10, 10, 10, 90]);
        Assert.Equal([1, 2, 2, 4], CompositeEngine.Compute(SmallFramework.Inputs(4, figures) with { Draws = NoDraws }).Gaps
            .Where(gap => gap.Measure == "index-rank").Select(gap => gap.Value!.Value));
    }

    [Fact]
    public void No_figures_give_no_scores() => Assert.Empty(Compute([]).Gaps);

    [Fact]
    public void Zero_in_a_community_makes_the_index_zero() => Assert.Equal(0, Value(Then(Row1(30, 60, 90, 20, 100)), "index-score"));

    [Fact]
    public void Score_lies_between_0_and_100_and_between_its_communities() => Row.Sample(row =>
    {
        var gaps = Then(Row1(row));
        var (score, one, other) = (Value(gaps, "index-score"), Value(gaps, "index-part:development"), Value(gaps, "index-part:security"));
        return score >= Math.Min(one, other) - 1e-9 && score <= ((one + other) / 2) + 1e-9 && score is >= 0 and <= 100.000000001;
    }, iter: 200);

    [Fact]
    public void Score_rises_with_each_indicator_and_falls_where_lower_is_better() => Gen.Select(Row, Gen.Int[0, 4], Gen.Double[0, 50]).Sample((row, which, step) =>
    {
        var after = row.ToArray();
        after[which] += step;
        return (Value(Then(Row1(after)), "index-score") - Value(Then(Row1(row)), "index-score")) * (which == 4 ? -1 : 1) >= -1e-9;
    }, iter: 200);

    [Theory]
    [InlineData("Innovation and creation", "innovation-and-creation")]
    [InlineData("Affordability, and usefulness ", "affordability-and-usefulness")]
    [InlineData("reach", "reach")]
    public void Dimension_is_named_in_kebab_case(string words, string expected) => Assert.Equal(expected, GapIndexFramework.Slug(words));

    /// <summary>Figures of AAA.</summary>
    private static Figure[] Row1(params double[] row) => SmallFramework.Table(2020, row);

    private static CompositeResult Compute(Figure[] figures) => CompositeEngine.Compute(SmallFramework.Inputs(1, figures) with { Draws = NoDraws });

    /// <summary>Gaps of AAA, with AAB beside it that has everything, so that every indicator has figures.</summary>
    private static List<Gap> Gaps(params Figure[] figures)
    {
        Figure[] both = [.. figures, .. SmallFramework.Scored.Select(indicator => SmallFramework.Value(indicator.Id, "AAB", 2024, 50))];
        return [.. CompositeEngine.Compute(SmallFramework.Inputs(2, both) with { Draws = NoDraws }).Gaps.Where(gap => gap.Subject == "AAA")];
    }

    /// <summary>The gaps of the year 2020 of AAA.</summary>
    private static List<Gap> Then(params Figure[] figures) => [.. Gaps(figures).Where(gap => gap.Year == 2020)];

    private static double Value(IEnumerable<Gap> gaps, string measure) => gaps.Single(gap => gap.Measure == measure).Value!.Value;

    private static (double?, string?) Reason(IEnumerable<Gap> gaps, string measure) =>
        gaps.Where(gap => gap.Measure == measure).Select(gap => (gap.Value, gap.Reason)).Single();
}
