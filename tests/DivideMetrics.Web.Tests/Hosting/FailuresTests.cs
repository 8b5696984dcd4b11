using System.Net;
using System.Text;
using DivideMetrics.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>What a request is answered whose handler throws.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private readonly HttpClient _client = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Ct);
        _client.BaseAddress = new(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/bug", 500, "text/html")]
    [InlineData("/database", 503, "text/html")]
    [InlineData("/wrapped", 503, "text/html")]
    [InlineData("/too-long", 413, "text/html")]
    [InlineData("/api/bug", 500, "application/problem+json")]
    [InlineData("/api/database", 503, "application/problem+json")]
    [InlineData("/api/too-long", 413, "application/problem+json")]
    public async Task Failure_answers_its_status_and_no_reason(string path, int status, string mediaType)
    {
        using var response = await _client.GetAsync(path, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_that_fails_answers_a_page_too()
    {
        using var content = new StringContent("x", Encoding.UTF8);
        using var response = await _client.PostAsync("/database", content, Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (response.StatusCode, response.Headers.RetryAfter?.Delta?.TotalSeconds));
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseFailures();
        foreach (var prefix in new[] { "", "/api" })
        {
            app.Map($"{prefix}/bug", Throwing(new InvalidOperationException("secret")));
            app.Map($"{prefix}/database", Throwing(new NpgsqlException("secret")));
            app.Map($"{prefix}/wrapped", Throwing(new InvalidOperationException("secret", new NpgsqlException("secret"))));
            app.Map($"{prefix}/too-long", Throwing(new IOException("secret", new BadHttpRequestException("secret", 413))));
        }

        return app;
    }

    private static RequestDelegate Throwing(Exception failure) => _ => throw failure;
}
