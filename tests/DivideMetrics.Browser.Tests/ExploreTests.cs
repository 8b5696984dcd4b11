using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DivideMetrics.Browser.Tests;

/// <summary>Explore as its readers use it: by keyboard, by link, by ear.</summary>
public sealed class ExploreTests(BrowserFixture browser)
{
    private const string Explore = "/explore/internet-users";
    private const string Named = ".js-plotly-plot [data-point]";

    /// <summary>Every control: the view, its label, and the option to choose.</summary>
    public static TheoryData<string, string, string> Controls => new()
    {
        { "map", "Measure", "gap-to-goal" }, { "map", "Indicator", "fixed-broadband" }, { "map", "Sex", "F" }, { "map", "Year", "2010" }, { "map", "Group of economies", "LIC" },
        { "map", "One map or two", "earliest..latest" }, { "line", "First year", "2005" }, { "line", "Last year", "2015" }, { "line", "Panels", "entity" }, { "line&facet=entity", "Scales", "0" },
        { "discrete-bar", "Order", "most" }, { "dumbbell", "Order", "least" }, { "scatter", "Horizontal axis", "fixed-telephone" }, { "scatter", "Vertical axis", "log" }, { "scatter", "Groups", "region" },
        { "distribution", "Groups", "region" }, { "stacked-bar", "Amounts or shares", "relative" },
    };

    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Control_changes_the_address_and_the_address_sets_the_control(string tab, string label, string option)
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync($"{Explore}?tab={tab}");
        var before = window.Page.Url;

        await window.Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(option);

        await Assertions.Expect(window.Page).Not.ToHaveURLAsync(before);

