namespace DivideMetrics.Web.Tests.Hosting;

[Collection(PublishedSiteTests.Name)]
public sealed class SecurityHeadersTests(PublishedSite site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/indicators/egdi.csv")]
    public async Task Every_answer_is_guarded(string address)
    {
        using var response = await site.Client.GetAsync(address);

        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains(response.Headers.GetValues("Content-Security-Policy"), policy => policy.Contains("script-src 'self';", StringComparison.Ordinal));
        Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
