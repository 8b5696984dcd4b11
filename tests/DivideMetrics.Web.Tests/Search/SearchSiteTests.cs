using AngleSharp.Html.Parser;
using DivideMetrics.Web.Tests.Api;
using DivideMetrics.Web.Tests.Hosting;

namespace DivideMetrics.Web.Tests.Search;

/// <summary>The search as its page and its suggestions answer.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed class SearchSiteTests(PublishedSite site)
{
    [Fact]
    public async Task Suggestion_says_what_it_is_where_it_is_and_what_was_found()
    {
        var answer = await site.Client.JsonAsync("/search.json?q=ivory");

        var first = answer.EnumerateArray().First();
        Assert.Equal(("area", "CIV", "Côte d’Ivoire", "/countries/CIV"), (first.Text("kind"), first.Text("code"), first.Text("name"), first.Text("address")));
        Assert.Equal(("other-name", "Ivory Coast", 0, 5), (first.Text("by"), first.Text("found"), first.GetProperty("start").GetInt32(), first.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Suggestions_speak_the_language_that_is_asked_for()
    {
        var answer = await site.Client.JsonAsync("/search.json?q=germany&lang=fr");

        var first = answer.EnumerateArray().First();
        Assert.Equal(("Allemagne", "/countries/DEU?lang=fr"), (first.Text("name"), first.Text("address")));
    }

    [Theory]
    [InlineData("/search.json?q=a"), InlineData("/search.json?q=internet")]
    public async Task Suggestions_are_eight_at_most_and_kept_for_a_while(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(8, (await response.JsonAsync()).GetArrayLength());
        Assert.Equal("public, max-age=300", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Every_suggested_address_is_there()
    {
        foreach (var address in (await site.Client.JsonAsync("/search.json?q=l")).EnumerateArray().Select(row => row.Text("address")).ToList())
        {
            using var page = await site.Client.GetAsync(address);
            Assert.True(page.IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public async Task Text_that_is_too_long_is_a_problem()
    {
        using var response = await site.Client.GetAsync($"/search.json?q={new string('x', 101)}");

        Assert.Equal((400, "q"), ((int)response.StatusCode, (await response.JsonAsync()).Text("parameter")));
    }

    [Theory]
    [InlineData("/search?q=ivory", "Côte d’Ivoire also called Ivory Coast")]
    [InlineData("/search?q=DEU", "Germany code DEU")]
    [InlineData("/search?q=wifi", "Fixed broadband subscriptions in other words: wifi")]
    [InlineData("/search?q=barriers", "Offline because of another reason dimension: Barriers to use")]
    [InlineData("/search?q=low+income", "Low income")]
    public async Task Page_says_by_which_word_something_was_found(string address, string line) =>
        Assert.Contains(line, (await ReadAsync(address)).QuerySelectorAll("main li").Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public async Task Page_escapes_what_was_typed()
    {
        var page = await ReadAsync("/search?q=%3Cb%3Ex%3C/b%3E");

        Assert.Equal("“<b>x</b>”", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Page_says_that_hits_only_come_near()
    {
        var page = await ReadAsync("/search?q=germny");

        Assert.Contains("These come near", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/countries/DEU']"));
    }

    [Fact]
    public async Task Box_says_all_words_that_its_script_needs()
    {
        var page = await ReadAsync("/search?lang=ar");
        var list = page.QuerySelector("#site-search-list")!;

        Assert.All(["data-kind-area", "data-kind-group", "data-kind-indicator", "data-by-code", "data-by-other-name", "data-by-other-word", "data-by-dimension"], name => Assert.NotEqual("", list.GetAttribute(name) ?? ""));
        Assert.Equal(9, page.QuerySelector("form.search [role=status]")!.GetAttribute("data-counts")!.Split('|').Length);
    }

    private async Task<AngleSharp.Dom.IDocument> ReadAsync(string address) => await new HtmlParser().ParseDocumentAsync(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative)));
}
