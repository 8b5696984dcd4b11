using CsCheck;
using DivideMetrics.Gaps;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Every law that a registry entry claims, run through the engine on generated worlds for all measures that claim it.</summary>
public sealed class GroupLawsTests
{
    [Fact]
    public void Every_measure_of_groups_claims_a_law() =>
        Assert.All(MeasureRegistry.All.Where(measure => measure.Scope == MeasureScope.Group), measure => Assert.NotEqual(MeasureLaws.None, measure.Laws));

    [Fact]
    public void Scale_invariant_measures_do_not_depend_on_the_unit_of_the_values() =>
        Gen.Select(GroupedWorld.Any, Gen.Double[0.01, 1]).Sample((world, factor) =>
            Same(MeasureLaws.ScaleInvariant, world, measures => Times(world, factor).Compute(measures)));

    [Fact]
    public void Measures_that_scale_with_the_values_do() =>
        Gen.Select(GroupedWorld.Any, Gen.Double[0.01, 1]).Sample((world, factor) =>
            Same(MeasureLaws.ScalesWithValues, world, measures => Times(world, factor).Compute(measures), factor));

    // Powers of two, so that a coverage of exactly 2/3 stays exactly 2/3.
    [Fact]
    public void Unit_of_the_population_does_not_count() =>
        Gen.Select(GroupedWorld.Any, Gen.Int[-8, 8]).Sample((world, power) =>
            Same(MeasureLaws.WeightUnitInvariant, world,
                measures => world.Each(economy => economy with { People = economy.People * Math.Pow(2, power) }).Compute(measures)));

    [Fact]
    public void Group_in_which_everyone_stands_twice_has_the_same_measures() =>
        GroupedWorld.Any.Sample(world =>
            Same(MeasureLaws.ReplicationInvariant, world, measures => new GroupedWorld([.. world.Economies, .. world.Economies]).Compute(measures)));

    [Fact]
    public void Names_and_order_of_economies_do_not_count() =>
        GroupedWorld.Any.SelectMany(world => Gen.Shuffle(Enumerable.Range(0, world.Economies.Length).ToArray()).Select(order => (world, order)))
            .Sample((world, order) => Same(MeasureLaws.Symmetric, world, measures => world.Compute(measures, order)));

    [Fact]
    public void Economies_without_people_do_not_count() =>
        Gen.Select(GroupedWorld.Any, GroupedWorld.Full).Sample((world, other) =>
            Same(MeasureLaws.IgnoresWeightless, world,
                measures => new GroupedWorld([.. world.Economies, .. other.Economies.Select(economy => economy with { People = 0 })]).Compute(measures)));

    [Fact]
    public void Transfer_from_the_highest_to_the_lowest_never_raises_inequality() =>
        Gen.Select(GroupedWorld.Full, Gen.Double[0, 1]).Sample((world, share) =>
            Check(MeasureLaws.TransferPrinciple, world, measures => AfterTransfer(world, share).Compute(measures), (before, after) => after <= before + Tolerance(before)));

    [Fact]
    public void Measures_of_inequality_are_0_when_all_have_the_same() =>
        Gen.Select(GroupedWorld.Full, Gen.Double[1, 100]).Select((world, value) => world.Each(economy => economy with { Start = value, Value = value }))
            .Sample(world => Check(MeasureLaws.ZeroWhenEqual, world, world.Compute, (_, found) => Math.Abs(found) < 1e-9));

    [Fact]
    public void Measures_that_are_never_negative_are_not() =>
        GroupedWorld.Any.Sample(world => Check(MeasureLaws.NotNegative, world, world.Compute, (_, found) => found >= 0));

    [Fact]
    public void Measures_within_one_are() =>
        GroupedWorld.Any.Sample(world => Check(MeasureLaws.WithinOne, world, world.Compute, (_, found) => Math.Abs(found) <= 1 + 1e-12));

    [Fact]
    public void Averages_lie_among_the_values() =>
        GroupedWorld.Any.Where(world => world.Economies.Any(economy => economy.Value is not null)).Sample(world =>
        {
            var (least, greatest) = (world.Economies.Min(economy => economy.Value), world.Economies.Max(economy => economy.Value));
            Check(MeasureLaws.AmongValues, world, world.Compute, (_, found) => found >= least - 1e-9 && found <= greatest + 1e-9);
        });

