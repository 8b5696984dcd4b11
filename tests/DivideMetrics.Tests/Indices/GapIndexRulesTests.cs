using DivideMetrics.Indicators;
using DivideMetrics.Indices;

namespace DivideMetrics.Tests.Indices;

/// <summary>What may enter the gap index, and how composites are declared.</summary>
public sealed class GapIndexRulesTests
{
    private static readonly Indicator Whole = SmallFramework.Indicator("whole", "security", "Safety");

    [Fact]
    public void Small_framework_keeps_the_rules() => Assert.Empty(GapIndexRules.Problems(SmallFramework.Scored));

    [Fact]
    public void Index_beside_its_own_part_is_a_problem() => Single("it is a part of 'whole'", Whole, Whole with { Id = "part", PartOf = "whole" });

    [Fact]
    public void Index_beside_a_part_of_its_part_is_a_problem() => Single(
        "it is a part of 'whole'", Whole, Whole with { Id = "middle", PartOf = "whole", Goalposts = null }, Whole with { Id = "part", PartOf = "middle" });

    [Fact]
    public void Parts_without_their_whole_are_well() =>
        Assert.Empty(GapIndexRules.Problems([Whole with { Goalposts = null }, Whole with { Id = "part", PartOf = "whole" }]));

    [Fact]
    public void Parts_in_a_circle_end() => Assert.Equal(2, GapIndexRules.Problems([Whole with { PartOf = "b" }, Whole with { Id = "b", PartOf = "whole" }]).Count);

    [Fact]
    public void Composite_with_goalposts_is_a_problem() =>
        Single("composites are never scored", Whole with { Composite = new("idi", new Dictionary<string, string>()) });

    [Fact]
    public void Published_index_that_is_recomputed_is_a_composite_too() => Single(
        "indicator 'whole': an index that a composite recomputes is never scored",
        Whole,
        Whole with { Id = "again", Goalposts = null, Composite = new("egdi", new Dictionary<string, string> { ["published"] = "whole" }) });

    [Fact]
    public void Context_with_goalposts_is_a_problem() => Single("context is never scored", Whole with { Community = "context" });

    [Fact]
    public void Goalposts_against_the_direction_are_a_problem() => Single("do not fit its direction (Up)", Whole with { Goalposts = new(100, 0) });

    [Fact]
    public void Goalposts_without_direction_are_a_problem() => Single("do not fit its direction (None)", Whole with { Direction = Direction.None });

    [Fact]
    public void Equal_goalposts_are_a_problem() =>
        Assert.Contains(GapIndexRules.Problems([Whole with { Goalposts = new(5, 5) }]), problem => problem.Reason.Contains("two different", StringComparison.Ordinal));

    [Fact]
    public void Context_composites_and_indicators_without_goalposts_are_not_scored() => Assert.Equal(
        ["whole"],
        GapIndexRules.Scored([Whole, Whole with { Id = "b", Community = "context" }, Whole with { Id = "c", Goalposts = null }, SmallFramework.Index]).Select(each => each.Id));

    private static void Single(string expected, params Indicator[] indicators) =>
        Assert.Contains(expected, Assert.Single(GapIndexRules.Problems(indicators)).ToString(), StringComparison.Ordinal);
}
