using CsCheck;

namespace DivideMetrics.Tests.Gaps;

public sealed class ShareOfOfflineTests
{
    [Fact]
    public void Shares_of_economies_that_all_have_a_value_add_up_to_100() =>
        Gen.Double[0, 99].Array[4].Sample(values => Math.Abs(100 - SmallWorld.Compute("share-of-offline",
            values.Select((value, i) => SmallWorld.Value(SmallWorld.Economies[i], 2020, value))).Sum(gap => gap.Value!.Value)) < 1e-9);

    [Fact]
    public void Share_assumes_the_uninformed_at_the_mean()
    {
        // 800 of 1000 people are informed; with BBB at their mean of 50 the world has 500 people offline, AAA 100 of them.
        var gap = SmallWorld.Compute("share-of-offline", SmallWorld.Value("AAA", 2020, 0), SmallWorld.Value("CCC", 2020, 100), SmallWorld.Value("DDD", 2020, 25)).First();
        Assert.Equal((20.0, "world: 1 member without data assumed at the mean"), (Math.Round(gap.Value!.Value, 9), gap.Reason));
    }

    [Fact]
    public void Share_needs_the_published_mean_of_the_world() =>
        Assert.StartsWith("world: not published: members with data hold 10.0 %", Assert.Single(SmallWorld.Compute("share-of-offline", SmallWorld.Value("AAA", 2020, 40))).Reason, StringComparison.Ordinal);

    [Fact]
    public void Share_of_nobody_is_not_assessable() =>
        Assert.All(SmallWorld.Compute("share-of-offline", SmallWorld.Economies.Select(code => SmallWorld.Value(code, 2020, 100))), gap =>
            Assert.Equal((null, "nobody in the world is offline"), (gap.Value, gap.Reason)));
}
