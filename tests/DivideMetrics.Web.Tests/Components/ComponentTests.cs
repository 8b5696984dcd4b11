using Bunit;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Controls;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Search;
using DivideMetrics.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Components;

public sealed class ComponentTests : BunitContext
{
    public ComponentTests()
    {
        Services.AddSingleton(SampleWorld.Catalog);
        Services.AddSingleton<SiteSearch>();
        Services.AddSingleton<TimeProvider>(new HurriedClock());
        SetRendererInfo(new("Server", isInteractive: true));
    }

    private static IReadOnlyList<AreaYear> Rows => FigureRows.InYear(SampleWorld.Facts(), SampleWorld.Areas, 2021);

    [Fact]
    public void Gap_bar_draws_value_gap_and_goal()
    {
        var bar = Render<GapBar>(with => with.Add(bar => bar.Value, 60).Add(bar => bar.Scale, new(0, 100)).Add(bar => bar.Goal, 90).Add(bar => bar.Label, "Kenya 60, goal 90"));

        Assert.Equal(("60%", "60%", "30%"), (bar.Find(".v").GetAttribute("width"), bar.Find(".g").GetAttribute("x"), bar.Find(".g").GetAttribute("width")));
        Assert.Equal("Kenya 60, goal 90", bar.Find("svg").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(95, 90, false)]
    [InlineData(1, 2, true)]
    public void Gap_bar_draws_no_gap_beyond_the_goal(double value, double goal, bool lowerIsBetter)
    {
        var bar = Render<GapBar>(with => with.Add(bar => bar.Value, value).Add(bar => bar.Scale, new(0, 100)).Add(bar => bar.Goal, goal).Add(bar => bar.LowerIsBetter, lowerIsBetter).Add(bar => bar.Label, ""));

        Assert.Empty(bar.FindAll(".g"));
    }

    [Fact]
    public void Status_has_a_symbol_and_a_word()
    {
        var mark = Render<StatusMark>(with => with.Add(mark => mark.Status, ProgressStatus.Of("on-track")));

        Assert.Equal("▲ On track", mark.Find(".status").TextContent);
        Assert.Equal("true", mark.Find(".status span").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData("met", "Goal met")]
    [InlineData("fair", "Too slow")]
    [InlineData("stagnation", "Standing still or falling back")]
    [InlineData("not-assessable", "Not assessable")]
    [InlineData(null, "Not assessable")]
    public void Every_category_has_its_word(string? category, string word) => Assert.Equal(word, ProgressStatus.Of(category).Word);

    [Fact]
    public void Table_sorts_by_a_column_and_back_with_missing_values_last()
    {
        var table = Render<AreaYearTable>(with => with.Add(table => table.Facts, SampleWorld.Facts()).Add(table => table.Rows, Rows).Add(table => table.Year, 2021));

        table.FindAll("thead button").Single(button => button.TextContent == "Value").Click();

        Assert.Equal("descending", table.FindAll("thead th")[2].GetAttribute("aria-sort"));
        Assert.Equal(["Falkland Islands (Malvinas)", "Republic of Korea", "Germany", "Tuvalu", "Kenya", "Burundi", "Côte d'Ivoire"], table.FindAll("tbody th").Select(cell => cell.TextContent));

        table.FindAll("thead button").Single(button => button.TextContent == "Value").Click();

        Assert.Equal(("Burundi", "Côte d'Ivoire"), (table.FindAll("tbody th")[0].TextContent, table.FindAll("tbody th")[^1].TextContent));
    }

    [Fact]
    public void Table_leaves_missing_values_empty()
    {
        var table = Render<AreaYearTable>(with => with.Add(table => table.Facts, SampleWorld.Facts()).Add(table => table.Rows, Rows).Add(table => table.Year, 2021));

        var cells = table.FindAll("tbody tr").Single(row => row.TextContent.Contains("Ivoire", StringComparison.Ordinal)).QuerySelectorAll("td");

        Assert.Equal(("", "no data"), (cells[1].TextContent, cells[2].TextContent));
    }

    [Fact]
    public void Table_has_a_caption_and_scopes()
    {
        var table = Render<AreaYearTable>(with => with.Add(table => table.Facts, SampleWorld.Facts()).Add(table => table.Rows, Rows).Add(table => table.Year, 2021));

        Assert.NotEmpty(table.Find("caption").TextContent);
        Assert.All(table.FindAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
    }

    [Fact]
    public void Slider_says_its_year_and_moves_over_years_with_data()
    {
        var years = new List<int>();
        var slider = Render<YearSlider>(with => with.Add(slider => slider.Years, [2000, 2005, 2021]).Add(slider => slider.Year, 2005).Add(slider => slider.OnSlide, years.Add).Add(slider => slider.OnSettle, years.Add));

        var range = slider.Find("input[type=range]");
        range.Input("2");
        range.Change("0");

        Assert.Equal(("1", "2005", "2"), (range.GetAttribute("value"), range.GetAttribute("aria-valuetext"), range.GetAttribute("max")));
        Assert.Equal([2021, 2000], years);
    }

    [Fact]
    public async Task Play_goes_from_year_to_year_and_ends_with_the_last()
    {
        var (slid, settled) = (new List<int>(), new TaskCompletionSource<int>());
        var slider = Render<YearSlider>(with => with.Add(slider => slider.Years, [2000, 2005, 2021]).Add(slider => slider.Year, 2021).Add(slider => slider.OnSlide, slid.Add).Add(slider => slider.OnSettle, settled.SetResult));

        await slider.Find("button[data-play]").ClickAsync(new());

        Assert.Equal(2021, await settled.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal([2000, 2005, 2021], slid);
    }

    [Fact]
    public void Picker_finds_adds_and_removes()
    {
        IReadOnlyList<string> chosen = [];
        var picker = Render<AreaPicker>(with => with.Add(picker => picker.Chosen, ["KEN"]).Add(picker => picker.OnChange, codes => chosen = codes));

        picker.Find("input").Input("korea");
        picker.Find(".matches button").Click();
        Assert.Equal(["KEN", "KOR"], chosen);

        picker.Find(".chips button").Click();
        Assert.Empty(chosen);
    }

    [Fact]
    public void Picker_says_when_nothing_matches()
    {
        var picker = Render<AreaPicker>(with => with.Add(picker => picker.Chosen, []));

        picker.Find("input").Input("atlantis");

        Assert.Equal("No country or group of that name.", picker.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Frame_has_source_vintage_licence_coverage_download_and_table()
    {
        var frame = Render<ChartFrame>(with => with
            .Add(frame => frame.Title, "A finding").Add(frame => frame.Subtitle, "A unit")
            .Add(frame => frame.Sources, [new SourceNote("A provider, a dataset.", "https://example.org/", new DateOnly(2023, 12, 1), true, "Attribution 4.0", null)])
            .Add(frame => frame.Coverage, "179 of 217 economies").Add(frame => frame.Download, "/indicators/online.csv")
            .Add(frame => frame.Table, "<table><caption>All</caption></table>"));

        var about = frame.FindAll(".about p").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["Source: A provider, a dataset · vintage released 1 December 2023 · Attribution 4.0", "Coverage: 179 of 217 economies"], about);
        Assert.Equal("/indicators/online.csv", frame.Find(".get a").GetAttribute("href"));
        Assert.Empty(frame.FindAll("details.twin table"));
        frame.Find("details.twin").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.NotNull(frame.Find("details.twin table"));
    }

    [Fact]
    public void Chart_holds_its_place_and_says_what_it_shows_before_the_script_is_there()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new("Static", isInteractive: false));
        var figure = GroupLines.Of(SampleWorld.Facts(), SampleWorld.Areas, ["KEN"], Observations.Sex.Total, TimeWindow.All);

        var chart = Render<Chart>(with => with.Add(chart => chart.Figure, figure));

        Assert.Contains($"--height:{figure.Height}px", chart.Find(".chart-area").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal(figure.Summary, chart.Find(".chart-area").GetAttribute("aria-label"));
    }

    [Fact]
    public void Suggestions_lead_to_what_was_probably_meant()
    {
        var suggestions = Render<Suggestions>(with => with.Add(suggestions => suggestions.Text, "kenia"));

        Assert.Contains(suggestions.FindAll("li a"), link => link.GetAttribute("href") == "/countries/KEN");
    }

    [Fact]
    public void Notes_are_announced()
    {
        var notes = Render<QueryNotes>(with => with.Add(notes => notes.Notes, [new QueryNote(new("time", "x", "a year"), "the newest")]));

        Assert.Equal("“time=x” cannot be used: expected a year. Shown instead: the newest.", notes.Find("[role=status] p").TextContent);
    }

    [Fact]
    public void Notes_without_problems_draw_nothing() => Assert.Equal("", Render<QueryNotes>(with => with.Add(notes => notes.Notes, [])).Markup.Trim());

    [Theory]
    [InlineData("1", "Gaps were computed with version 1 of the methods")]
    [InlineData(Gaps.GapEngine.MethodVersion, null)]
    public void Banner_of_a_past_state_says_so_when_its_methods_were_others(string method, string? words)
    {
        var state = new ViewState(new(null, new(2025, 3, 1)), null, method, [], "c1");

        var banner = Render<StateBanner>(with => with.Add(banner => banner.State, state));

        Assert.Contains("You see the figures as this site showed them on 1 March 2025.", banner.Find(".state p").TextContent, StringComparison.Ordinal);
        Assert.Equal(words is not null, banner.Markup.Contains(words ?? "Gaps were computed", StringComparison.Ordinal));
    }

    [Fact]
    public void Banner_of_now_is_none() =>
        Assert.Empty(Render<StateBanner>(with => with.Add(banner => banner.State, new ViewState(default, null, "1", [], "c1"))).Markup.Trim());

    /// <summary>Waits a thousandth of what it is told to.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime / 1000, period);
    }
}
