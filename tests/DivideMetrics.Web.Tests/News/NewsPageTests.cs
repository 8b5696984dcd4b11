using System.Net;
using System.Text.RegularExpressions;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.News;

[Collection(NewsSiteTests.Name)]
public sealed partial class NewsPageTests(NewsSite site)
{
    private const string Kenya = "Kenya: Individuals using the Internet, from ‘Too slow’ to ‘On track’";
    private const string Germany = "Germany: Households with Internet at home, from ‘On track’ to ‘Goal met’";

    [Fact]
    public async Task Page_tells_each_publication_newest_first_and_says_how_the_site_began()
    {
        var text = await site.Client.TextAsync("/news");

        Assert.Contains("1 for the better, 0 for the worse", text, StringComparison.Ordinal);
        Assert.Matches($"3 March 2025.*One status of progress changed.*{Germany}.*2 March 2025.*{Kenya}.*1 March 2025.*This site began with 3 figures", text);
    }

    [Fact]
    public async Task Changed_status_leads_to_the_economy_and_to_the_indicator()
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/news"));

        Assert.Contains(
            "<a href=\"/countries/KEN\">Kenya</a>: <a href=\"/indicators/internet-users\">Individuals using the Internet</a>, from ‘Too slow’ to ‘On track’", html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country=KEN", true, false)]
    [InlineData("country=Kenya", true, false)]
    [InlineData("country=~KEN&kind=status", true, false)]
    [InlineData("country=KEN&kind=figures", false, false)]
    [InlineData("indicator=households-internet", false, true)]
    [InlineData("kind=status", true, true)]
    [InlineData("kind=figures", false, false)]
    [InlineData("country=FRA", false, false)]
    public async Task Filters_leave_what_is_asked_for(string query, bool kenya, bool germany)
    {
        var text = await site.Client.TextAsync("/news?" + query);

        Assert.Equal((kenya, germany), (text.Contains(Kenya, StringComparison.Ordinal), text.Contains(Germany, StringComparison.Ordinal)));
        Assert.DoesNotContain("cannot be used", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_an_economy_count_its_figures()
    {
        var text = await site.Client.TextAsync("/news?country=KEN");

        Assert.Contains("Kenya: Individuals using the Internet, 1 new, 0 revised, 0 withdrawn, 2021", text, StringComparison.Ordinal);
        Assert.Contains("Kenya: Individuals using the Internet, began with one figure, 2020", text, StringComparison.Ordinal);
        Assert.Contains("Households with Internet at home, 0 new, 1 revised, 0 withdrawn, 2021", await site.Client.TextAsync("/news?country=DEU"), StringComparison.Ordinal);
        Assert.Contains("Nothing of this choice was published yet.", await site.Client.TextAsync("/news?country=FRA"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=nothing", "“kind=nothing” cannot be used: expected figures, status. Shown instead: both kinds.")]
    [InlineData("country=ATLANTIS", "“country=ATLANTIS” cannot be used")]
    [InlineData("country=KEN~DEU", "“country=KEN~DEU” cannot be used: expected code or name of one economy")]
    [InlineData("indicator=no-such", "“indicator=no-such” cannot be used")]
    [InlineData("before=yesterday", "“before=yesterday” cannot be used")]
    [InlineData("before=-1", "“before=-1” cannot be used")]
    [InlineData("before=99999999999999999999", "cannot be used")]
    public async Task Unknown_value_leaves_a_note_and_shows_everything(string query, string note)
    {
        var text = await site.Client.TextAsync("/news?" + query);

        Assert.Contains(note, text, StringComparison.Ordinal);
        Assert.Contains(Kenya, text, StringComparison.Ordinal);
        Assert.Contains(Germany, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_a_publication_begins_with_it()
    {
        var html = await site.Client.GetStringAsync(AppUrls.Publication(site.Publications[1]));
        var first = html.IndexOf("id=\"publication-", StringComparison.Ordinal);

        Assert.StartsWith($"id=\"publication-{site.Publications[1]}\"", html[first..], StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"publication-{site.Publications[2]}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_goes_on_where_it_ended()
    {
        var reader = new Reading.NewsReader(site.Services.Get<Seeds.Catalog>(), site.Services.Get<Storage.Figures.NewsQueries>(), site.Services.Get<Storage.Observations.VintageQueries>());
        var seen = new List<long>();
        for (Reading.NewsChoice? choice = Reading.NewsChoice.All; choice is not null;)
        {
            var page = await reader.ReadAsync(choice, 1, TestContext.Current.CancellationToken);
            seen.Add(Assert.IsType<Reading.PublicationNews>(Assert.Single(page.Items)).Step.Id);
            choice = page.Earlier;
        }

        Assert.Equal(site.Publications.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Calendar_says_when_each_source_is_checked_and_nothing_of_what_it_will_bring()
    {
        var text = await site.Client.TextAsync("/news");

        Assert.Matches("World Development Indicators World Bank (3|4|5|6|7|8|9|10) March 2025, 04:20 UTC no date is known", text);
        Assert.Contains("by hand only", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errata_name_what_is_corrected_why_and_that_it_was_not_at_work_yet()
    {
        var text = await site.Client.TextAsync("/news");

        Assert.Contains(
            "IT_USE_ii99 Kosovo (UNSCR 1244) 2020 set to 89.4 while the provider says 894 The decimal point is one place too far to the right. "
            + "25 February 2025, by A. Name not yet: with the next import",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_to_their_feeds_and_the_footer_to_the_news()
    {
        Assert.Matches(FeedLink("/news.atom"), await HtmlAsync("/news"));
        Assert.Matches(FeedLink("/indicators/internet-users.atom"), await HtmlAsync("/indicators/internet-users"));
        var country = await HtmlAsync("/countries/KEN");
        Assert.Matches(FeedLink("/countries/KEN.atom"), country);
        Assert.Contains("href=\"/news\"", country.Split("<footer")[1], StringComparison.Ordinal);
    }

    private async Task<string> HtmlAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));

    private static string FeedLink(string address) => $"<link rel=\"alternate\" type=\"application/atom\\+xml\"[^>]*href=\"{Regex.Escape(address)}\"";
}

/// <summary>The same page over releases of two sources: what vintages changed.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class VintageNewsTests(ReleasedSite site)
{
    private const string Users = "United Nations Statistics Division: Global SDG Indicators Database, indicator 17.8.1, release of";

    [Fact]
    public async Task Vintages_say_what_came_was_revised_and_withdrawn_each_by_its_place_in_the_order_of_release()
    {
        var text = await site.Client.TextAsync("/news");

        Assert.Contains($"{Users} 1 September 2024 An older release that was taken later. The figures of now stay as they are.", text, StringComparison.Ordinal);
        Assert.Contains($"{Users} 10 June 2025 New 1 Revised 1 Withdrawn 0", text, StringComparison.Ordinal);
        Assert.Contains($"{Users} 15 January 2025 Figures, first release here 5", text, StringComparison.Ordinal);
        Assert.Matches("1 August 2025 United Nations.*15 June 2025 .*20 January 2025 .*This site began with", text);
    }

    [Fact]
    public async Task Without_a_declared_correction_the_page_says_so() =>
        Assert.Contains("No correction is declared.", await site.Client.TextAsync("/news"), StringComparison.Ordinal);

    [Fact]
    public async Task Calendar_names_the_releases_that_the_provider_dated() =>
        Assert.Contains("10 June 2025 · 15 January 2025 · 1 September 2024", await site.Client.TextAsync("/news"), StringComparison.Ordinal);

    [Fact]
    public async Task Vintages_are_left_out_where_only_statuses_are_asked_for() =>
        Assert.DoesNotContain(Users, await site.Client.TextAsync("/news?kind=status"), StringComparison.Ordinal);
}
