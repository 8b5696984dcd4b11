using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;

namespace DivideMetrics.Tests.Gaps;

/// <summary>Wherever a value is drawn against a goal that is this product's own, it says so.</summary>
public sealed class AssumedGoalTests
{
    private const string Label = "the goal is an assumption";

    [Theory]
    [InlineData("gap-to-goal", true)]
    [InlineData("gap-to-goal-sd", true)]
    [InlineData("required-pace", true)]
    [InlineData("progress-unsd-2023", true)]
    [InlineData("progress-linear", true)]
    [InlineData("progress-summary", true)]
    [InlineData("gap-to-frontier", false)]
    [InlineData("itu-band", false)]
    public void Value_against_an_assumed_goal_says_so(string measure, bool labelled)
    {
        Assert.All(Compute(measure, assumed: true), gap => Assert.Equal(labelled, gap.Reason?.Contains(Label, StringComparison.Ordinal) ?? false));
        Assert.All(Compute(measure, assumed: false), gap => Assert.DoesNotContain(Label, gap.Reason ?? "", StringComparison.Ordinal));
    }

    private static List<Gap> Compute(string measure, bool assumed)
    {
        var indicator = StarterFigures.InternetUsersIndicator(measure);
        var goal = indicator.Goal! with { Assumption = assumed };
        var figures = new[] { (2015, 20.0), (2022, 40) }.SelectMany(point => new[] { "AAA", "BBB" }.Select((area, i) =>
            new Figure("internet-users", area, Sex.Total, point.Item1, point.Item2 + i, ObsStatus.A, "S", 1))).ToList();
        var areas = new AreaCatalog(new[] { "AAA", "BBB" }.Select(code => new Area(code, code, AreaKind.Economy, null, null)), [], [], [], []);
        var gaps = GapEngine.Compute(new(indicator with { Goal = goal, Goals = [goal] }, figures, [], areas)).Where(gap => gap.Value is not null).ToList();
        Assert.NotEmpty(gaps);
        return gaps;
    }
}
