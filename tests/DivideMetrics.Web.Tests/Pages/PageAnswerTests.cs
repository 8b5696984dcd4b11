using System.Net;
using System.Text.RegularExpressions;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Pages;

/// <summary>The first HTML of every page, with the delivered figures: what is read without a script.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class PageAnswerTests(PublishedSite site)
{
    [Theory]
    [InlineData("66.3\u202f%")]
    [InlineData("63.4\u202f%")]
    [InlineData("69.2\u202f%")]
    [InlineData("Both sexes, 2021 63.5\u202f% 2021; 179 of 217 economies, 96.7\u202f% of people")]
    [InlineData("Both sexes, 2022 not published informed: 0 of 217 economies")]
    [InlineData("Women, 2022 not published informed:")]
    [InlineData("Men, 2022 not published informed:")]
    [InlineData("United Nations Statistics Division")]
    public async Task Overview_says_without_script(string text) => Assert.Contains(text, await TextAsync("/"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/indicators/internet-users.csv")]
    [InlineData("/api/v1/indicators/internet-users/observations")]
    [InlineData("/indicators/internet-users.metadata.json")]
    [InlineData("/api/v1")]
    public async Task Indicator_links_to_what_programs_read(string link)
    {
        Assert.Contains($"href=\"{link}\"", await site.Client.GetStringAsync("/indicators/internet-users"), StringComparison.Ordinal);

        using var answer = await site.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("world, by the provider, 2022")]
    [InlineData("world, our weighted mean, 2022")]
    public async Task Index_says_whose_world_value_it_shows(string text) => Assert.Contains(text, await TextAsync("/indicators"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators")]
    [InlineData("/indicators/internet-users")]
    [InlineData("/indicators/egdi?tab=discrete-bar")]
    [InlineData("/indicators/population?tab=table")]
    [InlineData("/indicators/fixed-broadband?tab=line&country=KEN~DEU~LIC")]
    [InlineData("/countries")]
    [InlineData("/countries/KEN")]
    [InlineData("/countries/ken")]
    [InlineData("/countries/XKX")]
    [InlineData("/countries/TUV")]
    [InlineData("/countries/ATA")]
    [InlineData("/search?q=ken")]
    public async Task Page_answers(string address)
    {
        using var answer = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(Heading().Matches(await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/indicators/internet-user", "/indicators/internet-users")]
    [InlineData("/countries/KENIA", "/countries/KEN")]
    [InlineData("/nowhere/kenya", "/countries/KEN")]
    [InlineData("/countries/WLD", "/")]
    [InlineData("/countries/LIC", "/groups/LIC/internet-users")]
    [InlineData("/indicators/zzzzzzzzzzzz", "/indicators/internet-users")]
    public async Task Unknown_path_is_404_with_a_way_on(string address, string link)
    {
        using var answer = await site.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var main = (await answer.Content.ReadAsStringAsync()).Split("<main")[1].Split("</main>")[0];
        Assert.Contains($"href=\"{link}\"", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_under_countries_is_explained_without_odd_near_matches() =>
        Assert.DoesNotContain("Did you mean", await TextAsync("/countries/LIC"), StringComparison.Ordinal);

    [Theory]
    [InlineData("time=1066", "“time=1066” cannot be used")]
    [InlineData("country=Atlantis~KEN", "“country=Atlantis” cannot be used")]
    [InlineData("tab=pie", "“tab=pie” cannot be used")]
    [InlineData("sex=X", "“sex=X” cannot be used")]
    [InlineData("region=Nowhere", "“region=Nowhere” cannot be used")]
    public async Task Unusable_query_falls_back_with_a_note(string query, string note)
    {
        using var answer = await site.Client.GetAsync("/indicators/internet-users?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(note, await TextOfAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_says_value_gap_status_and_projection()
    {
        var text = await TextAsync("/countries/KEN");

        Assert.Matches("short of the goal for 2030", text);
        Assert.Matches("Too slow : [0-9.]+ % a year from 2015 to 2021", text);
        Assert.Matches("2030: [0-9.]+\u202f% \\([0-9.]+–[0-9.]+\\)", text);
        Assert.Contains("Progress not assessable: only one year of data", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/households-internet", "Its series is served by the live source only")]
    [InlineData("/indicators/languages", "No comparable public series is known")]
    [InlineData("/indicators/internet-users-rural", "No figures of this indicator are published yet")]
    [InlineData("/indicators/idi", "Scores only")]
    [InlineData("/indicators/literacy?tab=table&sex=F", "No figures of this indicator are published yet")]
    [InlineData("/indicators", "Very high capacity networks, European Union")]
    [InlineData("/indicators", "It is shown as a gap in the evidence")]
    [InlineData("/countries/KEN", "indicators without data here")]
    public async Task Indicator_without_figures_has_its_place_and_says_so(string address, string text) =>
        Assert.Contains(text, await TextAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task List_of_indicators_has_every_one_under_its_dimension_and_parts_under_their_whole()
    {
        var html = await site.Client.GetStringAsync("/indicators");
        var penetration = html.Split("<h3")[1];

        Assert.Contains(">Penetration<", penetration, StringComparison.Ordinal);
        Assert.Matches("(?s)<h4[^>]*><a href=\"/indicators/internet-users\".*<details.*/indicators/internet-users-rural", penetration);
    }

    [Fact]
    public async Task Every_chart_has_source_and_download()
    {
        var html = await site.Client.GetStringAsync("/");

        Assert.Equal(Frame().Count(html), DownloadLink().Count(html));
        Assert.All(html.Split("<figure").Skip(1), frame => Assert.Contains("Source:", frame, StringComparison.Ordinal));
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address);
        return await TextOfAsync(answer);
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage answer) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(), " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[ \\r\\n\\t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<figure")]
    private static partial Regex Frame();

    [GeneratedRegex("<a[^>]* download[ >=]")]
    private static partial Regex DownloadLink();
}
