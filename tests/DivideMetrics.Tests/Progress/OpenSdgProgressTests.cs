using CsCheck;
using DivideMetrics.Indicators;
using DivideMetrics.Progress;
using DivideMetrics.Statistics;

namespace DivideMetrics.Tests.Progress;

public sealed class OpenSdgProgressTests
{
    private static readonly ProgressTarget Everyone = new(Direction.Up, 100, 95, 2030) { Limit = 100 };
    private static readonly ProgressTarget NoNumber = new(Direction.Up, null, null, 2030);

    [Fact]
    public void Worked_example_of_the_methodology_has_a_ratio_of_0_9571() =>
        Assert.Equal(.9571, OpenSdgProgress.Assess([2015, 2024], [39.8, 67.6], Everyone).Value!.Value, 0.00005);

    [Fact]
    public void Worked_example_of_the_methodology_is_on_track() =>
        Assert.Equal(ProgressStatus.OnTrack, OpenSdgProgress.Assess([2015, 2024], [39.8, 67.6], Everyone).Category);

    [Fact]
    public void Remark_names_growth_base_latest_and_target() =>
        Assert.Equal("6.06 % a year from 2015 to 2024, needed 6.33 %; target 100 in 2030", OpenSdgProgress.Assess([2015, 2024], [39.8, 67.6], Everyone).Reason);

    [Theory]
    [InlineData(50, .95393), InlineData(80, .62870), InlineData(90, .37362), InlineData(95, .20367), InlineData(99, .04364)]
    [InlineData(0, 1), InlineData(100, 0), InlineData(120, .62870), InlineData(200, 1), InlineData(300, 1)]
    public void Limit_factor_is_that_of_the_methodology(double value, double expected) =>
        Assert.Equal(expected, OpenSdgProgress.LimitFactor(value, 100), 0.000005);

    [Fact]
    public void Limit_factor_without_a_limit_is_1() => Assert.Equal(1, OpenSdgProgress.LimitFactor(50, null));

    // Base 50 in 2015, target 100 in 2030: needed 4.7294 % a year.
    [Theory]
    [InlineData(73, "on-track"), InlineData(69, "on-track"), InlineData(68, "acceleration"), InlineData(61, "acceleration"), InlineData(60, "limited")]
    [InlineData(50, "limited"), InlineData(49, "deterioration"), InlineData(96, "met")]
    public void Class_follows_the_ratio(double latest, string category) =>
        Assert.Equal(category, OpenSdgProgress.Assess([2015, 2022], [50, latest], Everyone).Category);

    [Theory]
    [InlineData(116.1, "on-track"), InlineData(115.9, "acceleration"), InlineData(105.2, "acceleration"), InlineData(105.0, "limited")]
    [InlineData(100, "limited"), InlineData(99, "deterioration")]
    public void Class_without_a_target_follows_growth(double latest, string category)
    {
        var found = OpenSdgProgress.Assess([2015, 2025], [100, latest], NoNumber);
        Assert.Equal((category, null), (found.Category, found.Value));
    }

    [Fact]
    public void Growth_near_the_limit_is_held_to_less() =>
        Assert.Equal(ProgressStatus.OnTrack, OpenSdgProgress.Assess([2015, 2025], [90, 95.5], NoNumber with { Limit = 100 }).Category);

    [Fact]
    public void Base_at_the_limit_without_a_target_is_not_assessable() =>
        Assert.Equal(ProgressStatus.NotAssessable, OpenSdgProgress.Score([2015, 2025], [100, 90], NoNumber with { Limit = 100 }).Category);

    [Theory]
    [InlineData(69, 2.6), InlineData(61, .1), InlineData(50, -2.5), InlineData(40, -5), InlineData(94, 5), InlineData(96, 5)]
    public void Score_follows_the_ratio(double latest, double expected)
    {
        var score = OpenSdgProgress.Score([2015, 2022], [50, latest], Everyone).Value!.Value;
        Assert.InRange(score, expected - 0.5, expected + 0.5);
    }

