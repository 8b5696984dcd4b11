using DivideMetrics.Indicators;
using DivideMetrics.Web.Compare;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.Compare;

public sealed class CompareModelTests
{
    private static CompareModel Of(params string[] codes) => CompareModel.Of(codes, SampleWorld.Areas, [SampleWorld.Facts()]);

    private static CompareRow Row(Direction direction, params (string Code, double Value)[] values)
    {
        var facts = new IndicatorFacts(SampleWorld.Indicator with { Direction = direction }, values.Select(value => SampleWorld.Figure(value.Code, 2021, value.Value)), []);
        return Assert.Single(CompareModel.Of(values.Select(value => value.Code).ToList(), SampleWorld.Areas, [facts]).Rows);
    }

    [Fact]
    public void Areas_stand_in_the_order_of_choice_with_letters() =>
        Assert.Equal([("DEU", "Germany", "A"), ("LIC", "Low income", "B"), ("KEN", "Kenya", "C")], Of("DEU", "LIC", "KEN").Areas.Select(area => (area.Code, area.Name, area.Letter)));

    [Fact]
    public void Row_holds_the_newest_value_of_each_area_and_the_published_mean_of_a_group() => Assert.Equal(
        [("DEU", 2021, 96.0, false), ("LIC", 2021, 19.7, true), ("KEN", 2021, 28.8, false)],
        Assert.Single(Of("DEU", "LIC", "KEN").Rows).Known.Select(point => (point.Area, point.Year, point.Value, point.Gap is not null)));

    [Fact]
    public void Area_without_a_value_has_an_empty_place()
    {
        var row = Assert.Single(Of("KEN", "CIV").Rows);

        Assert.Null(row.Points[1]);
        Assert.False(row.IsShared);
        Assert.Empty(row.Ahead);
    }

    [Fact]
    public void Indicator_that_no_area_has_is_no_row() => Assert.Empty(Of("CIV").Rows);

    [Theory]
    [InlineData(Direction.Up, 30, 20, new[] { 0 }), InlineData(Direction.Down, 30, 20, new[] { 1 }), InlineData(Direction.None, 30, 20, new int[0])]
    [InlineData(Direction.Up, 20.01, 20.04, new int[0])]
    public void Ahead_is_who_has_the_better_value_as_it_is_shown(Direction direction, double first, double second, int[] ahead) =>
        Assert.Equal(ahead, Row(direction, ("KEN", first), ("BDI", second)).Ahead);

    [Fact]
    public void Equal_best_values_count_for_each() => Assert.Equal([0, 2], Row(Direction.Up, ("KEN", 30), ("BDI", 20), ("DEU", 30)).Ahead);

    [Fact]
    public void Scale_is_the_bounds_of_the_indicator() => Assert.Equal(new(0, 100), Row(Direction.Up, ("KEN", 30), ("BDI", 20)).Scale);

    [Fact]
    public void Some_areas_have_the_same_values_as_among_all()
    {
        var (some, all) = (Variable.OfSome(SampleWorld.Facts(), SampleWorld.Areas, ["WLD", "LIC", "KEN"]), Variable.Of(SampleWorld.Facts(), SampleWorld.Areas));

        Assert.All(some.Codes, code => Assert.Equal(all.SeriesOf(code), some.SeriesOf(code)));
        Assert.Equal(3, some.Codes.Count());
    }

    [Fact]
    public void Start_offers_groups_and_the_economies_with_most_people()
    {
        var people = new IndicatorFacts(SampleWorld.Indicator, [SampleWorld.Figure("KEN", 2021, 53e6), SampleWorld.Figure("BDI", 2021, 12e6), SampleWorld.Figure("CIV", 2021, 27e6)], []);

        var offers = CompareStart.Of(SampleWorld.Areas, people);

        Assert.Equal(["Income groups", "Low income: the 3 economies with most people"], offers.Select(offer => offer.Title));
        Assert.Equal(["KEN", "CIV", "BDI"], offers[1].Areas);
    }

    [Fact]
    public void Words_say_counts_and_the_widest_distance() => Assert.Equal(
        "At least one of these areas has a value of one indicator. One indicator has a direction and values of all of them. "
        + "The better value, higher or lower as the indicator’s direction says, is counted for each area that has it: Kenya 0, Germany 1. "
        + "Measured by the indicator’s own bounds they lie furthest apart in “People online”: Germany 96.0\u202f% (2021), Kenya 28.8\u202f% (2021).",
        CompareWords.Of(Of("KEN", "DEU")));

    [Fact]
    public void Strip_lists_letters_values_and_the_goal()
    {
        var model = Of("KEN", "CIV");

        Assert.Equal("People online. A, Kenya: 28.8\u202f% in 2021; B, Côte d'Ivoire: no data; goal: 100.0\u202f%", CompareWords.StripLabel(model, model.Rows[0]));
    }

    [Theory]
    [InlineData("CIV", "No data: Côte d'Ivoire"), InlineData("KEN", "Kenya, side by side"), InlineData("KEN~DEU", "One shared indicator: Kenya ahead in 0, Germany ahead in 1")]
    [InlineData("KEN~DEU~BDI~KOR~TUV", "5 areas side by side, with one indicator that all have")]
    public void Title_is_the_finding(string codes, string title) => Assert.Equal(title, CompareWords.Finding(Of(codes.Split('~'))));
}
