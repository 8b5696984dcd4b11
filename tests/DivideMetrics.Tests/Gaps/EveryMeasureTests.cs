using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>What holds of every measure of the registry, whatever the figures.</summary>
public sealed class EveryMeasureTests
{
    private static readonly string[] Subjects = [.. SmallWorld.Economies, "WLD"];
    private static readonly Sex[] Sexes = [Sex.Total, Sex.Total, Sex.Female, Sex.Male];

    private static readonly double[] Odd = [-3, 150, 1e300, -1e300, 1e-300];

    private static readonly Gen<double?> Any = Gen.Frequency(
        (5, Gen.Double[0, 100].Select(value => (double?)value)),
        (2, Gen.Int[0, 2].Select(step => (double?)(50 * step))),
        (1, Gen.Int[0, 4].Select(i => (double?)Odd[i])),
        (1, Gen.Const((double?)null)));

    private static readonly Gen<List<Figure>> Figures =
        Gen.Select(Gen.Int[0, Subjects.Length - 1], Gen.Int[2012, 2024], Gen.Int[0, Sexes.Length - 1], Any, Gen.Int[0, 9]).List[0, 60].Select(rows => rows
            .Select(row => SmallWorld.Value(Subjects[row.Item1], row.Item2, row.Item4, Sexes[row.Item3]) with { Source = row.Item5 == 0 ? "T" : "S" })
            .DistinctBy(figure => (figure.Area, figure.Year, figure.Sex)).ToList());

    [Theory, InlineData(Direction.Up), InlineData(Direction.Down)]
    public void Every_gap_has_a_finite_value_or_a_reason_and_a_listed_class(Direction direction) =>
        Gen.Select(Figures, Figures).Sample(
            (figures, others) => Computed(figures, others, direction).All(gap =>
                (gap.Value is { } value ? double.IsFinite(value) : !string.IsNullOrWhiteSpace(gap.Reason))
                && (gap.Category is null || MeasureRegistry.Find(gap.Measure)!.Categories.Contains(gap.Category))),
            iter: 300);

    [Fact]
    public void Every_gap_stands_once() =>
        Gen.Select(Figures, Figures).Sample(
            (figures, others) =>
            {
                var gaps = Computed(figures, others, Direction.Up);
                return gaps.DistinctBy(gap => (gap.Measure, gap.Subject, gap.Sex, gap.Year)).Count() == gaps.Count;
            },
            iter: 100);

    [Fact]
    public void No_gap_depends_on_the_order_of_the_figures() =>
        Figures.SelectMany(figures => Gen.Shuffle(figures.ToArray()).Select(shuffled => (figures, shuffled))).Sample(
            pair => Computed(pair.figures, pair.figures, Direction.Up).SequenceEqual(Computed([.. pair.shuffled], [.. pair.shuffled], Direction.Up)),
            iter: 100);

    private static IReadOnlyList<Gap> Computed(List<Figure> figures, List<Figure> others, Direction direction)
    {
        var declared = StarterFigures.InternetUsersIndicator([.. MeasureRegistry.Ids]);
        var indicator = declared with { Id = "x", Direction = direction, Breaks = [new(2018, null, "New questions")] };
        var totals = others.Where(figure => figure.Sex == Sex.Total).ToList();
        return GapEngine.Compute(SmallWorld.Inputs(indicator, figures) with
        {
            Others = declared.Contrasts.SelectMany(contrast => new[] { contrast.Advantaged, contrast.Disadvantaged }).Distinct()
                .ToDictionary(id => id, id => (IReadOnlyList<Figure>)[.. (id.EndsWith("-ahead", StringComparison.Ordinal) ? totals : figures)
                    .Where(figure => figure.Sex == Sex.Total).Select(figure => figure with { Indicator = id })]),
        });
    }
}
