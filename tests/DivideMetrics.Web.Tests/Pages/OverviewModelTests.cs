using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Pages.Overview;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class OverviewModelTests
{
    private static readonly OverviewModel Model = OverviewModel.Of(SampleWorld.Facts(), _ => "A provider, released 1 May 2023", SampleWorld.Areas)!;

    [Fact]
    public void Headline_is_a_finding() => Assert.Equal("Two in three people are online; in low-income countries one in five", Model.Headline);

    [Fact]
    public void Providers_world_rows_have_source_and_year()
    {
        Assert.Equal(["66.3\u202f%", "63.4\u202f%", "69.2\u202f%"], Model.Provider.Select(figure => figure.Value));
        Assert.All(Model.Provider, figure => Assert.Equal(("2022", "A provider, released 1 May 2023"), (figure.Detail, figure.Source)));
    }

    [Fact]
    public void Our_mean_is_that_of_the_newest_published_year_with_its_coverage()
    {
        var mean = Model.Ours[0];

        Assert.Equal(("Both sexes, 2021", "63.5\u202f%", "2021; 179 of 217 economies, 96.7\u202f% of people"), (mean.Label, mean.Value, mean.Detail));
    }

    [Fact]
    public void Unpublished_means_say_so_with_the_coverage_reached()
    {
        var unpublished = Model.Ours.Skip(1).ToList();

        Assert.Equal(["Both sexes, 2022", "Women, 2022", "Men, 2022"], unpublished.Select(figure => figure.Label));
        Assert.All(unpublished, figure => Assert.Null(figure.Value));
        Assert.StartsWith("informed: 8 of 217 economies, 4.1\u202f% of people", unpublished[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Furthest_behind_are_ordered_by_gap() =>
        Assert.Equal(["BDI", "KEN", "TUV", "DEU", "KOR"], Model.Furthest.Select(row => row.Area.Code));

    [Fact]
    public void Every_economy_has_one_status()
    {
        Assert.Equal(SampleWorld.Areas.Economies.Count(), Model.Progress.Sum(count => count.Areas.Count));
        Assert.Equal(["KEN"], Model.Progress.Single(count => count.Status.Category == "fair").Areas.Select(area => area.Code));
        Assert.Equal(4, Model.Progress.Single(count => count.Status.Category == "not-assessable").Areas.Count);
    }

    [Fact]
    public void Projections_are_counted_beside_the_rule() => Assert.Equal((0, 1), Model.Projected);

    [Fact]
    public void Far_behind_counts_ten_years_and_more() =>
        Assert.Contains(Model.Divide, figure => figure is { Label: "Economies 10 or more years behind the world", Value: "2" });

    [Fact]
    public void Gap_between_groups_says_how_it_moved() =>
        Assert.Equal("70\u00a0percentage points still lie between rich and poor countries, down from 71 in 2020", Findings.GroupGap(SampleWorld.Facts(), SampleWorld.Areas));

    [Fact]
    public void Indicator_without_figures_has_no_overview() =>
        Assert.Null(OverviewModel.Of(new(SampleWorld.Indicator, [], []), _ => "", SampleWorld.Areas));

    [Fact]
    public void Missing_figures_are_left_out_and_never_zero()
    {
        Assert.Null(SampleWorld.Facts().At("CIV", 2020));
        Assert.Null(Model.Rows.Single(row => row.Area.Code == "CIV").Value);
    }

    [Fact]
    public void Sexes_are_those_that_areas_have() => Assert.Equal([Sex.Total, Sex.Female, Sex.Male], SampleWorld.Facts().Sexes);
}
