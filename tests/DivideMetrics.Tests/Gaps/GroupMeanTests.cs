using CsCheck;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Tests.Statistics;

namespace DivideMetrics.Tests.Gaps;

public sealed class GroupMeanTests
{
    [Fact]
    public void Mean_is_weighted_by_population() =>
        Assert.Equal(61.5, GroupMean.Of([Member(20, 10), Member(40, 20), Member(60, 30), Member(80, 25), Member(90, 15)]).Mean.Value!.Value, 1e-12);

    [Theory]
    [InlineData(200, 100, true)]
    [InlineData(199, 101, false)]
    [InlineData(300, 0, true)]
    public void Mean_is_published_from_two_thirds_of_the_population_on(double informed, double missing, bool published) =>
        Assert.Equal(published, GroupMean.Of([Member(50, informed), Member(null, missing)]).Mean.Value is not null);

    [Fact]
    public void Mean_that_is_not_published_says_the_share_reached() =>
        Assert.Equal("not published: members with data hold 7.8 % of the population, 2/3 needed", GroupMean.Of([Member(50, 78), Member(null, 922)]).Mean.Reason);

    [Fact]
    public void Mean_of_members_without_data_says_so() =>
        Assert.Equal("not published: no member has data", GroupMean.Of([Member(null, 5)]).Mean.Reason);

    [Fact]
    public void Mean_of_members_without_population_says_so() =>
        Assert.Equal("not published: the population of the members is not known", GroupMean.Of([Member(50, null)]).Mean.Reason);

    [Fact]
    public void Mean_of_nobody_is_not_published() => Assert.Null(GroupMean.Of([]).Mean.Value);

    [Fact]
    public void Mean_of_members_with_a_population_of_0_is_not_published() => Assert.Null(GroupMean.Of([Member(50, 0)]).Mean.Value);

    [Fact]
    public void Coverage_counts_areas_and_population() =>
        Assert.Equal(new Coverage(2, 4, 0.75, 0), GroupMean.Of([Member(50, 50), Member(60, 25), Member(null, 25), Member(null, null)]).Coverage);

    [Fact]
    public void Member_with_a_value_and_no_population_counts_as_an_area_only() =>
        Assert.Equal(new Coverage(2, 2, 1, 0), GroupMean.Of([Member(50, 50), Member(90, null)]).Coverage);

    [Fact]
    public void Member_with_a_value_and_no_population_stays_out_of_the_mean() =>
        Assert.Equal((50.0, "population of 1 member unknown, left out"), Pair(GroupMean.Of([Member(50, 50), Member(90, null)])));

    [Theory]
    [InlineData(ObsStatus.A, 0)]
    [InlineData(ObsStatus.E, 0.25)]
    [InlineData(ObsStatus.I, 0.25)]
    [InlineData(ObsStatus.P, 0)]
    public void Estimated_share_counts_the_informed_population_with_estimates(ObsStatus status, double expected) =>
        Assert.Equal(expected, GroupMean.Of([Member(50, 60), Member(60, 20, status), Member(null, 20, ObsStatus.E)]).Coverage.EstimatedShare);

    [Fact]
    public void Mean_remarks_on_carried_populations()
    {
        var carried = new MemberValue("BBB", new PanelPoint(60, ObsStatus.A), new Weight(50, ObsStatus.I, 2017));
        Assert.Equal((55.0, "population carried forward or interpolated from 2017 for 1 member"), Pair(GroupMean.Of([Member(50, 50), carried])));
    }

    [Fact]
    public void Member_that_is_kept_out_counts_as_one_without_data_and_is_told()
    {
        var mean = GroupMean.Of([Member(50, 70), Member(null, 30) with { KeptOut = true }]);
        Assert.Equal((50.0, "figures of 1 member left out: their terms forbid commercial use"), Pair(mean));
        Assert.Equal(new Coverage(1, 2, 0.7, 0), mean.Coverage);
    }

    [Fact]
    public void Mean_that_is_not_published_for_want_of_those_kept_out_says_so() => Assert.Equal(
        "not published: no member has data; figures of 1 member left out: their terms forbid commercial use",
        GroupMean.Of([Member(null, 30) with { KeptOut = true }]).Mean.Reason);

    [Fact]
    public void Population_holds_all_members_informed_or_not() =>
        Assert.Equal(100, GroupMean.Of([Member(50, 70), Member(null, 30), Member(9, null)]).Population);

    [Fact]
    public void Mean_stays_the_same_when_the_population_is_counted_in_another_unit() =>
        Distribution.Any.Sample(found =>
            Math.Abs(MeanOf(found.Values, found.Weights)!.Value - MeanOf(found.Values, [.. found.Weights.Select(weight => weight / 1000)])!.Value) < 1e-9);

    private static double? MeanOf(double[] values, double[] weights) =>
        GroupMean.Of([.. values.Zip(weights, (value, weight) => Member(value, weight))]).Mean.Value;

    private static (double?, string?) Pair(GroupMean mean) => (mean.Mean.Value, mean.Mean.Reason);

    private static MemberValue Member(double? value, double? population, ObsStatus status = ObsStatus.A) => new(
        "AAA",
        value is { } known ? new PanelPoint(known, status) : null,
        population is { } people ? new Weight(people, ObsStatus.A, 2020) : null);
}
