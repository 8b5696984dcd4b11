using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Indices;

/// <summary>The Monte Carlo analysis of the gap index.</summary>
public sealed class GapIndexUncertaintyTests
{
    private static readonly GapIndexDraws Few = GapIndexDraws.Default with { Count = 50 };

    private static readonly Gen<double> Cell = Gen.Frequency((8, Gen.Double[5, 95]), (1, Gen.Const(double.NaN)));

    private static readonly Gen<double[][]> Tables = Cell.Array[5].Array[1, 9];

    [Fact]
    public void Same_seed_gives_the_same_result() => Tables.Sample(table => Same(Gaps(table, Few), Gaps(table, Few)), iter: 30);

    [Fact]
    public void Result_does_not_depend_on_the_number_of_threads() =>
        Tables.Sample(table => Same(Gaps(table, Few with { Threads = 1 }), Gaps(table, Few with { Threads = 4 })), iter: 30);

    [Fact]
    public void Another_seed_gives_another_interval() =>
        Assert.NotEqual(Interval([[30, 60, 90, 20, 10]], Few, "index-score"), Interval([[30, 60, 90, 20, 10]], Few with { Seed = 1 }, "index-score"));

    [Fact]
    public void Result_does_not_depend_on_the_order_of_indicators() => Tables.Sample(table =>
    {
        var inputs = SmallFramework.Inputs(9, SmallFramework.Table(2020, table)) with { Draws = Few };
        return Same(CompositeEngine.Compute(inputs).Gaps, CompositeEngine.Compute(inputs with { Indicators = [.. inputs.Indicators.Reverse()] }).Gaps);
    }, iter: 30);

    /// <summary>All economies of one income group, so that exchanging two of them changes nothing else.</summary>
    [Fact]
    public void Economies_that_exchange_their_values_exchange_their_results() => Tables.Where(table => table.Length is 2 or 3).Sample(table =>
    {
        var (before, after) = (Gaps(table, Few), Gaps([.. table.Reverse()], Few));
        string Mirror(string area) => SmallFramework.Code(table.Length - 1 - (area[2] - 'A'));
        return Same(before.OrderBy(gap => gap.Subject), after.Select(gap => gap with { Subject = Mirror(gap.Subject) }).OrderBy(gap => gap.Subject));
    }, iter: 30);

    [Fact]
    public void Neutral_draw_gives_the_score_itself() => Tables.Sample(table =>
    {
        var figures = SmallFramework.Table(2020, table);
        var scores = CompositeEngine.Compute(SmallFramework.Inputs(9, figures) with { Draws = Few with { Count = 0 } }).Figures;
        return scores.Select(figure => figure.Value!.Value).Zip(Neutral(figures, scores)).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }, iter: 100);

    [Fact]
    public void Equal_scores_and_fixed_goalposts_leave_no_doubt()
    {
        var gap = Interval([[40, 40, 40, 40, 60], [70, 70, 70, 70, 30]], Few with { Spread = 0 }, "index-score");
        Assert.Equal((40, 40, 40), (Math.Round(gap.Value!.Value, 9), Math.Round(gap.Lower!.Value, 9), Math.Round(gap.Upper!.Value, 9)));
    }

    [Fact]
    public void Moved_goalposts_alone_widen_the_interval_by_no_more_than_they_moved()
    {
        // position 0.4: from (0.4 − 0.05)/1 or (0.4 − 0.05)/0.9 at the least and most unlike goalposts
        var gap = Interval([[40, 40, 40, 40, 60]], Few, "index-score");
        Assert.InRange(gap.Lower!.Value, 100 * 0.35 / 1.0, 40);
        Assert.InRange(gap.Upper!.Value, 40, 100 * 0.45 / 1.0);
        Assert.True(gap.Upper - gap.Lower > 0.1);
    }

    [Fact]
    public void Interval_holds_its_median() => Tables.Sample(table =>
        Gaps(table, Few).Where(gap => gap.Measure is "index-score-median" or "index-rank-median").All(gap => gap.Lower <= gap.Value && gap.Value <= gap.Upper), iter: 30);

    [Fact]
    public void Interval_holds_the_score_nearly_always_when_weights_do_not_matter() => Assert.All(
        Gaps([[20, 20, 20, 20, 80], [50, 50, 50, 50, 50], [80, 80, 80, 80, 20]], Few).Where(gap => gap.Measure == "index-score"),
        gap => Assert.InRange(gap.Value!.Value, gap.Lower!.Value, gap.Upper!.Value));

