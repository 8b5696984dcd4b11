using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>What the foot of a chart says of who is covered.</summary>
public sealed class CoverageTextTests
{
    [Theory]
    [InlineData(5, "5 of 6 economies, 90.0\u202f% of people in 2021")]
    [InlineData(0, "5 of 6 economies in 2021")]
    [InlineData(3, "5 of 6 economies in 2021")]
    public void Map_tells_who_is_shown_and_the_people_only_where_the_mean_counts_the_same(int counted, string expected)
    {
        var facts = Facts(Mean(2021, 63, new(counted, 6, 0.9, 0)));
        Assert.Equal(expected, CoverageText.OfShown(facts, FigureRows.InYear(facts, SampleWorld.Areas, 2021), 2021));
    }

    [Fact]
    public void Women_are_not_told_the_people_of_both_sexes()
    {
        var facts = Facts(Mean(2022, null, new(1, 6, 0.4, 0)));
        Assert.Equal("1 of 6 economies in 2022", CoverageText.OfShown(facts, FigureRows.InYear(facts, SampleWorld.Areas, 2022, Sex.Female), 2022, Sex.Female));
    }

    [Fact]
    public void Lines_tell_who_counts_in_the_newest_mean_where_that_year_has_none()
    {
        var facts = Facts(Mean(2021, 63, new(5, 6, 0.9, 0)), Mean(2022, null, new(0, 6, 0, 0)));
        Assert.Equal("5 of 6 economies, 90.0\u202f% of people in 2021", CoverageText.OfMeans(facts, 2022));
        Assert.Null(CoverageText.OfMeans(Facts(), 2022));
    }

    private static IndicatorFacts Facts(params Gap[] means) => new(SampleWorld.Indicator, SampleWorld.Facts().Figures, GapSeries.Pack(means));

    private static Gap Mean(int year, double? value, Coverage coverage) => SampleWorld.Gap("mean-weighted", "WLD", year, value) with { Coverage = coverage };
}
