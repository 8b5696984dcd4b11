using DivideMetrics.Web.Components.Pages.Areas;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class AreaModelTests
{
    private static AreaModel Of(string code) => AreaModel.Of(SampleWorld.Areas.Find(code)!, SampleWorld.Areas, [SampleWorld.Facts()]);

    [Fact]
    public void Paragraph_says_value_gap_group_time_and_outlook() =>
        Assert.Equal(
            "People online stood at 29\u202f% in Kenya in 2021 (estimated), 71\u00a0percentage points short of the goal for 2030. "
            + "That is 9.1\u00a0percentage points above the mean of low-income countries (20\u202f%); the world was there 11 years earlier. "
            + "If the trend holds, 54\u202f% is expected in 2030, between 43\u202f% and 65\u202f% with 95\u202f% probability.",
            AreaParagraph.Of(Of("KEN")));

    [Fact]
    public void Paragraph_of_a_met_goal_says_so() =>
        Assert.StartsWith("People online stood at 96\u202f% in Germany in 2021: the goal of 100\u202f% counts as met.", AreaParagraph.Of(Of("DEU")), StringComparison.Ordinal);

    [Fact]
    public void Area_without_figures_says_so()
    {
        var model = Of("CIV");

        Assert.Equal("No figures for Côte d'Ivoire are published yet.", AreaParagraph.Of(model));
        Assert.Equal(["People online"], model.Missing);
    }

    [Fact]
    public void Bar_compares_with_group_and_world_of_the_same_year() =>
        Assert.Equal((19.7, 62, 100), (Of("KEN").Lead!.GroupMean, Of("KEN").Lead!.World, Of("KEN").Lead!.Line));

    [Fact]
    public void Peers_are_of_the_same_income_group_and_start_with_the_area() =>
        Assert.Equal(["KEN", "BDI"], Of("KEN").Peers.Select(peer => peer.Area.Code));

    [Fact]
    public void Reason_is_said_once() =>
        Assert.Equal("only one year of data", AreaTexts.Reason(SampleWorld.Facts().NewestMeasure("progress-unsd-2023", "TUV")));

    [Fact]
    public void Indicators_stand_by_community_and_dimension()
    {
        var (community, dimensions) = Assert.Single(Of("KEN").ByCommunity);
        var (dimension, rows) = Assert.Single(dimensions);
        Assert.Equal(("development", "Penetration", "online"), (community, dimension, Assert.Single(rows).Indicator.Id));
    }

    [Fact]
    public void Row_tells_no_outlook_that_is_not_assessable() =>
        Assert.DoesNotContain(AreaTexts.Outlook(Of("TUV").Rows[0]), text => text.Contains("not assessable", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Short_reason_is_the_first_clause() => Assert.Equal(
        "fewer points", AreaTexts.ShortReason(SampleWorld.Gap("projection-2030", "KEN", 2021, null, null) with { Reason = "not assessable: fewer points; series since 2019" }));

    [Theory]
    [InlineData(7.5, null, null, "7.5 years behind the world")]
    [InlineData(-2.0, null, null, "2.0 years ahead of the world")]
    [InlineData(0.01, null, null, "level with the world")]
    [InlineData(null, "ahead", null, "ahead: the world has not been there yet")]
    [InlineData(null, "beyond-series", 21.0, "at least 21 years behind the world")]
    public void Time_distance_is_said_in_words(double? value, string? category, double? lower, string text) =>
        Assert.Equal(text, FigureRows.TimeDistance(SampleWorld.Gap("time-distance-world", "KEN", 2021, value, category) with { Lower = lower }));
}
