using System.Net;
using DivideMetrics.Web.Tests.States;

namespace DivideMetrics.Web.Tests.Methods;

/// <summary>Citations as files, of the state that is asked for.</summary>
[Collection(ReleasedSiteTests.Name)]
public sealed class CitationFileTests(ReleasedSite site)
{
    [Theory]
    [InlineData("bib", "application/x-bibtex", "  author = {{United Nations Statistics Division}},")]
    [InlineData("ris", "application/x-research-info-systems", "AU  - United Nations Statistics Division")]
    [InlineData("csl.json", "application/vnd.citationstyles.csl+json", "\"literal\": \"United Nations Statistics Division\"")]
    public async Task File_names_the_provider_and_the_release_and_lasts(string format, string media, string line)
    {
        using var response = await site.Client.GetAsync($"/indicators/internet-users.{format}");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(media, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"internet-users.{format}", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.Contains("release 2025-06-10", text, StringComparison.Ordinal);
        Assert.Contains("/indicators/internet-users?asof=2025-09-01", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_another_state_cites_that_state()
    {
        using var response = await site.Client.GetAsync("/indicators/internet-users.bib?asof=2025-03-01");

        Assert.Equal("internet-users-asof-2025-03-01.bib", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("release 2025-01-15", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators/no-such.bib", HttpStatusCode.NotFound)]
    [InlineData("/indicators/internet-users.ris?asof=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/indicators/internet-users.ris?sex=F", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_cited_is_refused(string address, HttpStatusCode status)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Page_leads_to_the_files_of_its_lasting_state()
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/indicators/internet-users?asof=2025-03-01"));

        Assert.All(new[] { "bib", "ris", "csl.json" }, format => Assert.Contains($"href=\"/indicators/internet-users.{format}?asof=2025-03-01\"", html, StringComparison.Ordinal));
    }
}
