using DivideMetrics.Observations;
using DivideMetrics.Web.Components.Pages.Indicators;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Tests.Pages;

public sealed class IndicatorStateTests
{
    [Fact]
    public void Empty_query_is_the_default_without_notes()
    {
        var (state, notes) = new IndicatorQuery().Read(SampleWorld.Facts(), SampleWorld.Areas);

        Assert.Equal(new IndicatorState(), state);
        Assert.Empty(notes);
    }

    [Fact]
    public void Unusable_values_fall_back_and_leave_a_note_each()
    {
        var (state, notes) = new IndicatorQuery("pie", "1066", "Atlantis", "X", "Nowhere").Read(SampleWorld.Facts(), SampleWorld.Areas);

        Assert.Equal(new IndicatorState(), state);
        Assert.Equal(["country", "region", "sex", "tab", "time"], notes.Select(note => note.Problem.Parameter).Order());
    }

    [Fact]
    public void Note_names_parameter_value_and_what_is_shown_instead()
    {
        var (_, notes) = new IndicatorQuery(Time: "1066").Read(SampleWorld.Facts(), SampleWorld.Areas);

        Assert.Equal("“time=1066” cannot be used: expected a year with data, 2020–2021. Shown instead: the newest year with broad coverage.", Assert.Single(notes).Text);
    }

    [Fact]
    public void Sex_that_the_series_lacks_falls_back()
    {
        var facts = new IndicatorFacts(SampleWorld.Indicator, [SampleWorld.Figure("KEN", 2021, 1)], []);

        var (state, notes) = new IndicatorQuery(Sex: "F").Read(facts, SampleWorld.Areas);

        Assert.Equal((Sex.Total, "sex"), (state.Sex, Assert.Single(notes).Problem.Parameter));
    }

    [Theory]
    [InlineData("?tab=line&time=2000..2022&country=KEN~DEU&sex=F&region=LIC")]
    [InlineData("?time=earliest..latest")]
    [InlineData("?country=~KEN")]
    [InlineData("")]
    public void Addresses_are_read_back_to_the_same_state(string query)
    {
        var raw = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        string? Of(string name) => raw.TryGetValue(name, out var value) ? value.ToString() : null;

        var (state, _) = new IndicatorQuery(Of("tab"), Of("time"), Of("country"), Of("sex"), Of("region")).Read(SampleWorld.Facts(), SampleWorld.Areas);

        Assert.Equal("/indicators/online" + query, Uri.UnescapeDataString(AppUrls.Indicator("online", state)));
    }

    [Fact]
    public void Addresses_escape_what_ids_could_hold() => Assert.Equal("/indicators/a%2Fb%3Fc", AppUrls.Indicator("a/b?c"));

    [Fact]
    public void Default_year_is_the_newest_with_broad_coverage()
    {
        var model = IndicatorModel.Of(SampleWorld.Facts(), SampleWorld.Areas, new());

        Assert.Equal((2021, null), (model.Year, model.At(2021).Time));
        Assert.Equal(TimeWindow.At(2020), model.At(2020).Time);
    }

    [Fact]
    public void Finding_counts_the_economies_that_met_the_goal() =>
        Assert.Equal("2 of 5 economies had met the goal in 2021", IndicatorModel.Of(SampleWorld.Facts(), SampleWorld.Areas, new()).Finding);

    [Fact]
    public void Group_leaves_its_members_only()
    {
        var model = IndicatorModel.Of(SampleWorld.Facts(), SampleWorld.Areas, new(Group: "LIC"));

        Assert.Equal(["BDI", "CIV", "KEN"], model.Rows.Select(row => row.Area.Code).Order());
        Assert.Equal(["BDI", "KEN"], model.ByGap.Select(row => row.Area.Code));
    }

    [Fact]
    public void Indicator_without_figures_has_no_years()
    {
        var model = IndicatorModel.Of(new(SampleWorld.Indicator, [], []), SampleWorld.Areas, new());

        Assert.Empty(model.Years);
    }
}
