using CsCheck;
using DivideMetrics.Indicators;
using DivideMetrics.Progress;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Progress;

/// <summary>The rules that rest on a straight line, on the methodology's example: 39.8 % in 2015, 67.6 % in 2024, goal 100 % in 2030.</summary>
public sealed class LinearRulesTests
{
    private static readonly ProgressTarget Everyone = new(Direction.Up, 100, 95, 2030) { Limit = 100 };

    [Fact]
    public void Linear_ratio_of_the_example_is_0_770() => Assert.Equal(.770, Example(LinearProgress.Assess).Value!.Value, 0.0005);

    [Fact]
    public void Linear_ratio_of_the_example_needs_acceleration() => Assert.Equal(ProgressStatus.Acceleration, Example(LinearProgress.Assess).Category);

    [Fact]
    public void Linear_ratio_says_both_paces_and_the_target() =>
        Assert.Equal("3.09 a year from 2015 to 2024, needed 4.01; target 100 in 2030", Example(LinearProgress.Assess).Reason);

    [Fact]
    public void Current_status_of_the_example_is_4_618() => Assert.Equal(4.618, Example(EscapProgress.CurrentStatus).Value!.Value, 0.0005);

    [Fact]
    public void Anticipated_progress_of_the_example_is_23_0()
    {
        var found = Example(EscapProgress.Anticipated);
        Assert.Equal((23.0, EscapProgress.Accelerate), (Math.Round(found.Value!.Value, 1), found.Category));
    }

    [Fact]
    public void Anticipated_progress_names_where_the_line_arrives() =>
        Assert.StartsWith("assumption; straight line since 2000 at 86.13 in 2030", Example(EscapProgress.Anticipated).Reason, StringComparison.Ordinal);

    [Fact]
    public void Sdr_trend_of_the_example_is_moderately_improving()
    {
        var found = Example(SdrTrend.Assess);
        Assert.Equal((.770, SdrTrend.Moderate), (Math.Round(found.Value!.Value, 3), found.Category));
    }

    [Fact]
    public void Sdr_trend_looks_at_the_last_four_years_only() =>
        Assert.Equal(SdrTrend.Decreasing, SdrTrend.Assess([2015, 2020, 2024], [40, 75, 74], Everyone).Category);

    // From 50 in 2015 a linear path to 100 in 2030 gains 3 1/3 a year: 23 1/3 to 2022.
    [Theory]
    [InlineData(72.2, "on-track"), InlineData(72.1, "acceleration"), InlineData(64.1, "acceleration"), InlineData(63.9, "limited")]
    [InlineData(50, "limited"), InlineData(49.9, "deterioration"), InlineData(95, "met")]
    public void Linear_class_follows_the_ratio(double latest, string category) =>
        Assert.Equal(category, LinearProgress.Assess([2015, 2022], [50, latest], Everyone).Category);

    [Theory]
    [InlineData(75, "on-track"), InlineData(64, "moderately-improving"), InlineData(55, "stagnating"), InlineData(49, "decreasing")]
    public void Sdr_class_follows_the_ratio(double latest, string category) =>
        Assert.Equal(category, SdrTrend.Assess([2015, 2022], [50, latest], Everyone).Category);

    // The line through two points; 50 points are the way from the base.
    [Theory]
    [InlineData(74, "maintain"), InlineData(60, "accelerate"), InlineData(49, "reverse"), InlineData(90, "maintain")]
    public void Anticipated_class_follows_what_is_left(double latest, string category) =>
        Assert.Equal(category, EscapProgress.Anticipated([2015, 2022], [50, latest], Everyone).Category);

    [Fact]
    public void Arriving_beyond_the_target_leaves_nothing() => Assert.Equal(0, EscapProgress.Anticipated([2015, 2022], [50, 90], Everyone).Value);

    [Fact]
    public void Base_of_zero_is_assessable_by_a_line_and_not_by_growth()
    {
        Assert.Equal(ProgressStatus.OnTrack, LinearProgress.Assess([2015, 2020], [0, 40], Everyone).Category);
        Assert.Equal(ProgressStatus.NotAssessable, OpenSdgProgress.Assess([2015, 2020], [0, 40], Everyone).Category);
    }

    public static TheoryData<int[], double[], string> Bad => new()
    {
        { [], [], "no value" },
        { [2021], [50], "one year only (2021)" },
        { [2010, 2014], [20, 50], "latest value is of 2014" },
        { [2015, 2021], [100, 90], "already stood at the target 100 or beyond" },
        { [2015, 2021], [120, 90], "already stood at the target 100 or beyond" },
        { [2015, 2031], [50, 90], "target year 2030 is over" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Every_linear_rule_says_why_it_is_not_assessable(int[] years, double[] values, string reason)
    {
        foreach (var rule in Rules)
        {
            var found = rule(years, values, Everyone);
            Assert.Equal((ProgressStatus.NotAssessable, null), (found.Category, found.Value));
            Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_linear_rule_needs_a_numeric_target() =>
        Assert.All(Rules, rule => Assert.Equal("no numeric target", rule([2015, 2020], [10, 20], new(Direction.Up, null, null, 2030)).Reason));

    [Fact]
    public void Linear_ratios_do_not_depend_on_unit_and_zero_point() =>
        Gen.Select(Gen.Double[1, 90], Gen.Double[1, 90], Gen.Double[0.1, 50], Gen.Double[-50, 50]).Sample((from, to, unit, shift) =>
            Rules.All(rule =>
            {
                var one = rule([2015, 2022], [from, to], Everyone).Value!.Value;
                var other = rule([2015, 2022], [(from * unit) + shift, (to * unit) + shift], new(Direction.Up, (100 * unit) + shift, (95 * unit) + shift, 2030));
                return Math.Abs(one - other.Value!.Value) < 1e-6 * Math.Max(1, Math.Abs(one));
            }));

    [Fact]
    public void Mirrored_series_makes_the_mirrored_progress() =>
        Gen.Select(Gen.Double[1, 90], Gen.Double[1, 90]).Sample((from, to) => Rules.All(rule =>
            Math.Abs(rule([2015, 2022], [from, to], Everyone).Value!.Value
                - rule([2015, 2022], [100 - from, 100 - to], new(Direction.Down, 0, 5, 2030)).Value!.Value) < 1e-6));

    [Theory]
    [InlineData(0, "limited"), InlineData(49.99, "limited"), InlineData(50, "satisfactory"), InlineData(74.99, "satisfactory")]
    [InlineData(75, "advanced"), InlineData(94.99, "advanced"), InlineData(95, "target-met"), InlineData(100, "target-met")]
    public void Itu_band_holds_its_lower_end(double value, string band) => Assert.Equal((value, band), (ItuBand.Of(value).Value, ItuBand.Of(value).Category));

    private static ProgressRule[] Rules => [LinearProgress.Assess, SdrTrend.Assess, EscapProgress.CurrentStatus, EscapProgress.Anticipated];

    private static Assessed Example(ProgressRule rule) => rule([2015, 2024], [39.8, 67.6], Everyone);
}
