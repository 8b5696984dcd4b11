using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class PanelTests
{
    [Fact]
    public void Panel_keeps_a_missing_value_apart_from_0()
    {
        var panel = Panel.Of([Some("AAA", 2020, 0), Some("AAA", 2021, null), Some("BBB", 2021, 5)]);
        Assert.Equal((0.0, null), (panel.At("AAA", 2020)?.Value, panel.At("AAA", 2021)?.Value));
    }

    [Fact]
    public void Panel_leaves_out_areas_and_years_without_a_single_value()
    {
        var panel = Panel.Of([Some("AAA", 2020, 1), Some("BBB", 2019, null)]);
        Assert.Equal("AAA 2020", Shape(panel));
    }

    [Fact]
    public void Panel_leaves_out_forecasts() =>
        Assert.Null(Panel.Of([Some("AAA", 2020, 1), Some("AAA", 2030, 2, ObsStatus.F)]).At("AAA", 2030));

    [Fact]
    public void Panel_orders_areas_and_years() =>
        Assert.Equal("AAA,BBB 2019,2021", Shape(Shuffled()));

    [Fact]
    public void Panel_knows_nothing_of_an_area_year_or_sex_that_it_does_not_have()
    {
        var panel = Shuffled();
        Assert.Equal([null, null, null], new[] { panel.At("CCC", 2021), panel.At("AAA", 2020), panel.At("AAA", 2021, Sex.Male) });
    }

    [Fact]
    public void Series_has_only_years_with_a_value()
    {
        var series = Panel.Of([Some("AAA", 2022, 3), Some("AAA", 2020, 1), Some("AAA", 2021, null), Some("BBB", 2021, 5)]).SeriesOf("AAA");
        Assert.Equal([(2020, 1.0), (2022, 3.0)], series.Years.Zip(series.Values));
    }

    [Fact]
    public void Series_of_an_unknown_area_is_empty() => Assert.Equal(0, Shuffled().SeriesOf("CCC").Count);

    [Fact]
    public void Empty_panel_has_no_areas() => Assert.Empty(Panel.Of([]).Areas);

    [Fact]
    public void Panel_refuses_a_point_that_stands_twice() =>
        Assert.Throws<ArgumentException>(() => Panel.Of([Some("AAA", 2020, 1), Some("AAA", 2020, 1)]));

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Panel_refuses_a_value_that_is_not_finite(double value) =>
        Assert.Throws<ArgumentException>(() => Panel.Of([Some("AAA", 2020, value)]));

    [Fact]
    public void Panel_refuses_figures_of_two_indicators() =>
        Assert.Throws<ArgumentException>(() => Panel.Of([Some("AAA", 2020, 1), Some("AAA", 2021, 1) with { Indicator = "other" }]));

    [Theory]
    [InlineData(2019, 4)]
    [InlineData(2021, 2)]
    [InlineData(2030, 0)]
    public void Series_since_a_year_starts_there(int year, int count) => 
        Assert.Equal(count, Steps(ObsStatus.A, ObsStatus.A, ObsStatus.A, ObsStatus.A).Since(year).Count);

    [Theory]
    [InlineData(2018, 0)]
    [InlineData(2020, 2)]
    [InlineData(2030, 4)]
    public void Series_until_a_year_ends_there(int year, int count) =>
        Assert.Equal(count, Steps(ObsStatus.A, ObsStatus.A, ObsStatus.A, ObsStatus.A).Until(year).Count);

    [Fact]
    public void Part_of_a_series_keeps_its_remark() =>
        Assert.Equal("cut", (Steps(ObsStatus.A, ObsStatus.A, ObsStatus.A, ObsStatus.A) with { Remark = "cut" }).Since(2020).Until(2021).Remark);

    [Fact]
    public void Pairs_are_those_points_that_both_indicators_have()
    {
        var left = Panel.Of([Some("AAA", 2020, 1), Some("AAA", 2021, null), Some("BBB", 2021, 3), Some("CCC", 2021, 0)]);
        var right = Panel.Of([Some("AAA", 2020, 10), Some("AAA", 2021, 11), Some("BBB", 2021, null), Some("CCC", 2021, 12)]);
        var pairs = AlignedPairs.Of(left, right);
        Assert.Equal([("AAA", 2020, 1.0, 10.0), ("CCC", 2021, 0.0, 12.0)], Rows(pairs));
    }

    [Fact]
    public void Pairs_of_panels_that_share_nothing_are_none() =>
        Assert.Equal(0, AlignedPairs.Of(Panel.Of([Some("AAA", 2020, 1)]), Panel.Of([Some("AAA", 2021, 1)])).Count);

    [Fact]
    public void Pairs_with_an_empty_panel_are_none() => Assert.Equal(0, AlignedPairs.Of(Shuffled(), Panel.Of([])).Count);

    [Fact]
    public void Pairs_are_the_same_as_by_looking_up_each_point() =>
        Gen.Select(AnyFigures, AnyFigures).Sample((one, other) =>
        {
            var (left, right) = (Panel.Of(one), Panel.Of(other));
            var expected =
                from area in left.Areas
                from year in left.Years
                let x = left.At(area, year)
                let y = right.At(area, year)
                where x is not null && y is not null
                select (area, year, x.Value.Value, y.Value.Value);
            return expected.SequenceEqual(Rows(AlignedPairs.Of(left, right)));
        });

    private static Gen<List<Figure>> AnyFigures { get; } =
        Gen.Select(Gen.Int[0, 4], Gen.Int[2015, 2020], Gen.Double[0, 100].Nullable()).List[0, 20].Select(rows => rows
            .DistinctBy(row => (row.Item1, row.Item2)).Select(row => Some($"A{row.Item1}", row.Item2, row.Item3)).ToList());

    private static IEnumerable<(string, int, double, double)> Rows(AlignedPairs pairs) =>
        Enumerable.Range(0, pairs.Count).Select(i => (pairs.Areas[i], pairs.Years[i], pairs.Left[i], pairs.Right[i]));

    private static YearSeries Steps(params ObsStatus[] statuses) => new([2019, 2020, 2021, 2022], [1, 2, 3, 4], statuses);

    private static Panel Shuffled() => Panel.Of([Some("BBB", 2021, 2), Some("AAA", 2021, 1), Some("AAA", 2019, 3)]);

    private static Figure Some(string area, int year, double? value, ObsStatus status = ObsStatus.A) =>
        new("x", area, Sex.Total, year, value, value is null ? ObsStatus.O : status, "S", 1);

    private static string Shape(Panel panel) => $"{string.Join(',', panel.Areas)} {string.Join(',', panel.Years)}";
}
