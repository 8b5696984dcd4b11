using System.Net;
using AngleSharp.Html.Parser;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>All that is measured of an indicator in an economy or a group.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class MeasuresPageTests(ReleasedSite site)
{
    [Theory]
    [InlineData("", "30.5")]
    [InlineData("?asof=2024-09-01", "25.5")]
    public async Task Page_judges_the_series_of_its_state_by_every_rule(string state, string value)
    {
        var html = await PageAsync($"/countries/KEN/internet-users{state}");

        Assert.Contains($"Kenya stood at {value}", html, StringComparison.Ordinal);
        foreach (var rule in new[] { "United Nations (2023)", "Open SDG", "Straight line", "Bounded projection" })
        {
            Assert.Contains($">{rule}</h3>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_value_leads_to_its_explanation_in_the_same_state() => Assert.Contains(
        "/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2021&asof=2025-06-09",
        await PageAsync("/countries/KEN/internet-users?asof=2025-06-09"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/countries/XXX/internet-users", "There is no country, economy or group “XXX” here")]
    [InlineData("/countries/WLD/internet-users", "There is no country, economy or group “WLD” here")]
    [InlineData("/groups/KEN/internet-users", "There is no country, economy or group “KEN” here")]
    [InlineData("/countries/KEN/no-such", "There is no indicator “no-such”")]
    public async Task What_does_not_exist_is_not_found(string address, string words)
    {
        using var response = await site.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(words, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Country_leads_to_all_measures_of_each_indicator() => Assert.Contains(
        "href=\"/countries/KEN/internet-users?seen=2025-01-20\"", await PageAsync("/countries/KEN?seen=2025-01-20"), StringComparison.Ordinal);

    [Fact]
    public void Every_measure_has_a_place_that_is_not_the_last()
    {
        var rows = MeasureRegistry.All.Select(measure => new MeasuredRow(measure, new(measure.Id, "i", "KEN", Observations.Sex.Total, 2020, 1, null, null, null, null), []));
        Assert.DoesNotContain(MeasureFamilies.Of(rows), family => family.Family.Title == "Further measures");
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
}
