using CsCheck;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Progress;
using DivideMetrics.Projections;
using DivideMetrics.Statistics;
using DivideMetrics.Tests.Gaps;

namespace DivideMetrics.Tests.Projections;

public sealed class SeriesProjectionTests
{
    private static readonly Indicator Percentage = StarterFigures.InternetUsersIndicator();
    private static readonly Indicator Unbounded = Percentage with { Max = null, Goal = null };

    [Fact]
    public void Projection_and_both_intervals_stay_inside_the_bounds_and_nested() =>
        AnySeries(100).Sample(series => IsNested(Of(series, Percentage), 2030, 100));

    [Fact]
    public void Projection_without_an_upper_bound_never_falls_below_the_lower() =>
        AnySeries(150).Sample(series => IsNested(Of(series, Unbounded), 2030, double.MaxValue));

    [Fact]
    public void Projection_is_the_same_every_time() =>
        AnySeries(100).Sample(series =>
            Of(series, Percentage).At(2030, .95) == Of(series, Percentage).At(2030, .95) && Of(series, Percentage).Test == Of(series, Percentage).Test);

    [Fact]
    public void Models_do_not_depend_on_the_number_of_the_year() =>
        Gen.Select(AnySeries(100), Gen.Int[-300, 300]).Sample((series, shift) =>
            ProjectionModels.All.Where(model => model is not LogitLinear).All(model =>
                AreClose(Fitted(model, series, Percentage, 2030), Fitted(model, Shifted(series, shift), Percentage, 2030 + shift), 1)));

    [Fact]
    public void Models_do_not_depend_on_the_unit() =>
        AnySeries(100).Sample(series => ProjectionModels.All.All(model => AreClose(
            Fitted(model, series, Percentage, 2030), Fitted(model, series with { Values = [.. series.Values.Select(value => value / 100)] }, Percentage with { Max = 1 }, 2030), 100)));

