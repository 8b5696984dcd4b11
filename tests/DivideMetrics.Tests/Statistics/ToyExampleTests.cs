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
}