    // Ten years of growth g from 100 without target and limit.
    [Theory]
    [InlineData(-.03, -5), InlineData(-.01, -3.75), InlineData(.0025, -1.25), InlineData(.005, 0), InlineData(.01, 1.25), InlineData(.015, 2.5)]
    [InlineData(.018, 4), InlineData(.03, 5)]
    public void Score_without_a_target_follows_growth(double growth, double expected) =>
        Assert.Equal(expected, OpenSdgProgress.Score([2015, 2025], [100, 100 * Math.Pow(1 + growth, 10)], NoNumber).Value!.Value, 1e-9);

    [Theory]
    [InlineData(.95, 2.5), InlineData(.6, 0), InlineData(0, -2.5)]
    public void Score_and_class_change_at_the_same_ratio(double ratio, double expected)
    {
        var latest = 50 * Math.Pow(1 + (ratio * (Math.Pow(2, 1 / 15.0) - 1)), 7);
        Assert.Equal(expected, OpenSdgProgress.Score([2015, 2022], [50, latest], Everyone).Value!.Value, 0.0002);
    }

    [Theory]
    [InlineData(new int[0], new double[0], "no value")]
    [InlineData(new[] { 2021 }, new[] { 50.0 }, "one year only (2021)")]
    [InlineData(new[] { 2015, 2021 }, new[] { 0.0, 50 }, "no growth rate from 0 (2015) to 50 (2021)")]
    [InlineData(new[] { 2015, 2021 }, new[] { -2.0, 50 }, "no growth rate from -2")]
    [InlineData(new[] { 2015, 2021 }, new[] { 2.0, -50 }, "to -50 (2021)")]
    [InlineData(new[] { 2010, 2014 }, new[] { 2.0, 50 }, "latest value is of 2014")]
    [InlineData(new[] { 2015, 2021 }, new[] { 100.0, 90 }, "already stood at the target 100 or beyond")]
    [InlineData(new[] { 2015, 2031 }, new[] { 50.0, 90 }, "target year 2030 is over")]
    public void Class_and_score_say_why_they_are_not_assessable(int[] years, double[] values, string reason)
    {
        foreach (var found in new[] { OpenSdgProgress.Assess(years, values, Everyone), OpenSdgProgress.Score(years, values, Everyone) })
        {
            Assert.Equal((ProgressStatus.NotAssessable, null), (found.Category, found.Value));
            Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Target_of_zero_is_not_assessable() =>
        Assert.Equal("no growth rate leads from 40 to a target of 0", OpenSdgProgress.Assess([2015, 2020], [40, 30], new(Direction.Down, 0, 0, 2030)).Reason);

    [Fact]
    public void Fall_towards_a_lower_target_is_progress() =>
        Assert.Equal(ProgressStatus.OnTrack, OpenSdgProgress.Assess([2015, 2020], [40, 10], new(Direction.Down, 2, 2, 2030)).Category);

    [Fact]
    public void Ratio_does_not_depend_on_the_unit() =>
        Gen.Select(Gen.Double[1, 90], Gen.Double[1, 90], Gen.Double[0.01, 50]).Sample((from, to, unit) =>
        {
            var one = OpenSdgProgress.Assess([2015, 2022], [from, to], Everyone).Value!.Value;
            var other = OpenSdgProgress.Assess([2015, 2022], [from * unit, to * unit], new(Direction.Up, 100 * unit, 95 * unit, 2030)).Value!.Value;
            return Math.Abs(one - other) < 1e-6 * Math.Max(1, Math.Abs(one));
        });

    [Fact]
    public void Every_series_gets_a_class_and_a_finite_score_or_a_reason() =>
        Gen.Select(Gen.Int[2000, 2035].HashSet[0, 12], Gen.Double[-20, 110].Array[12]).Sample((years, values) =>
        {
            int[] ordered = [.. years.Order()];
            return IsSound(OpenSdgProgress.Assess(ordered, values.AsSpan(0, years.Count), Everyone), double.MaxValue)
                && IsSound(OpenSdgProgress.Score(ordered, values.AsSpan(0, years.Count), Everyone), 5)
                && IsSound(OpenSdgProgress.Score(ordered, values.AsSpan(0, years.Count), NoNumber), 5);
        });

    private static bool IsSound(Assessed found, double most) =>
        ProgressStatus.OfPace.Contains(found.Category) && (found.Value is { } value ? Math.Abs(value) <= most : found.Reason is not null);
}