    [Fact]
    public void Economy_that_is_best_in_everything_is_first_in_every_draw()
    {
        var gap = Interval([[90, 90, 90, 90, 5], [10, 20, 10, 10, 90], [20, 10, 10, 20, 80]], Few, "index-rank");
        Assert.Equal((1, 1, 1), (gap.Value, gap.Lower, gap.Upper));
    }

    [Fact]
    public void Ranks_lie_between_1_and_the_number_of_economies() => Tables.Sample(table =>
    {
        var ranks = Gaps(table, Few).Where(gap => gap.Measure == "index-rank").ToList();
        return ranks.All(gap => gap.Value >= 1 && gap.Value <= ranks.Count && gap.Lower >= 1 && gap.Upper <= ranks.Count);
    }, iter: 30);

    [Fact]
    public void Missing_indicator_is_replaced_by_the_median_of_its_income_group()
    {
        // r3 of AAA: group of AAA, AAB, AAC has 90 and 70, so 80; reach (30 + 60 + 80)/3
        var frame = Frame([30, 60, double.NaN, 20, 10], [50, 50, 90, 50, 50], [50, 50, 70, 50, 50], [50, 50, 1, 50, 50]);
        Assert.Equal((0, 0.0, 1, 0.8), (frame.LeftOut.Present(2)[0], frame.LeftOut.Positions(2)[0], frame.Filled.Present(2)[0], Math.Round(frame.Filled.Positions(2)[0], 12)));
    }

    [Fact]
    public void Dimension_too_thin_for_a_score_is_left_out_or_filled_as_a_whole()
    {
        var frame = Frame([30, double.NaN, double.NaN, 20, 10], [50, 50, 90, 50, 50]);
        Assert.Equal((0, 1), (frame.LeftOut.Scored(0)[0], frame.Filled.Scored(0)[0]));
    }

    [Theory]
    [InlineData(-1, 0.05)]
    [InlineData(10, -0.01)]
    [InlineData(10, 0.3)]
    [InlineData(10, double.NaN)]
    public void Draws_that_make_no_sense_are_refused(int count, double spread) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gaps([[1, 2, 3, 4, 5]], new(count, 1, spread)));

    [Fact]
    public void Ranks_of_no_scores_are_none() => Assert.Empty(GapIndexUncertainty.Ranks([]));

    private static IReadOnlyList<Gap> Gaps(double[][] table, GapIndexDraws draws) =>
        CompositeEngine.Compute(SmallFramework.Inputs(9, SmallFramework.Table(2020, table)) with { Draws = draws }).Gaps;

    private static Gap Interval(double[][] table, GapIndexDraws draws, string measure) => Gaps(table, draws).First(gap => gap.Measure == measure);

    private static bool Same(IEnumerable<Gap> expected, IEnumerable<Gap> found) => expected.SequenceEqual(found);

    private static GapIndexFrame Frame(params double[][] table)
    {
        var framework = GapIndexFramework.Of(SmallFramework.Scored, _ => true);
        return GapIndexFrame.Of(framework, Dense(framework, SmallFramework.Table(2020, table), table.Length), Groups(table.Length), [.. Enumerable.Range(0, table.Length)]);
    }

    private static double[] Neutral(Figure[] figures, IReadOnlyList<Figure> scored)
    {
        var observed = figures.Select(figure => figure.Indicator).ToHashSet();
        var framework = GapIndexFramework.Of(SmallFramework.Scored, observed.Contains);
        int[] positions = [.. scored.Select(figure => Enumerable.Range(0, 9).First(i => SmallFramework.Code(i) == figure.Area))];
        var scores = new double[scored.Count];
        new GapIndexKernel(GapIndexFrame.Of(framework, Dense(framework, figures, 9), Groups(9), positions)).Score(GapIndexDraw.Neutral(framework), scores);
        return scores;
    }

    private static Figure?[] Dense(GapIndexFramework framework, Figure[] figures, int economies) =>
        [.. from economy in Enumerable.Range(0, economies)
            from indicator in framework.Indicators
            select figures.FirstOrDefault(figure => figure.Indicator == indicator.Id && figure.Area == SmallFramework.Code(economy))];

    private static string?[] Groups(int count) => [.. Enumerable.Range(0, count).Select(i => $"G{i / 3}")];
}
