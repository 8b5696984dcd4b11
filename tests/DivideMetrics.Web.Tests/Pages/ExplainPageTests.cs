using System.Net;
using DivideMetrics.Web.Tests.Api;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>How a value was computed, on its page and through the API, in the states of the past.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class ExplainPageTests(ReleasedSite site)
{
    private const string Value = "measure=gap-to-goal&indicator=internet-users&area=KEN&year=2021";

    [Theory]
    [InlineData("", 30.5)]
    [InlineData("&asof=2025-06-09", 28.5)]
    [InlineData("&asof=2024-09-01", 25.5)]
    [InlineData("&seen=2025-01-20", 28.5)]
    public async Task State_is_explained_by_its_own_figure(string state, double value)
    {
        var answer = await site.Client.JsonAsync($"/api/v1/explain?{Value}{state}");
        var html = await site.Client.GetStringAsync($"/explain?{Value}{state}");

        Assert.Equal(value, Assert.Single(answer.GetProperty("inputs").EnumerateArray()).GetProperty("obsValue").GetDouble());
        Assert.Equal("UNSD", Assert.Single(answer.GetProperty("vintages").EnumerateArray()).Text("source"));
        Assert.Contains(FormattableString.Invariant($"Exactly {100 - value} percentage points"), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_leads_to_the_figures_of_the_same_state()
    {
        var html = await site.Client.GetStringAsync($"/explain?{Value}&asof=2025-06-09");

        Assert.Contains("/indicators/internet-users/trace?country=KEN&amp;time=2021&amp;asof=2025-06-09", html, StringComparison.Ordinal);
        Assert.Contains("/api/v1/explain?measure=gap-to-goal&amp;indicator=internet-users&amp;area=KEN&amp;year=2021&amp;asof=2025-06-09", html, StringComparison.Ordinal);
        Assert.Contains("reference = goal, the gap at least 0", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_leads_to_the_explanation_of_its_gaps() => Assert.Contains(
        "/explain?measure=gap-to-goal&amp;indicator=internet-users&amp;area=KEN&amp;year=2021&amp;seen=2025-01-20",
        await site.Client.GetStringAsync("/countries/KEN?seen=2025-01-20"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/explain")]
    [InlineData("/explain?measure=gap-to-goal&indicator=no-such&area=KEN&year=2021")]
    [InlineData("/explain?measure=<b>&indicator=internet-users&area=KEN&year=2021")]
    [InlineData("/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=1900")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var response = await site.Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("There is no such value", html, StringComparison.Ordinal);
        Assert.DoesNotContain("“<b>”", html, StringComparison.Ordinal);
    }
}
