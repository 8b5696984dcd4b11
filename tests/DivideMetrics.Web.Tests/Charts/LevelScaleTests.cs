using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Tests.Pages;

namespace DivideMetrics.Web.Tests.Charts;

public sealed class LevelScaleTests
{
    [Fact]
    public void Bounded_indicator_has_round_steps_over_its_whole_range() =>
        Assert.Equal([15, 30, 45, 60, 75, 90], LevelScale.Of(SampleWorld.Indicator, [3, 4]).Breaks);

    [Fact]
    public void Unbounded_indicator_has_round_steps_over_its_values() =>
        Assert.Equal([10, 20, 30, 40, 50, 60], LevelScale.Of(SampleWorld.Indicator with { Max = null }, [0, 30, 66]).Breaks);

    [Fact]
    public void Very_uneven_values_have_steps_of_ten_times() =>
        Assert.Equal([1e4, 1e5, 1e6, 1e7, 1e8, 1e9], LevelScale.Of(SampleWorld.Indicator with { Max = null }, [11000, 5e6, 6e6, 1.4e9]).Breaks);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(14.99, 0)]
    [InlineData(15, 1)]
    [InlineData(90, 6)]
    [InlineData(100, 6)]
    public void Limit_belongs_to_the_class_above(double value, int expected) =>
        Assert.Equal(expected, LevelScale.Of(SampleWorld.Indicator, []).ClassOf(value));

    [Fact]
    public void Labels_say_the_limits() =>
        Assert.Equal(["below 15\u202f%", "15–30", "30–45", "45–60", "60–75", "75–90", "90\u202f% and more"], LevelScale.Of(SampleWorld.Indicator, []).Labels);

    [Theory]
    [MemberData(nameof(Themes))]
    public void Levels_are_monotone_in_lightness(string name)
    {
        var theme = name == "dark" ? ChartTheme.Dark : ChartTheme.Light;
        var lightness = theme.Levels.Select(Contrast.Luminance).ToList();

        Assert.Equal(name == "dark" ? lightness.Order() : lightness.OrderDescending(), lightness);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_reach_three_to_one_and_text_four_and_a_half(string name)
    {
        var theme = name == "dark" ? ChartTheme.Dark : ChartTheme.Light;

        Assert.All(theme.Categories, colour => Assert.True(Contrast.Between(colour, theme.Paper) >= 4.5, $"{colour}: {Contrast.Between(colour, theme.Paper)}"));
        Assert.All(new[] { theme.Ink, theme.Muted, theme.Accent, theme.Gap }, colour => Assert.True(Contrast.Between(colour, theme.Paper) >= 4.5, colour));
        Assert.True(Contrast.Between(theme.GoalLine, theme.Paper) >= 3);
    }

    public static TheoryData<string> Themes => ["light", "dark"];
}
