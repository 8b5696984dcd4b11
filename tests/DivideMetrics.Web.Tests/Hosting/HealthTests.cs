using System.Net;
using DivideMetrics.Testing;
using DivideMetrics.Web.Tests.Api;

namespace DivideMetrics.Web.Tests.Hosting;

[Collection(PublishedSiteTests.Name)]
public sealed class HealthTests(PublishedSite site, PostgresFixture postgres)
{
    [Fact]
    public async Task Site_with_figures_is_ready()
    {
        var answer = await site.Client.JsonAsync("/health/ready");

        Assert.Equal("ready", answer.Text("status"));
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 503)]
    [InlineData("/api/v1/indicators", 200)]
    [InlineData("/api/v1/runs", 200)]
    [InlineData("/api/v1/indicators/internet-users/observations", 503)]
    [InlineData("/api/v1/indicators/internet-users/gaps", 503)]
    [InlineData("/api/v1/areas/KEN/gaps", 503)]
    [InlineData("/indicators/internet-users.csv", 503)]
    [InlineData("/indicators/internet-users.metadata.json", 503)]
    public async Task Before_the_first_publication(string address, int status)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var empty = await TestSite.StartAsync(database))
        {
            using var response = await empty.Client.GetAsync(address);
            Assert.Equal(status, (int)response.StatusCode);
        }

        await postgres.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Data_before_the_first_publication_say_when_to_ask_again()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var empty = await TestSite.StartAsync(database))
        {
            using var response = await empty.Client.GetAsync("/indicators/internet-users.csv");
            Assert.Equal(("application/problem+json", 5), (response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta?.TotalSeconds));
        }

        await postgres.DropDatabaseAsync(database);
    }

    [Theory]
    [InlineData("/health/live", 200, "application/json")]
    [InlineData("/health/ready", 503, "application/json")]
    [InlineData("/api/v1/indicators/internet-users/observations", 503, "application/problem+json")]
    [InlineData("/api/v1/runs", 503, "application/problem+json")]
    [InlineData("/indicators/internet-users.csv", 503, "application/problem+json")]
    public async Task Without_a_database(string address, int status, string mediaType)
    {
        await using var alone = await TestSite.StartAsync(connectionString: null);

        using var response = await alone.Client.GetAsync(address);

        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_answers_health_and_nothing_else()
    {
        await using var worker = await TestSite.StartAsync(connectionString: null, Jobs.Role.Worker);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound),
            ((await worker.Client.GetAsync("/health/live")).StatusCode, (await worker.Client.GetAsync("/api/v1/indicators")).StatusCode));
    }
}
