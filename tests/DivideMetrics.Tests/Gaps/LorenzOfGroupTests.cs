using CsCheck;
using DivideMetrics.Gaps;

namespace DivideMetrics.Tests.Gaps;

/// <summary>The curve has the members and weights of the Gini index, so twice the area between it and the diagonal is that index.</summary>
public sealed class LorenzOfGroupTests
{
    [Fact]
    public void Area_between_curve_and_diagonal_is_half_the_gini_index() => GroupedWorld.Full.Sample(world =>
    {
        var gini = world.Compute(["gini"])[("gini", "WLD", 2020)]!.Value;
        var corners = LorenzOfGroup.At(world.Inputs(["gini"]), "WLD", 2020).Corners;
        var below = corners.Zip(corners.Skip(1), (one, next) => (next.Population - one.Population) * (next.Amount + one.Amount) / 2).Sum();
        return Math.Abs(gini - (1 - (2 * below))) < 1e-9;
    });

    [Fact]
    public void Corners_rise_from_nothing_to_all_and_name_each_economy_once() => GroupedWorld.Full.Sample(world =>
    {
        var corners = LorenzOfGroup.At(world.Inputs(["gini"]), "WLD", 2020).Corners;
        return corners[0] == new LorenzCorner(null, 0, 0) && Math.Abs(corners[^1].Amount - 1) < 1e-12 && Math.Abs(corners[^1].Population - 1) < 1e-12
            && corners.Zip(corners.Skip(1)).All(pair => pair.Second.Population > pair.First.Population && pair.Second.Amount >= pair.First.Amount)
            && corners.Skip(1).Select(corner => corner.Area).Distinct().Count() == world.Economies.Length;
    });

    [Fact]
    public void Group_whose_mean_is_not_published_has_no_curve_and_the_reason()
    {
        var world = new GroupedWorld([new(50, null, 10, 1000, 0), new(40, 30, 1, 1000, 0)]);
        var curve = LorenzOfGroup.At(world.Inputs(["gini"]), "WLD", 2020);
        Assert.Empty(curve.Corners);
        Assert.StartsWith("not published: members with data hold 9.1 % of the population", curve.Reason, StringComparison.Ordinal);
    }
}
