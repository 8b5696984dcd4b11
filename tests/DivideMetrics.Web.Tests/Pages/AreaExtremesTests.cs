using DivideMetrics.Gaps;
using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Pages.Areas;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class AreaExtremesTests
{
    [Fact]
    public void Strengths_are_the_leads_over_the_income_group_and_gaps_the_widest_of_the_rest()
    {
        var rows = new[] { Row("a", 90, mean: 60, gap: 10), Row("b", 20, mean: 40, gap: 80), Row("c", 50, mean: null, gap: 50), Row("d", 100, mean: 99, gap: 0, "met"), Row("e", 30, mean: 30, gap: 70) };

        var extremes = AreaExtremes.Of(rows);

        Assert.Equal(["a", "d"], extremes.Strengths.Select(row => row.Indicator.Id));
        Assert.Equal(["b", "e", "c"], extremes.Gaps.Select(row => row.Indicator.Id));
    }

    [Fact]
    public void Sentences_say_value_year_and_what_it_is_read_against()
    {
        var row = Row("a", 90, mean: 60, gap: 10);

        Assert.Equal("People online: 90.0\u202f% in 2021, against 60.0\u202f% in its income group.", AreaExtremes.Strength(row));
        Assert.Equal("People online: 90.0\u202f% in 2021, 10.0\u00a0pp short of the goal.", AreaExtremes.Gap(row));
    }

    [Fact]
    public void Score_of_a_community_is_its_newest_with_the_change_of_a_year()
    {
        var catalog = Declarations.Load(Path.Combine(AppContext.BaseDirectory, "seeds"));
        var (first, second) = (catalog.Framework.Communities[0].Id, catalog.Framework.Communities[1].Id);

        var scores = CommunityScore.Of([Part(first, 2021, 40), Part(first, 2022, 42.5), Part(first, 2023, null), Part(second, 2023, null)], catalog);

        Assert.Equal([first, second], scores.Select(score => score.Community));
        Assert.Equal((2022, 2.5), (scores[0].Newest!.Year, scores[0].Change!.Value));
        Assert.Equal((null, "not assessable: no dimension"), (scores[1].Newest!.Value, scores[1].Newest!.Reason));
    }

    private static Gap Part(string community, int year, double? value) =>
        new(IndexMeasures.IdOf(IndexMeasures.Part, community), "index", "KEN", Sex.Total, year, value, Reason: value is null ? "not assessable: no dimension" : null);

    private static AreaRow Row(string id, double value, double? mean, double gap, string category = "not-met") => new()
    {
        Indicator = SampleWorld.Indicator with { Id = id },
        Figure = SampleWorld.Figure("KEN", 2021, value),
        Trend = [],
        Gap = SampleWorld.Gap("gap-to-goal", "KEN", 2021, gap, category),
        Line = 100,
        GroupMean = mean,
        World = null,
        TimeDistance = null,
        Progress = null,
        Projection = null,
        GoalYear = null,
        Scale = new BarScale(0, 100),
    };
}