    [Fact]
    public void Higher_value_of_one_economy_never_lowers_an_average() =>
        Gen.Select(GroupedWorld.Full, Gen.Int[0, 24], Gen.Double[0, 1]).Sample((world, which, share) =>
        {
            var at = which % world.Economies.Length;
            var raised = new GroupedWorld([.. world.Economies.Select((economy, i) => i == at ? economy with { Value = economy.Value + (share * (100 - economy.Value)) } : economy)]);
            Check(MeasureLaws.Monotone, world, raised.Compute, (before, after) => after >= before - 1e-9);
        });

    [Fact]
    public void Theil_parts_add_up_to_their_total() =>
        GroupedWorld.Any.Sample(world =>
        {
            var found = world.Compute(MeasureRegistry.Ids.Where(id => id.StartsWith("theil", StringComparison.Ordinal)));
            foreach (var (key, between) in found.Where(pair => pair.Key.Measure.Contains("between", StringComparison.Ordinal)))
            {
                var total = found[(key.Measure[..7], "WLD", key.Year)];
                var within = found[(key.Measure.Replace("between", "within", StringComparison.Ordinal), "WLD", key.Year)];
                Assert.Equal(total is null, between is null);
                Assert.True(total is null || Math.Abs(total.Value - between!.Value - within!.Value) < 1e-12, $"{key}: {between} + {within} is not {total}");
            }
        });

    [Fact]
    public void Atkinson_rises_with_the_aversion() =>
        GroupedWorld.Full.Sample(world =>
        {
            var found = world.Compute(["atkinson-05", "atkinson-1", "atkinson-2"]);
            Assert.All(found.Where(pair => pair.Key.Measure == "atkinson-1"), pair => Assert.True(
                found[pair.Key with { Measure = "atkinson-05" }] <= pair.Value + 1e-9 && pair.Value <= found[pair.Key with { Measure = "atkinson-2" }] + 1e-9
                || pair.Value is null));
        });

    private static double Tolerance(double value) => 1e-7 * (1 + Math.Abs(value));

    private static GroupedWorld Times(GroupedWorld world, double factor) =>
        world.Each(economy => economy with { Start = economy.Start * factor, Value = economy.Value * factor });

    private static GroupedWorld AfterTransfer(GroupedWorld world, double share)
    {
        var economies = world.Economies.ToArray();
        var (from, to) = (Array.IndexOf(economies, economies.MaxBy(economy => economy.Value)), Array.IndexOf(economies, economies.MinBy(economy => economy.Value)));
        var gap = economies[from].Value!.Value - economies[to].Value!.Value;
        var moved = share * gap / ((1 / economies[from].People) + (1 / economies[to].People));
        economies[from] = economies[from] with { Value = economies[from].Value - (moved / economies[from].People) };
        economies[to] = economies[to] with { Value = economies[to].Value + (moved / economies[to].People) };
        return new(economies);
    }

    /// <summary>The measures of every group are the same (times a factor) in another world, and assessable in both or in neither.</summary>
    private static void Same(MeasureLaws law, GroupedWorld world, Func<List<string>, Dictionary<(string, string, int), double?>> other, double factor = 1)
    {
        var measures = Claiming(law);
        var (before, after) = (world.Compute(measures), other(measures));
        Assert.All(before, pair =>
        {
            var found = after[pair.Key];
            Assert.True(
                pair.Value is { } value ? found is { } same && Math.Abs((factor * value) - same) <= Tolerance(value) : found is null,
                $"{pair.Key}: {pair.Value} became {found}");
        });
    }

    /// <summary>A relation between the measures of the world in 2020 before and after; not asked where either is not assessable.</summary>
    private static void Check(
        MeasureLaws law, GroupedWorld world, Func<List<string>, Dictionary<(string Measure, string Group, int Year), double?>> other, Func<double, double, bool> holds)
    {
        var measures = Claiming(law);
        var (before, after) = (world.Compute(measures), other(measures));
        Assert.All(before.Where(pair => pair.Key is { Group: "WLD", Year: 2020 } && pair.Value is not null), pair => Assert.True(
            after[pair.Key] is not { } found || holds(pair.Value!.Value, found), $"{pair.Key}: {pair.Value}, then {after[pair.Key]}"));
    }

    private static List<string> Claiming(MeasureLaws law)
    {
        var measures = MeasureRegistry.All.Where(measure => measure.Laws.HasFlag(law)).Select(measure => measure.Id).ToList();
        Assert.NotEmpty(measures);
        return measures;
    }
}
