using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Measures between two sides: women and men, rural and urban.</summary>
public sealed class ParityTests
{
    private static readonly Gen<(double Behind, double Ahead)> Sides = Gen.Select(Gen.Double[0, 100], Gen.Double[0.1, 100]);

    [Theory]
    [InlineData(50, 50, 0, 1, 1, 0)]
    [InlineData(40, 50, 10, .8, .8, .2)]
    [InlineData(50, 40, -10, 1.25, 1.2, -.25)]
    [InlineData(0, 50, 50, 0, 0, 1)]
    public void Parity_is_said_in_four_ways(double behind, double ahead, double gap, double ratio, double adjusted, double relative) =>
        Assert.Equal(
            [gap, ratio, adjusted, relative],
            new[] { Parity.Gap(behind, ahead), Parity.Ratio(behind, ahead), Parity.Adjusted(behind, ahead), Parity.RelativeGap(behind, ahead) }
                .Select(found => Math.Round(found.Value!.Value, 9)));

    [Theory]
    [InlineData(60, 80, 2)]
    [InlineData(80, 80, 1)]
    [InlineData(100, 80, 0)]
    public void Offline_ratio_looks_at_those_left_out(double behind, double ahead, double expected) =>
        Assert.Equal(expected, Parity.OfflineRatio(behind, ahead).Value!.Value, 1e-9);

    [Fact]
    public void Offline_ratio_can_widen_while_the_parity_index_improves() =>
        Assert.True(Parity.Ratio(80, 90).Value > Parity.Ratio(60, 70).Value && Parity.OfflineRatio(80, 90).Value > Parity.OfflineRatio(60, 70).Value);

    [Theory]
    [InlineData(50, 0), InlineData(0, 0), InlineData(-1, 50), InlineData(1e300, 1e-300)]
    public void Ratio_without_a_base_is_not_assessable(double behind, double ahead)
    {
        AssertReason(Parity.Ratio(behind, ahead));
        AssertReason(Parity.RelativeGap(behind, ahead));
    }

    [Theory]
    [InlineData(0, 0), InlineData(-1, 50), InlineData(50, -1)]
    public void Adjusted_index_without_a_positive_side_is_not_assessable(double behind, double ahead) => AssertReason(Parity.Adjusted(behind, ahead));

    [Theory]
    [InlineData(50, 100), InlineData(100, 100), InlineData(-1, 50), InlineData(50, 101)]
    public void Offline_ratio_without_a_base_is_not_assessable(double behind, double ahead) => AssertReason(Parity.OfflineRatio(behind, ahead));

    [Fact]
    public void Adjusted_index_of_exchanged_sides_is_mirrored_at_1() =>
        Sides.Sample(sides => Math.Abs(Parity.Adjusted(sides.Behind, sides.Ahead).Value!.Value + Parity.Adjusted(sides.Ahead, sides.Behind).Value!.Value - 2) < 1e-12);

    [Fact]
    public void Adjusted_index_lies_between_0_and_2_and_is_plain_up_to_parity() =>
        Sides.Sample(sides => Parity.Adjusted(sides.Behind, sides.Ahead).Value is >= 0 and <= 2
            && (sides.Behind > sides.Ahead || Parity.Adjusted(sides.Behind, sides.Ahead).Value == Parity.Ratio(sides.Behind, sides.Ahead).Value));

    [Fact]
    public void Gap_of_exchanged_sides_is_the_opposite() =>
        Sides.Sample(sides => Parity.Gap(sides.Behind, sides.Ahead).Value == -Parity.Gap(sides.Ahead, sides.Behind).Value);

    [Fact]
    public void Gap_ratio_and_adjusted_index_speak_of_the_same_side() =>
        Sides.Where(sides => Math.Abs(sides.Behind - sides.Ahead) > 1e-9).Sample(sides =>
            Math.Sign(Parity.Gap(sides.Behind, sides.Ahead).Value!.Value) is var side
            && Math.Sign(1 - Parity.Ratio(sides.Behind, sides.Ahead).Value!.Value) == side
            && Math.Sign(1 - Parity.Adjusted(sides.Behind, sides.Ahead).Value!.Value) == side
            && Math.Sign(Parity.RelativeGap(sides.Behind, sides.Ahead).Value!.Value) == side);