    [Fact]
    public void Straight_trend_that_rises_rises_in_every_year()
    {
        var trend = new LogitLinear().Fit(Prepared(Rising(2010, 2023), Percentage), null, out _)!;
        var path = Enumerable.Range(2024, 30).Select(year => trend.At(year, .95).Value!.Value).ToList();
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void Straight_line_of_logits_is_projected_by_the_straight_trend()
    {
        var series = Series(2000, 2023, year => 100 / (1 + Math.Exp(-.2 * (year - 2012))));
        var found = Of(series, Percentage);
        Assert.Equal("logit-linear", found.Model);
        Assert.Equal(100 / (1 + Math.Exp(-.2 * 18)), found.At(2030, .95).Value!.Value, 1e-6);
    }

    [Fact]
    public void Gompertz_curve_is_projected_by_the_gompertz_model() =>
        Assert.Equal("gompertz", Of(Series(1998, 2023, year => 95 * Math.Exp(-5 * Math.Exp(-.12 * (year - 1998)))), Percentage).Model);

    [Fact]
    public void Steps_that_shrink_are_projected_by_the_damped_trend()
    {
        var found = Of(Series(2000, 2023, year => 40 - (30 * Math.Pow(.9, year - 2000))), Unbounded);
        Assert.Equal("damped-linear", found.Model);
        Assert.Equal(40 - (30 * Math.Pow(.9, 30)), found.At(2030, .95).Value!.Value, 0.5);
    }

    [Fact]
    public void Back_test_projects_from_five_origins_one_to_five_years_ahead()
    {
        var test = Of(Rising(2000, 2023), Percentage).Test;
        Assert.Equal((5, 15), (test.Origins, test.Points));
    }

    [Fact]
    public void Back_test_of_a_line_is_scaled_by_its_yearly_step()
    {
        // A damped trend with φ = 0.98 lags a line of one point a year by 0.02 in the first year.
        var series = new ProjectionSeries(Series(2000, 2023, year => year - 1990), Unbounded);
        var test = BackTest.Of(new DampedLinear(), series, out _);
        var twice = BackTest.Of(new DampedLinear(), new ProjectionSeries(Series(2000, 2023, year => 2 * (year - 1990)), Unbounded), out _);
        Assert.InRange(test.Error!.Value, 0.001, 0.5);
        Assert.Equal(test.Error.Value, twice.Error!.Value, 1e-6);
    }

    [Fact]
    public void Window_of_the_straight_trend_is_as_wide_at_every_origin()
    {
        var series = new ProjectionSeries(Rising(2000, 2023), Percentage);
        Assert.Equal((2015, 2010), (series.UpTo(24).TrendFrom, series.UpTo(19).TrendFrom));
    }

    [Fact]
    public void Few_points_are_projected_by_the_straight_trend_without_a_choice()
    {
        var found = Of(Rising(2016, 2022), Percentage);
        Assert.Equal("logit-linear", found.Model);
        Assert.Contains("back-test from 1 origins", found.At(2030, .95).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_of_an_interval_at_the_lower_bound_is_told()
    {
        var found = Of(Series(2000, 2023, year => Math.Max(0.2, 12 - (.5 * (year - 2000)))), Unbounded with { Direction = Direction.Up }).At(2030, .95);
        Assert.Equal(0, found.Lower);
        Assert.Contains("cut", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Year_of_a_level_stands_inside_its_interval_and_on_the_curve()
    {
        var found = Of(Series(1998, 2023, year => 95 * Math.Exp(-5 * Math.Exp(-.12 * (year - 1998))) + (year % 2)), Percentage);
        var year = found.YearOf(85, 1);
        Assert.Equal(85, found.At(year.Value!.Value, .95).Value!.Value, 1e-4);
        Assert.True(year.Lower <= year.Value && (year.Upper is null || year.Value <= year.Upper));
    }

    public static TheoryData<string, YearSeries> Bad => new()
    {
        { "one point", Series(2020, 2020, _ => 50) },
        { "too few points", Series(2018, 2022, year => year - 2000) },
        { "all at the bound", Series(2005, 2023, _ => 100) },
        { "all at zero", Series(2005, 2023, _ => 0) },
        { "nothing since 2015", Series(1990, 2012, year => year - 1989) },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Series_that_cannot_be_projected_says_why(string what, YearSeries series)
    {
        var found = Of(series, Percentage);
        Assert.True(found.Model is null && found.At(2030, .95).Value is null, what);
        Assert.False(string.IsNullOrWhiteSpace(found.At(2030, .95).Reason), what);
        Assert.Equal(found.At(2030, .95).Reason, found.Tested(test => test.Error).Reason);
    }

    [Fact]
    public void Flat_series_has_a_projection_and_no_error_to_compare_with()
    {
        var found = Of(Series(2005, 2023, _ => 50), Percentage);
        Assert.Equal((50.0, null), (Math.Round(found.At(2030, .95).Value!.Value, 6), found.Tested(test => test.Error).Value));
        Assert.StartsWith("no back-test", found.Tested(test => test.Error).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_counts_the_rules_that_are_on_course()
    {
        var found = ProgressSummary.Of(Of(Series(2005, 2023, year => 60 * Math.Pow(1.04, year - 2015)), Percentage), ProgressTarget.Of(Percentage));
        Assert.Matches(@"^on course under [0-4] of 4 rules", found.Reason);
        Assert.Contains(found.Category, new[] { ProgressStatus.OnCourse, ProgressStatus.Mixed, ProgressStatus.OffCourse });
    }

    [Fact]
    public void Summary_counts_only_assessable_rules_and_says_why_the_others_are_not()
    {
        var found = ProgressSummary.Of(Of(Series(2015, 2018, year => 40 + (7 * (year - 2015))), Percentage), ProgressTarget.Of(Percentage));
        Assert.Equal((3.0, ProgressStatus.OnCourse), (found.Value, found.Category));
        Assert.Equal(
            "on course under 3 of 3 assessable rules: UNSD 2023, Open SDG, linear; not assessable: bounded projection (no trend since 2015: 4 usable points, 6 needed)",
            found.Reason);
    }

    [Fact]
    public void Summary_of_a_fall_is_off_course_under_every_rule()
    {
        var found = ProgressSummary.Of(Of(Series(2005, 2023, year => 70 - (year - 2005) - (year % 2)), Percentage), ProgressTarget.Of(Percentage));
        Assert.Equal((0.0, ProgressStatus.OffCourse), (found.Value, found.Category));
        Assert.Equal("on course under 0 of 4 rules; not under UNSD 2023, Open SDG, linear, bounded projection", found.Reason);
    }

    [Fact]
    public void Summary_of_a_met_target_is_met() =>
        Assert.Equal((4.0, ProgressStatus.Met), Pair(ProgressSummary.Of(Of(Series(2020, 2021, _ => 97), Percentage), ProgressTarget.Of(Percentage))));

    [Fact]
    public void Summary_of_one_point_is_not_assessable() =>
        Assert.Equal((null, ProgressStatus.NotAssessable), Pair(ProgressSummary.Of(Of(Series(2020, 2020, _ => 50), Percentage), ProgressTarget.Of(Percentage))));

    [Fact]
    public void Projection_is_on_track_when_its_centre_meets_the_target()
    {
        var fast = ProjectionProgress.Assess(Of(Series(2005, 2023, year => 100 / (1 + Math.Exp(-.25 * (year - 2015)))), Percentage), ProgressTarget.Of(Percentage));
        var slow = ProjectionProgress.Assess(Of(Series(2005, 2023, year => 100 / (1 + Math.Exp(-.05 * (year - 2015)))), Percentage), ProgressTarget.Of(Percentage));
        Assert.Equal((ProgressStatus.OnTrack, ProgressStatus.OffTrack), (fast.Category, slow.Category));
        Assert.StartsWith("the whole 80 % interval meets the target; met from 95, target 100 in 2030", fast.Reason, StringComparison.Ordinal);
        Assert.StartsWith("no part of the 80 % interval meets the target", slow.Reason, StringComparison.Ordinal);
    }

    private static (double?, string?) Pair(Assessed found) => (found.Value, found.Category);

    private static bool IsNested(SeriesProjection found, int year, double most)
    {
        var (narrow, wide) = (found.At(year, .80), found.At(year, .95));
        return wide.Value is null
            ? !string.IsNullOrWhiteSpace(wide.Reason)
            : 0 <= wide.Lower && wide.Lower <= narrow.Lower && narrow.Lower <= narrow.Value && narrow.Value <= narrow.Upper
                && narrow.Upper <= wide.Upper && wide.Upper <= most;
    }

    private static bool AreClose(Assessed? one, Assessed? other, double factor) =>
        one?.Value is not { } left || other?.Value is not { } right || Math.Abs(left - (factor * right)) < 0.05;

    private static Assessed? Fitted(IProjectionModel model, YearSeries series, Indicator indicator, int year) =>
        model.Fit(Prepared(series, indicator), null, out _)?.At(year, .95);

    private static ProjectionSample Prepared(YearSeries series, Indicator indicator) => new ProjectionSeries(series, indicator).UpTo(series.Count);

    private static SeriesProjection Of(YearSeries series, Indicator indicator) => SeriesProjection.Of("AAA", series, indicator);

    private static YearSeries Shifted(YearSeries series, int years) => series with { Years = [.. series.Years.Select(year => year + years)] };

    private static YearSeries Rising(int from, int to) => Series(from, to, year => (3 * (year - 1998)) + (year % 2));

    private static YearSeries Series(int from, int to, Func<int, double> value)
    {
        int[] years = [.. Enumerable.Range(from, to - from + 1)];
        return new YearSeries(years, [.. years.Select(value)], [.. years.Select(_ => ObsStatus.A)]);
    }

    // Courses that rise with noise, and some that do anything; with holes.
    private static Gen<YearSeries> AnySeries(double most) =>
        Gen.Select(Gen.Double[0, most].Array[24], Gen.Double[0, 1], Gen.Int[2000, 2023].HashSet[1, 20]).Select((values, noise, years) =>
        {
            int[] ordered = [.. years.Order()];
            double Value(int year) => (noise * noise * values[year - 2000]) + ((1 - (noise * noise)) * most * (year - 1999) / 25);
            return new YearSeries(ordered, [.. ordered.Select(Value)], [.. ordered.Select(_ => ObsStatus.A)]);
        });
}
