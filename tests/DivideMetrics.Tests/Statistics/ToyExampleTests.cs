using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

/// <summary>The toy example of the methodology: x = 20, 40, 60, 80, 90; population 10, 20, 30, 25, 15; groups A, A, B, B, B.</summary>
public sealed class ToyExampleTests
{
    private static readonly double[] Values = [20, 40, 60, 80, 90];
    private static readonly double[] Population = [10, 20, 30, 25, 15];
    private static readonly int[] Groups = [0, 0, 1, 1, 1];

    [Fact]
    public void Weighted_mean_is_that_of_the_methodology() =>
        Assert.Equal(61.5, WeightedMean.Of(Values, Population).Value!.Value, 1e-12);

    [Fact]
    public void Weighted_gini_is_that_of_the_methodology() =>
        Assert.Equal(.1963414634, Gini.Weighted(Values, Population).Value!.Value, 1e-10);

    [Fact]
    public void Unweighted_gini_is_that_of_the_methodology() =>
        Assert.Equal(.2482758621, Gini.Unweighted(Values).Value!.Value, 1e-10);

    [Fact]
    public void Theil_is_that_of_the_methodology() =>
        Assert.Equal(.0693964113, Theil.Of(Values, Population).Value!.Value, 1e-10);

    [Fact]
    public void Theil_between_groups_is_that_of_the_methodology() =>
        Assert.Equal(.0504880558, Theil.Decompose(Values, Population, Groups).Between.Value!.Value, 1e-10);

    [Fact]
    public void Theil_within_groups_is_that_of_the_methodology() =>
        Assert.Equal(.0189083555, Theil.Decompose(Values, Population, Groups).Within.Value!.Value, 1e-10);

    [Fact]
    public void Theil_L_is_that_of_the_methodology() =>
        Assert.Equal(.0829065787, TheilL.Of(Values, Population).Value!.Value, 1e-10);

    [Fact]
    public void Theil_L_between_groups_is_that_of_the_methodology() =>
        Assert.Equal(.0582900795, TheilL.Decompose(Values, Population, Groups).Between.Value!.Value, 1e-10);

    [Fact]
    public void Theil_L_within_groups_is_that_of_the_methodology() =>
        Assert.Equal(.0246164993, TheilL.Decompose(Values, Population, Groups).Within.Value!.Value, 1e-10);

    [Theory]
    [InlineData(DeviationKind.Population, .4415947750)]
    [InlineData(DeviationKind.Sample, .4937179677)]
    public void Unweighted_coefficient_of_variation_is_that_of_the_methodology(DeviationKind kind, double expected) =>
        Assert.Equal(expected, Dispersion.Variation(Values, kind).Value!.Value, 1e-10);

    [Fact]
    public void Deviation_of_logarithms_is_that_of_the_methodology() =>
        Assert.Equal(.6097114646, Dispersion.OfLogs(Values).Value!.Value, 1e-10);

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, .1963414634)]
    [InlineData(new[] { 5.0, 4, 3, 2, 1 }, -.1963414634)]
    public void Concentration_index_is_that_of_the_methodology(double[] ranking, double expected) =>
        Assert.Equal(expected, Concentration.Index(Values, Population, ranking).Value!.Value, 1e-10);

    // 4 · .615 · .1963414634
    [Fact]
    public void Erreygers_index_is_four_means_times_the_concentration() =>
        Assert.Equal(.4830, Concentration.Erreygers(Values, Population, [1, 2, 3, 4, 5]).Value!.Value, 1e-9);

    // Cumulated amount 200, 1000, 2800, 4800, 6150 at a population of 10, 30, 60, 85, 100: the lowest 40 hold 1000 + 10 · 60, the highest 10 hold 10 · 90.
    [Fact]
    public void Palma_ratio_splits_the_economy_on_the_edge() =>
        Assert.Equal(900.0 / 1600, LorenzCurve.ShareRatio(Values, Population, 0.1, 0.4).Value!.Value, 1e-12);

    // The lowest 20 hold 200 + 10 · 40, the highest 20 hold 15 · 90 + 5 · 80.
    [Fact]
    public void Twenty_twenty_ratio_splits_the_economies_on_the_edges() =>
        Assert.Equal(1750.0 / 600, LorenzCurve.ShareRatio(Values, Population, 0.2, 0.2).Value!.Value, 1e-12);

    [Fact]
    public void Lorenz_points_cumulate_population_and_amount() =>
        Assert.Equal(
            ["0 0", "0.1 0.03252", "0.3 0.1626", "0.6 0.45528", "0.85 0.78049", "1 1"],
            LorenzCurve.Points(Values, Population, out _).Select(point => FormattableString.Invariant($"{point.Population:0.#####} {point.Amount:0.#####}")));

    // √(Σ p (x − 61.5)²)/61.5 with Σ p (x − 61.5)² = .1·1722.25 + .2·462.25 + .3·2.25 + .25·342.25 + .15·812.25 = 472.75
    [Fact]
    public void Weighted_coefficient_of_variation_of_the_toy_example() =>
        Assert.Equal(Math.Sqrt(472.75) / 61.5, Dispersion.VariationWeighted(Values, Population).Value!.Value, 1e-12);

    // Σ p √x = .1√20 + .2√40 + .3√60 + .25√80 + .15√90; Σ p/x = .1/20 + .2/40 + .3/60 + .25/80 + .15/90 = .0197916667
    [Theory]
    [InlineData(0.5, 0.0371847)]
    [InlineData(1, 0.0795629)]
    [InlineData(2, 0.1784339)]
    public void Atkinson_of_the_toy_example(double aversion, double expected) =>
        Assert.Equal(expected, Atkinson.Of(Values, Population, aversion).Value!.Value, 1e-7);
}
