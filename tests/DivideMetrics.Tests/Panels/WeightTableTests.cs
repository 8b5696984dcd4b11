using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Tests.Panels;

public sealed class WeightTableTests
{
    private static readonly WeightTable Table = WeightTable.Of([Some(2010, 100), Some(2012, null), Some(2014, 140), Some(2015, 200, ObsStatus.E)]);

    [Fact]
    public void Weight_of_a_year_with_a_figure_is_the_figure() =>
        Assert.Equal(new Weight(140, ObsStatus.A, 2014), Table.At("AAA", 2014));

    [Fact]
    public void Weight_keeps_the_status_of_its_figure() => Assert.Equal(ObsStatus.E, Table.At("AAA", 2015)!.Value.Status);

    [Theory]
    [InlineData(2011, 110)]
    [InlineData(2012, 120)]
    [InlineData(2013, 130)]
    public void Weight_between_two_years_is_linear_and_marked(int year, double expected) =>
        Assert.Equal(new Weight(expected, ObsStatus.I, 2010), Table.At("AAA", year));

    [Theory, InlineData(2016), InlineData(2020)]
    public void Weight_is_carried_forward_for_five_years_and_marked(int year) =>
        Assert.Equal(new Weight(200, ObsStatus.I, 2015), Table.At("AAA", year));

    [Theory, InlineData(2021), InlineData(2009)]
    public void Weight_is_not_carried_further_nor_backward(int year) => Assert.Null(Table.At("AAA", year));

    [Fact]
    public void Weight_of_an_unknown_area_is_none() => Assert.Null(Table.At("BBB", 2014));

    [Fact]
    public void Negative_figure_is_no_weight() => Assert.Null(WeightTable.Of([Some(2014, -1)]).At("AAA", 2014));

    [Fact]
    public void Weights_by_sex_are_not_taken() =>
        Assert.Null(WeightTable.Of([Some(2014, 50) with { Sex = Sex.Female }]).At("AAA", 2014));

    [Fact]
    public void Table_of_no_figures_has_no_weights() => Assert.Null(WeightTable.Of([]).At("AAA", 2014));

    [Theory]
    [InlineData(2010, 100, 2010)]
    [InlineData(2013, 100, 2010)]
    [InlineData(2014, 140, 2014)]
    [InlineData(2020, 200, 2015)]
    public void Nearest_earlier_figure_is_taken_as_it_is(int year, double expected, int from) =>
        Assert.Equal((expected, from), (Table.EarlierAt("AAA", year)!.Value.Value, Table.EarlierAt("AAA", year)!.Value.FromYear));

    [Theory, InlineData("AAA", 2009), InlineData("AAA", 2021), InlineData("BBB", 2014)]
    public void Figure_that_is_later_too_old_or_of_nobody_is_not_taken(string area, int year) => Assert.Null(Table.EarlierAt(area, year));

    private static Figure Some(int year, double? value, ObsStatus status = ObsStatus.A) =>
        new("population", "AAA", Sex.Total, year, value, status, "S", 1);
}
