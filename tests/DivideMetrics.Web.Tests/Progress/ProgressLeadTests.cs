using DivideMetrics.Web.Components.Pages.Progress;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Progress;

public sealed class ProgressLeadTests
{
    [Fact]
    public void Finding_counts_the_pairs_that_have_a_goal() =>
        Assert.Equal("Of 4 assessed pairs of economy and goal, 2 have met the goal, with 0 more on course", ProgressLead.Finding(ProgressSample.Matrix()));

    [Theory]
    [InlineData("DEU BDI", "Of 2 assessed pairs of economy and goal, one has met the goal, with 0 more on course")]
    [InlineData("DEU", "The one assessed pair of economy and goal: Goal met 1")]
    public void Finding_of_one_is_in_the_singular(string areas, string finding) =>
        Assert.Equal(finding, ProgressLead.Finding(ProgressMatrix.Of([OnlyOf(areas.Split(' '))], new(), ProgressSample.Catalog)));

    [Theory]
    [InlineData(null, "No goal is set here: 2 of 3 assessed pairs grow fast enough or have no way left to go")]
    [InlineData("HIC", "No goal is set here: 0 of 1 assessed pairs grow fast enough or have no way left to go")]
    public void Finding_without_goals_speaks_of_growth(string? group, string finding) =>
        Assert.Equal(finding, ProgressLead.Finding(ProgressSample.Matrix(new(Group: group, Community: "security"))));

    [Fact]
    public void Finding_without_judgements_says_so() => Assert.Equal(
        "Nothing can be assessed here by the rule “Straight line”",
        ProgressLead.Finding(ProgressMatrix.Of([], new(Rule: ProgressRule.Find("linear")), ProgressSample.Catalog)));

    [Fact]
    public void Summary_says_what_the_rows_hold() => Assert.Equal(
        [
            "2 indicators in 6 economies are judged by the rule “United Nations (2023)”.",
            "One has a goal: Goal met 2, Too slow 1, Standing still or falling back 1.",
            "2 pairs of economy and goal cannot be assessed or have no figures.",
            "One has no goal and is judged by its growth since 2015: fast enough, or with no way left to go, in 2 of 3 assessed pairs.",
            "The world as a whole, where a provider gives it, has met the goal or moves at the required pace in 0 of 1 indicators.",
        ],
        ProgressLead.Summary(ProgressSample.Matrix()));

    [Fact]
    public void Summary_names_the_goals_furthest_along_and_behind()
    {
        var other = OnlyOf("DEU", "KEN") with { Indicator = Pages.SampleWorld.Indicator with { Id = "second", Title = "The second" } };

        Assert.Contains(
            "Furthest along is “People online”, met or on course in 2 of 4 assessed economies; furthest behind is “The third”, in 0 of 1.",
            ProgressLead.Summary(ProgressMatrix.Of(
                [ProgressSample.Columns[0], other, OnlyOf("KEN") with { Indicator = Pages.SampleWorld.Indicator with { Id = "third", Title = "The third" } }], new(), ProgressSample.Catalog)));
    }

    [Fact]
    public void Summary_of_a_status_says_how_many_rows_are_left() => Assert.Equal(
        "Shown are the 2 economies of 6 that have a cell “Goal met”.", ProgressLead.Summary(ProgressSample.Matrix(new(Status: "met")))[1]);

    [Fact]
    public void Coverage_counts_economies_and_pairs() => Assert.Equal(
        "5 of 6 economies have a status; 7 of 12 pairs of economy and indicator are assessed (58.3\u202f%)", ProgressLead.Coverage(ProgressSample.Matrix()));

    private static ProgressColumn OnlyOf(params string[] areas)
    {
        var column = ProgressSample.Columns[0];
        return column with { Judged = column.Judged.Where(pair => areas.Contains(pair.Key)).ToDictionary() };
    }
}
