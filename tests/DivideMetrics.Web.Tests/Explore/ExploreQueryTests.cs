using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace DivideMetrics.Web.Tests.Explore;

public sealed class ExploreQueryTests
{
    private static readonly ExploreState Default = new() { Indicator = SampleWorld.Indicator.Id };

    /// <summary>Every control moved away from its default, one at a time, and all at once.</summary>
    public static TheoryData<ExploreState> States =>
    [
        Default,
        Default with { Measure = "gap-to-goal" },
        Default with { Tab = ExploreTab.HeatMap },
        Default with { Time = TimeWindow.At(2020) },
        Default with { Time = new(2020, TimeWindow.Latest) },
        Default with { Areas = ["KEN"] },
        Default with { Areas = ["KEN", "LIC"] },
        Default with { Sex = Sex.Female },
        Default with { Group = "LIC" },
        Default with { Order = RowOrder.Least },
        Default with { X = "online" },
        Default with { LogX = true },
        Default with { LogX = false },
        Default with { LogY = true },
        Default with { Facet = true },
        Default with { OwnScales = true },
        Default with { Relative = true },
        Default with { Split = "sex" },
        Default with { By = AreaGroupKind.WorldBankRegion },
        Default with { Embed = true },
        Default with
        {
            Measure = "gap-to-goal", Tab = ExploreTab.Scatter, Time = TimeWindow.At(2021), Areas = ["DEU", "KOR"], Sex = Sex.Male, Group = "HIC", Order = RowOrder.Most, X = "online",
            LogX = true, LogY = true, Facet = true, OwnScales = true, Relative = true, Split = "sex", By = AreaGroupKind.WorldBankRegion, Embed = true,
        },
    ];

    [Theory]
    [MemberData(nameof(States))]
    public void Address_of_a_state_is_read_back_as_the_same_state(ExploreState state)
    {
        var (read, notes) = Read(AppUrls.Explore(state));

        Assert.Empty(notes);
        Assert.Equal(AppUrls.Explore(state), AppUrls.Explore(read));
        Assert.Equal(state with { Areas = null }, read with { Areas = null });
        Assert.Equal(state.Areas ?? [], read.Areas ?? []);
    }

    [Fact]
    public void Default_state_writes_nothing() => Assert.Equal("/explore/online", AppUrls.Explore(Default));

    [Theory]
    [InlineData("tab=pie", "tab"), InlineData("measure=happiness", "measure"), InlineData("time=soon", "time"), InlineData("country=Atlantis", "country"), InlineData("sex=x", "sex")]
    [InlineData("region=Atlantis", "region"), InlineData("sort=luck", "sort"), InlineData("x=happiness", "x"), InlineData("xScale=square", "xScale"), InlineData("yScale=square", "yScale")]
    [InlineData("facet=metric", "facet"), InlineData("uniformYAxis=2", "uniformYAxis"), InlineData("stackMode=grouped", "stackMode"), InlineData("split=luck", "split"), InlineData("by=luck", "by")]
    [InlineData("embed=yes", "embed")]
    public void Unknown_value_is_the_default_and_leaves_a_note(string query, string parameter)
    {
        var (state, notes) = Read("/explore/online?" + query);

        Assert.Equal(Default, state);
        Assert.Equal(parameter, Assert.Single(notes).Problem.Parameter);
        Assert.True(notes[0].Text.Length < 400);
    }

    private static (ExploreState State, IReadOnlyList<QueryNote> Notes) Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new ExploreQuery
        {
            Measure = Of("measure"), Tab = Of("tab"), Time = Of("time"), Country = Of("country"), Sex = Of("sex"), Region = Of("region"), Sort = Of("sort"), X = Of("x"), XScale = Of("xScale"), YScale = Of("yScale"),
            Facet = Of("facet"), UniformYAxis = Of("uniformYAxis"), StackMode = Of("stackMode"), Split = Of("split"), By = Of("by"), Embed = Of("embed"),
        }.Read(SampleWorld.Indicator, SampleWorld.Catalog, ReadAt.Now);
    }
}
