using Bunit;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Controls;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Compare;

public sealed class StripTests : BunitContext
{
    [Fact]
    public void Dots_stand_by_value_and_never_cover_each_other()
    {
        var layout = StripLayout.Of([50, 51, null, 0, 100, 50], new(0, 100));

        Assert.Equal([0, 1, 3, 4, 5], layout.Dots.Select(dot => dot.Index));
        Assert.Equal(3, layout.Lanes);
        Assert.All(layout.Dots.SelectMany(one => layout.Dots.Where(other => other.Index > one.Index && other.Lane == one.Lane).Select(other => Math.Abs(other.X - one.X))), apart => Assert.True(apart > 2 * StripLayout.Radius));
    }

    [Fact]
    public void Dots_at_the_ends_stay_inside() =>
        Assert.All(StripLayout.Of([-5, 105], new(0, 100)).Dots, dot => Assert.InRange(dot.X, StripLayout.Radius, StripLayout.Width - StripLayout.Radius));

    [Fact]
    public void Strip_draws_a_lettered_dot_an_area_and_the_goal()
    {
        var strip = Render<AreaStrip>(with => with.Add(strip => strip.Values, [20, null, 80]).Add(strip => strip.Scale, new(0, 100)).Add(strip => strip.Goal, 100).Add(strip => strip.Label, "A 20, C 80"));

        Assert.Equal(["A", "C"], strip.FindAll("text").Select(text => text.TextContent));
        Assert.Equal(["var(--line-0)", "var(--line-2)"], strip.FindAll("circle").Select(dot => dot.GetAttribute("fill")));
        Assert.Single(strip.FindAll(".goal"));
        Assert.Equal("A 20, C 80", strip.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Eight_areas_have_eight_colours() => Assert.Equal(8, Enumerable.Range(0, 8).Select(AreaStrip.ColourOf).Distinct().Count());

    [Fact]
    public void Picker_adds_none_beyond_its_limit()
    {
        Services.AddSingleton(SampleWorld.Catalog);
        Services.AddSingleton<SiteSearch>();

        var picker = Render<AreaPicker>(with => with.Add(picker => picker.Chosen, ["KEN", "DEU"]).Add(picker => picker.Limit, 2));

        Assert.Empty(picker.FindAll("input"));
        Assert.Equal("2 areas are chosen, the most that fit. Remove one to add another.", picker.Find(".full").TextContent);
    }
}
