using System.Net;
using DivideMetrics.Jobs;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Tests.Hosting;
using DivideMetrics.Web.Tests.States;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>What the statements promise is so.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class AboutPageTests(ReleasedSite site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/methodology")]
    [InlineData("/search?q=kenya")]
    [InlineData("/sources")]
    [InlineData("/sources/UNSD")]
    [InlineData("/indicators")]
    [InlineData("/indicators/internet-users")]
    [InlineData("/indicators/internet-users.csv")]
    [InlineData("/indicators/internet-users.bib")]
    [InlineData("/countries")]
    [InlineData("/countries/KEN")]
    [InlineData("/countries/KEN/internet-users")]
    [InlineData("/countries/XXX")]
    [InlineData("/no/such/page")]
    [InlineData("/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2021")]
    [InlineData("/api/v1/measures")]
    [InlineData("/api/v1")]
    public async Task Reader_gets_no_cookie(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_is_posted_to_a_page_of_readers_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("a", "b")]);

        using var response = await site.Client.PostAsync("/about", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(null, "No contact is configured for this instance", null)]
    [InlineData("divide@example.org", "Tell us what you could not do", "href=\"mailto:divide@example.org\"")]
    [InlineData("https://example.org/contact", "Questions about what is kept:", "href=\"https://example.org/contact\"")]
    public async Task Contact_is_that_of_the_operator_or_said_to_be_none(string? contact, string words, string? link)
    {
        await using var own = await TestSite.StartAsync(null, Role.Web, change: new(Endpoints: null, Services: services => services.AddSingleton(new Operator(contact))));

        var html = WebUtility.HtmlDecode(await own.Client.GetStringAsync("/about"));

        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.True(link is null || html.Contains(link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/about")]
    [InlineData("/methodology")]
    public async Task Page_needs_no_database(string address)
    {
        await using var own = await TestSite.StartAsync(null);

        using var response = await own.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