        await using var other = await browser.OpenAsync(Look.Light);
        await other.GoAsync(new Uri(window.Page.Url).PathAndQuery);
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(await other.Page.Locator("h1").InnerTextAsync());
        await Assertions.Expect(window.Page.Locator("p.words")).ToHaveTextAsync(await other.Page.Locator("p.words").InnerTextAsync());
        await Assertions.Expect(other.Page.GetByLabel(label, new() { Exact = true })).ToHaveValueAsync(option);

        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(before);
        Assert.Empty(window.Troubles);
        Assert.Empty(other.Troubles);
    }

    [Theory]
    [InlineData("map"), InlineData("line&country=KEN~IND"), InlineData("discrete-bar&region=LIC"), InlineData("dumbbell"), InlineData("scatter"), InlineData("distribution")]
    public async Task Marks_say_the_values_that_the_file_holds(string tab)
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync($"{Explore}?tab={tab}");
        await Assertions.Expect(window.Page.Locator(Named).First).ToBeAttachedAsync();

        var names = await window.Page.Locator(Named).EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.getAttribute('aria-label'))");

        var answer = await window.Page.APIRequest.GetAsync($"{Explore}.json?tab={tab}");
        using var file = JsonDocument.Parse(await answer.TextAsync());
        var silent = file.RootElement.GetProperty("values").EnumerateArray()
            .Where(row => row.GetProperty("SEX").GetString() == "_T" && row.GetProperty("INDICATOR").GetString() == "internet-users")
            .Select(row => (Name: row.GetProperty("REF_AREA_NAME").GetString()!, Value: Math.Round(row.GetProperty("OBS_VALUE").GetDouble(), 1).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)))
            .Where(row => !names.Any(name => name.StartsWith(row.Name, StringComparison.Ordinal) && name.Contains(row.Value, StringComparison.Ordinal))).ToList();
        Assert.Empty(silent);
        Assert.NotEmpty(names);
    }

    [Fact]
    public async Task Reader_finds_her_country_by_keyboard_alone()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(Explore);
        await Assertions.Expect(window.Page.Locator(Named).First).ToBeAttachedAsync();

        // From the top of the page, Tab leads over the controls and the views to the years and to the chart.
        await TabToAsync(window, "Measure");
        await TabToAsync(window, "Group of economies");
        await window.Page.Keyboard.TypeAsync("Low income");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("region=LIC"));
        await window.WhenDrawnAsync();
        await TabToAsync(window, "By economy");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("tab=discrete-bar"));
        await Assertions.Expect(window.Page.Locator(".barlayer [data-point]").First).ToBeAttachedAsync();
        await window.WhenDrawnAsync();
        await TabToAsync(window, "Marks of the chart");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        var name = await window.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
        Assert.Matches("^[^,]+, [0-9]{4}: ", name);

        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync(name.Split(',')[0]);
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData(Explore, "h1"), InlineData("/indicators/internet-users", "figcaption h2")]
    public async Task Slider_keeps_the_focus_and_the_heading_says_its_year(string address, string heading)
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(address + "?time=2015");
        var slider = window.Page.Locator("input[type=range]");
        await slider.FocusAsync();

        await slider.PressAsync("ArrowLeft");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("time=2014"));
        await slider.EvaluateAsync("range => { range.value = 0; range.dispatchEvent(new Event('input', { bubbles: true })); }");

        // The address still says the year before: the slider is not let go.
        await Assertions.Expect(window.Page.Locator("output")).Not.ToHaveTextAsync("2014");
        await Assertions.Expect(window.Page.Locator(heading)).ToContainTextAsync(await window.Page.Locator("output").InnerTextAsync());
        await Assertions.Expect(window.Page.Locator(heading)).Not.ToContainTextAsync("2014");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("time=2014"));
        await Assertions.Expect(slider).ToBeFocusedAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Table_that_is_open_stays_open_when_another_group_is_chosen()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(Explore);
        await window.Page.Locator("details.twin summary").ClickAsync();

        await window.Page.GetByLabel("Group of economies").SelectOptionAsync("LIC");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("region=LIC"));
        await Assertions.Expect(window.Page.Locator("details.twin tbody tr", new() { HasText = "Germany" })).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("details.twin tbody tr").First).ToBeVisibleAsync();
        Assert.Empty(window.Troubles);
    }

    [Fact]
    public async Task Play_walks_through_the_years_and_stops_where_it_is_told()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(Explore + "?time=2005");

        await window.Page.Locator("[data-play]").PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("output").First).Not.ToHaveTextAsync("2005");
        await window.Page.Locator("[data-play]").PressAsync("Enter");

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("time=20(0[6-9]|[12][0-9])"));
        Assert.Empty(window.Troubles);
    }

    [Theory]
    [InlineData("Copy link", "asof="), InlineData("Copy as sentence with citation", "via DivideMetrics")]
    public async Task Copy_puts_it_on_the_clipboard_and_says_so(string button, string part)
    {
        await using var window = await browser.OpenAsync(Look.Light);
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.GoAsync(Explore);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText(new Regex("copied$")).First).ToBeVisibleAsync();
        Assert.Contains(part, await window.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_works_without_a_script()
    {
        await using var window = await browser.OpenAsync(Look.Light, script: false);
        await window.Page.GotoAsync(Explore + "?tab=discrete-bar");

        await window.Page.GetByLabel("Group of economies").SelectOptionAsync("LIC");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("tab=discrete-bar.*region=LIC"));
        await Assertions.Expect(window.Page.Locator("svg.plot rect").First).ToBeAttachedAsync();
    }

    [Theory]
    [InlineData(Explore), InlineData("/indicators/internet-users")]
    public async Task Years_of_a_form_that_is_sent_without_a_script_become_the_address_of_the_span(string address)
    {
        await using var window = await browser.OpenAsync(Look.Light, script: false);
        await window.Page.GotoAsync(address + "?tab=line");

        await window.Page.GetByLabel("First year").SelectOptionAsync("2015");
        await window.Page.GetByLabel("Last year").SelectOptionAsync("2005");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).First.ClickAsync();

        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex(@"\?tab=line&time=2005\.\.2015$"));
        await Assertions.Expect(window.Page.GetByLabel("First year")).ToHaveValueAsync("2005");
    }

    /// <summary>Presses Tab until what has the focus is called so.</summary>
    private static async Task TabToAsync(WatchedPage window, string name)
    {
        for (var press = 0; press < 80; press++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var here = await window.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()");
            if (here.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab never came to “{name}”.");
    }
}
