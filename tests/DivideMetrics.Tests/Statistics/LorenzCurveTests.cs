using CsCheck;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Statistics;

public sealed class LorenzCurveTests
{
    [Fact]
    public void Curve_runs_from_0_to_1_below_the_diagonal_and_gets_steeper() =>
        Distribution.Any.Sample(found =>
        {
            var points = Points(found);
            var steps = points.Zip(points.Skip(1), (from, to) => (to.Amount - from.Amount) / (to.Population - from.Population)).ToList();
            return points[0] == new LorenzPoint(0, 0) && points[^1] == new LorenzPoint(1, 1)
                && points.All(point => point.Amount <= point.Population + 1e-12)
                && steps.Zip(steps.Skip(1)).All(pair => pair.First <= pair.Second + (1e-6 * (1 + pair.Second)));
        });

    [Fact]
    public void Gini_is_twice_the_area_above_the_curve() =>
        Distribution.Any.Sample(found =>
        {
            var points = Points(found);
            var area = points.Zip(points.Skip(1), (from, to) => (to.Population - from.Population) * (to.Amount + from.Amount) / 2).Sum();
            return Math.Abs(1 - (2 * area) - Gini.Weighted(found.Values, found.Weights).Value!.Value) < 1e-10;
        });

    [Fact]
    public void Curve_has_no_point_for_an_economy_without_weight() =>
        Assert.Equal(2, LorenzCurve.Points([50, 90], [0, 3], out _).Length);

    [Theory]
    [InlineData(new double[0], new double[0], "weight")]
    [InlineData(new[] { 0.0, 0 }, new[] { 1.0, 1 }, "mean is 0")]
    [InlineData(new[] { -1.0, 2 }, new[] { 1.0, 1 }, "negative")]
    public void Curve_that_cannot_be_drawn_has_a_reason_and_no_points(double[] values, double[] weights, string expected)
    {
        Assert.Empty(LorenzCurve.Points(values, weights, out var reason));
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_economy_is_split_into_equal_parts() =>
        Assert.Equal((0.25, 1.0), (Round(LorenzCurve.ShareRatio([70], [5], 0.1, 0.4)), Round(LorenzCurve.ShareRatio([70], [5], 0.2, 0.2))));

    [Fact]
    public void Ratio_is_never_below_that_of_equal_shares() =>
        Gen.Select(Distribution.Any, Gen.Double[0.01, 0.5], Gen.Double[0.01, 0.5]).Sample((found, high, low) =>
            LorenzCurve.ShareRatio(found.Values, found.Weights, high, low).Value is not { } ratio || ratio >= (high / low) - 1e-9);

    [Fact]
    public void Ratio_to_a_part_that_holds_nothing_is_not_assessable() =>
        Assert.Equal("the lowest 40 % of the population hold nothing: no ratio", LorenzCurve.ShareRatio([0, 50], [50, 50], 0.1, 0.4).Reason);

    [Theory, InlineData(0, 0.4), InlineData(0.1, 1.1), InlineData(double.NaN, 0.4)]
    public void Ratio_refuses_what_is_no_part(double high, double low) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LorenzCurve.ShareRatio([1], [1], high, low));

    private static LorenzPoint[] Points(Distribution found) => LorenzCurve.Points(found.Values, found.Weights, out _);

    private static double Round(Assessed found) => Math.Round(found.Value!.Value, 12);
}
