using System.Net;
using System.Text.RegularExpressions;

namespace DivideMetrics.Web.Tests.States;

/// <summary>The first HTML of pages as of a day, and as this site showed them on a day.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed partial class StatePageTests(ReleasedSite site)
{
    private static readonly string[] Pages = ["/", "/indicators", "/indicators/internet-users", "/indicators/internet-users?tab=line", "/countries", "/countries/KEN"];

    [Theory]
    [InlineData("/countries/KEN", "", "30.5\u202f%")]
    [InlineData("/countries/KEN", "asof=2025-03-01", "28.5\u202f%")]
    [InlineData("/countries/KEN", "asof=2024-12-01", "25.5\u202f%")]
    [InlineData("/countries/KEN", "seen=2025-03-01", "28.5\u202f%")]
    [InlineData("/countries/KEN", "seen=2025-08-15", "30.5\u202f%")]
    [InlineData("/countries", "asof=2025-03-01", "28.5\u202f%")]
    [InlineData("/indicators/internet-users?tab=discrete-bar", "asof=2025-03-01", "71.5\u00a0pp")]
    [InlineData("/indicators/internet-users?tab=discrete-bar", "asof=2024-12-01", "74.5\u00a0pp")]
    [InlineData("/indicators/internet-users?tab=table", "asof=2025-03-01", "28.5")]
    public async Task Page_shows_the_figure_of_its_release(string address, string state, string figure) =>
        Assert.Contains(figure, await TextAsync(With(address, state)), StringComparison.Ordinal);

    [Theory]
    [InlineData("asof=2025-03-01", "You see the figures as released until 1 March 2025.", "released 15 January 2025")]
    [InlineData("asof=2024-12-01", "You see the figures as released until 1 December 2024.", "released 1 September 2024")]
    [InlineData("seen=2025-07-01", "You see the figures as this site showed them on 1 July 2025.", "released 10 June 2025")]
    [InlineData("asof=2025-03-01&seen=2025-07-01", "as released until 1 March 2025, of what this site had published on 1 July 2025.", "released 15 January 2025")]
    public async Task Page_says_which_state_it_shows_and_names_its_release(string state, string banner, string vintage)
    {
        foreach (var address in new[] { "/", "/indicators/internet-users", "/countries/KEN" })
        {
            var text = await TextAsync(With(address, state));
            Assert.Contains(banner, text, StringComparison.Ordinal);
            Assert.Contains(vintage, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Banner_leads_back_to_now_and_keeps_the_choice()
    {
        var html = await site.Client.GetStringAsync("/indicators/internet-users?tab=table&asof=2025-03-01");

        Assert.Matches("href=\"[^\"]*/indicators/internet-users\\?tab=table\"[^>]*>Show the figures of now", html);
    }

    [Fact]
    public async Task Links_of_a_page_keep_its_state()
    {
        foreach (var address in Pages)
        {
            var html = await site.Client.GetStringAsync(With(address, "asof=2025-03-01&seen=2025-07-01"));
            var links = Links(html).Where(link => !link.Contains("Show the figures of now", StringComparison.Ordinal))
                .Where(link => !link.Contains("href=\"/sources", StringComparison.Ordinal) && !link.Contains("href=\"/news\"", StringComparison.Ordinal)).ToList();

            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.Contains("asof=2025-03-01&amp;seen=2025-07-01", link, StringComparison.Ordinal));
            Assert.Equal(Forms().Count(html), HiddenDay().Count(html) / 2);
        }
    }

    [Fact]
    public async Task Pages_of_now_have_no_state_in_their_links()
    {
        foreach (var address in Pages)
        {
            var html = await site.Client.GetStringAsync(address);

            Assert.All(Links(html).Where(link => !link.Contains("http://", StringComparison.Ordinal)), link => Assert.DoesNotContain("asof=", link, StringComparison.Ordinal));
            Assert.DoesNotContain("You see the figures", html, StringComparison.Ordinal);
            Assert.Empty(HiddenDay().Matches(html));
        }
    }

    [Theory]
    [InlineData("asof=2024-01-31", "Nothing was known on 31 January 2024", "the first is of 1 February 2024", "asof=2024-02-01")]
    [InlineData("seen=2025-01-19", "Nothing was known on 19 January 2025", "it begins on 20 January 2025", "seen=2025-01-20")]
    public async Task Day_before_everything_is_said_in_words_with_ways_on(string state, string title, string words, string link)
    {
        foreach (var address in Pages)
        {
            using var answer = await site.Client.GetAsync(With(address, state));
            var html = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(title, html, StringComparison.Ordinal);
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(link, html, StringComparison.Ordinal);
            Assert.Contains("The figures of now", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/", "The overview had no figures then")]
    [InlineData("/indicators", "no figures yet")]
    [InlineData("/indicators/internet-users", "No figures of this indicator were known then.")]
    [InlineData("/indicators/egdi?tab=table", "0.55")]
    [InlineData("/countries", "no data")]
    [InlineData("/countries/KEN", "No data for Kenya: Individuals using the Internet")]
    public async Task Page_shows_what_there_was_when_a_source_was_missing(string address, string text)
    {
        var page = await TextAsync(With(address, "asof=2024-08-31"));

        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("You see the figures as released until 31 August 2024.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asof=2025-13-01", "“asof=2025-13-01” cannot be used: expected a day such as 2025-03-01. Shown instead: the figures of now.")]
    [InlineData("seen=x", "“seen=x” cannot be used")]
    [InlineData("asof=2031-01-01", "“asof=2031-01-01” cannot be used: expected a day until today, 2025-09-01. Shown instead: the figures of now.")]
    public async Task Day_that_cannot_be_used_leaves_a_note_and_shows_now(string state, string note)
    {
        var text = await TextAsync("/countries/KEN?" + state);

        Assert.Contains(note, text, StringComparison.Ordinal);
        Assert.Contains("30.5\u202f%", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "(release 2025-06-10)", "as of 2025-09-01", "?tab=table&amp;asof=2025-09-01")]
    [InlineData("asof=2025-03-01", "(release 2025-01-15)", "as of 2025-03-01", "?tab=table&amp;asof=2025-03-01")]
    public async Task Indicator_says_how_to_cite_what_it_shows(string state, string release, string day, string permalink)
    {
        var cite = (await site.Client.GetStringAsync(With("/indicators/internet-users?tab=table", state))).Split("id=\"cite\"")[1];

        Assert.Contains(release, cite, StringComparison.Ordinal);
        Assert.Contains(day, cite, StringComparison.Ordinal);
        Assert.Matches($"href=\"http://[^\"]*/indicators/internet-users{Regex.Escape(permalink)}\"", cite);
    }

    [Fact]
    public async Task Day_is_chosen_with_a_plain_form_that_keeps_the_view()
    {
        var html = await site.Client.GetStringAsync("/indicators/internet-users?tab=table&region=LIC&asof=2025-03-01");
        var form = html.Split("<details class=\"choice\"")[1].Split("</form>")[0];

        Assert.Contains("name=\"tab\" value=\"table\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"region\" value=\"LIC\"", form, StringComparison.Ordinal);
        Assert.Matches("<input [^>]*name=\"asof\" value=\"2025-03-01\" max=\"2025-09-01\"", form);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/indicators/internet-users?tab=table&asof=&seen=")).StatusCode);
    }

    private static string With(string address, string state) => state.Length == 0 ? address : $"{address}{(address.Contains('?') ? '&' : '?')}{state}";

    private static List<string> Links(string html) => InnerLink().Matches(html.Split("<body")[1]).Select(link => link.Value)
        .Where(link => !link.Contains("#", StringComparison.Ordinal) && !link.Contains("href=\"/api/v1\"", StringComparison.Ordinal)).ToList();

    private async Task<string> TextAsync(string address) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(await site.Client.GetStringAsync(address), " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[ \\r\\n\\t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<a [^>]*href=\"(?:/|http://127)[^\"]*\"[^>]*>[^<]*")]
    private static partial Regex InnerLink();

    [GeneratedRegex("<form ")]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*name=\"(?:asof|seen)\" value=\"2025-0[37]-01\"")]
    private static partial Regex HiddenDay();
}
