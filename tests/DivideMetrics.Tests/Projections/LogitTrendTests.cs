using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Projections;
using DivideMetrics.Statistics;
using DivideMetrics.Tests.Gaps;

namespace DivideMetrics.Tests.Projections;

public sealed class LogitTrendTests
{
    private static readonly Bounds Percent = new(0, 100);

    private static readonly YearSeries World = Panel.Of(StarterFigures.InternetUsers()).SeriesOf("WLD");

    private static readonly LogitTrend Since2005 = Trend(World.Since(2005));

    private static readonly LogitTrend Since2015 = Trend(World.Since(2015));

    [Fact]
    public void World_trend_since_2005_has_the_intercept_of_the_methodology() => Assert.Equal(-265.140890533, Since2005.Line.Intercept, 1e-6);

    [Fact]
    public void World_trend_since_2005_has_the_rate_of_the_methodology() => Assert.Equal(.131416432, Since2005.Line.Slope, 1e-9);

    [Fact]
    public void World_trend_since_2005_has_the_midpoint_of_the_methodology() => Assert.Equal(2017.562692, Since2005.YearOf(50).Value!.Value, 1e-6);

    [Fact]
    public void World_trend_since_2005_has_the_residual_error_of_the_methodology() => Assert.Equal(.066354225, Since2005.Line.ResidualError, 1e-9);

    [Fact]
    public void World_trend_since_2015_has_the_rate_of_the_methodology() => Assert.Equal(.160047046, Since2015.Line.Slope, 1e-9);

    [Fact]
    public void World_projection_since_2005_is_that_of_the_methodology() => Assert.Equal("83.68 (81.09–85.98)", Words(Since2005.At(2030)));

    [Fact]
    public void World_projection_since_2015_is_that_of_the_methodology() => Assert.Equal("87.48 (84.77–89.76)", Words(Since2015.At(2030)));

    [Fact]
    public void World_reaches_95_percent_in_the_years_of_the_methodology() =>
        Assert.Equal((2040.0, 2036.3), (Math.Round(Since2005.YearOf(95).Value!.Value, 1), Math.Round(Since2015.YearOf(95).Value!.Value, 1)));

    [Fact]
    public void Interval_of_the_year_is_where_the_prediction_interval_touches_the_level()
    {
        var year = Since2015.YearOf(95);
        Assert.Equal((95, 95), (Math.Round(Since2015.At(year.Lower!.Value).Upper!.Value, 9), Math.Round(Since2015.At(year.Upper!.Value).Lower!.Value, 9)));
    }

    [Fact]
    public void Projections_stay_ordered_and_inside_the_bounds() =>
        AnySeries.Sample(series =>
        {
            var found = LogitTrend.Fit(series.Years, series.Values, Percent, out _)?.At(2030);
            return found is null || (found.Value.Lower >= 0 && found.Value.Lower <= found.Value.Value && found.Value.Value <= found.Value.Upper && found.Value.Upper <= 100);
        });

    [Fact]
    public void Years_of_a_level_lie_inside_their_interval() =>
        AnySeries.Sample(series =>
        {
            var found = LogitTrend.Fit(series.Years, series.Values, Percent, out _)?.YearOf(95);
            return found is not { Value: not null, Lower: not null } || (found.Value.Lower <= found.Value.Value && found.Value.Value <= found.Value.Upper);
        });

    [Fact]
    public void Mirrored_series_has_the_mirrored_projection() =>
        AnySeries.Sample(series =>
        {
            var one = LogitTrend.Fit(series.Years, series.Values, Percent, out _)?.At(2030);
            var other = LogitTrend.Fit(series.Years, [.. series.Values.Select(value => 100 - value)], Percent, out _)?.At(2030);
            return one is null || Math.Abs(one.Value.Value!.Value + other!.Value.Value!.Value - 100) < 1e-6;
        });

    [Fact]
    public void Projection_does_not_depend_on_the_unit() =>
        AnySeries.Sample(series =>
        {
            var percent = LogitTrend.Fit(series.Years, series.Values, Percent, out _)?.At(2030).Value;
            var share = LogitTrend.Fit(series.Years, [.. series.Values.Select(value => value / 100)], new(0, 1), out _)?.At(2030).Value;
            return percent is null || Math.Abs(percent.Value - (100 * share!.Value)) < 1e-6;
        });

    [Theory]
    [InlineData(99.95, 1)]
    [InlineData(99.949, 0)]
    [InlineData(100, 1)]
    [InlineData(103, 1)]
    [InlineData(0.05, 1)]
    [InlineData(0.051, 0)]
    [InlineData(0, 1)]
    public void Points_within_0_05_of_a_bound_or_beyond_it_are_left_out(double value, int leftOut) =>
        Assert.Equal(leftOut, LogitTrend.Fit([2014, 2015, 2016, 2017, 2018, 2019, 2020], [10, 20, 30, 40, 50, 60, value], Percent, out _)!.LeftOut);

    [Fact]
    public void Trend_says_how_many_points_it_left_out() =>
        Assert.Equal("6 points 2014–2019, 1 left out at a bound", LogitTrend.Fit([2014, 2015, 2016, 2017, 2018, 2019, 2020], [10, 20, 30, 40, 50, 60, 100], Percent, out _)!.Basis);

    [Theory]
    [InlineData(new[] { 10.0, 20, 30, 40, 50 }, "5 usable points, 6 needed")]
    [InlineData(new[] { 10.0, 20, 30, 40, 50, 100 }, "5 usable points, 6 needed, 1 left out at a bound")]
    [InlineData(new double[0], "0 usable points, 6 needed")]
    public void Trend_of_too_few_points_is_none_and_says_why(double[] values, string expected)
    {
        LogitTrend.Fit([.. Enumerable.Range(2015, values.Length)], values, Percent, out var reason);
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Flat_trend_never_reaches_another_level() =>
        Assert.Contains("not before 2100", LogitTrend.Fit([2015, 2016, 2017, 2018, 2019, 2020], [50, 50, 50, 50, 50, 50], Percent, out _)!.YearOf(95).Reason, StringComparison.Ordinal);

    [Fact]
    public void Uncertain_trend_has_a_year_without_an_interval()
    {
        var year = LogitTrend.Fit([2015, 2016, 2017, 2018, 2019, 2020], [40, 62, 41, 60, 45, 61], Percent, out _)!.YearOf(70);
        Assert.Equal((true, null, null), (year.Value is not null, year.Lower, year.Upper));
    }

    [Fact]
    public void Level_at_a_bound_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Since2015.YearOf(100));

    private static Gen<YearSeries> AnySeries { get; } = Gen.Double[0, 100].Array[6, 12].Select(values =>
        new YearSeries([.. Enumerable.Range(2010, values.Length)], values, [.. values.Select(_ => ObsStatus.A)]));

    private static LogitTrend Trend(YearSeries series) => LogitTrend.Fit(series.Years, series.Values, Percent, out _)!;

    private static string Words(Assessed found) => FormattableString.Invariant($"{found.Value:F2} ({found.Lower:F2}–{found.Upper:F2})");
}