    [Fact]
    public void Ratios_do_not_depend_on_the_unit() =>
        Gen.Select(Sides, Gen.Double[0.01, 100]).Sample((sides, factor) =>
            Math.Abs(Parity.Adjusted(sides.Behind, sides.Ahead).Value!.Value - Parity.Adjusted(factor * sides.Behind, factor * sides.Ahead).Value!.Value) < 1e-9);

    [Fact]
    public void Side_that_gains_never_lowers_its_index() =>
        Gen.Select(Sides, Gen.Double[0, 50]).Sample((sides, gain) =>
            Parity.Adjusted(sides.Behind + gain, sides.Ahead).Value >= Parity.Adjusted(sides.Behind, sides.Ahead).Value);

    [Theory]
    [InlineData(49, 50, "parity")]
    [InlineData(51, 50, "parity")]
    [InlineData(47.5, 50, "almost")]
    [InlineData(47, 50, "women-behind")]
    [InlineData(52, 50, "men-behind")]
    [InlineData(0, 50, "women-behind")]
    public void Gender_parity_is_classed_as_ITU_does(double women, double men, string category) =>
        Assert.Equal(category, Assert.Single(SmallWorld.Compute(
            "gender-parity", SmallWorld.Value("AAA", 2020, women, Sex.Female), SmallWorld.Value("AAA", 2020, men, Sex.Male))).Category);

    [Theory]
    [InlineData("location-gap", 20, null)]
    [InlineData("location-ratio", .75, "rural-behind")]
    [InlineData("location-parity", .75, null)]
    [InlineData("location-offline-ratio", 2, null)]
    public void Contrast_is_taken_where_both_sides_have_a_value(string measure, double expected, string? category)
    {
        var gap = Assert.Single(Contrasted(measure, [Side("urban", "AAA", 2020, 80), Side("urban", "BBB", 2020, 80)], [Side("rural", "AAA", 2020, 60), Side("rural", "AAA", 2021, 60)]));
        Assert.Equal(("AAA", 2020, expected, category, "x"), (gap.Subject, gap.Year, Math.Round(gap.Value!.Value, 9), gap.Category, gap.Indicator));
    }

    [Fact]
    public void Contrast_leaves_out_what_is_no_economy_but_keeps_the_providers_world() =>
        Assert.Equal(["WLD"], Contrasted("location-gap", [Side("urban", "WLD", 2020, 80), Side("urban", "ZZZ", 2020, 80)], [Side("rural", "WLD", 2020, 60), Side("rural", "ZZZ", 2020, 60)])
            .Select(gap => gap.Subject));

    [Fact]
    public void Contrast_without_figures_of_a_side_has_no_rows() =>
        Assert.Empty(SmallWorld.Compute(SmallWorld.Indicator("location-gap") with { Contrasts = [new("location", "urban", "rural")] }, SmallWorld.Value("AAA", 2020, 1)));

    [Theory, InlineData(0), InlineData(2)]
    public void Contrast_must_be_declared_once(int times)
    {
        var indicator = SmallWorld.Indicator("location-gap") with { Contrasts = [new("age", "young", "old"), .. Enumerable.Repeat(new Contrast("location", "urban", "rural"), times)] };
        Assert.Contains("needs one contrast of the kind 'location', not none and not several", Assert.Single(MeasureRegistry.Problems(indicator)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Gap> Contrasted(string measure, Figure[] urban, Figure[] rural)
    {
        var inputs = SmallWorld.Inputs(SmallWorld.Indicator(measure) with { Contrasts = [new("location", "urban", "rural")] });
        return GapEngine.Compute(inputs with { Others = new Dictionary<string, IReadOnlyList<Figure>> { ["urban"] = urban, ["rural"] = rural } });
    }

    private static Figure Side(string indicator, string area, int year, double value) => SmallWorld.Value(area, year, value) with { Indicator = indicator };

    private static void AssertReason(Assessed found) => Assert.Equal((null, true), (found.Value, !string.IsNullOrWhiteSpace(found.Reason)));
}
