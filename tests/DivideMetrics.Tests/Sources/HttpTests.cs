using System.Net;
using System.Net.Sockets;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace DivideMetrics.Tests.Sources;

/// <summary>The polite client against a real server on loopback.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private readonly Workbench _bench = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Client_asks_again_after_a_passing_failure(int status)
    {
        _server.Then(status).Then(status, headers: headers => headers.RetryAfter = "3600").Then(200, "[]");

        Assert.Equal("[]", await BodyAsync());
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Client_gives_up_after_its_retries_and_says_that_later_may_help()
    {
        _server.Otherwise(ScriptedServer.Text(503, "busy"));

        var failure = await FailureAsync();

        Assert.True(failure.Transient);
        Assert.Contains("503", failure.Message);
        Assert.Equal(4, _server.Requests.Count);
    }

    [Theory]
    [InlineData(400, "documentation")]
    [InlineData(401, "contact address")]
    [InlineData(403, "contact address")]
    [InlineData(404, "series codes")]
    [InlineData(413, "ask for less")]
    [InlineData(414, "ask for less")]
    public async Task Client_does_not_ask_again_where_it_is_refused(int status, string advice)
    {
        _server.Otherwise(ScriptedServer.Text(status, "<h1>No\n entry</h1>", "text/html"));

        var failure = await FailureAsync();

        Assert.False(failure.Transient);
        Assert.Contains($"{status}", failure.Message);
        Assert.Contains("<h1>No entry</h1>", failure.Message);
        Assert.Contains(advice, failure.Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Client_refuses_another_kind_of_answer_and_quotes_it()
    {
        _server.Otherwise(ScriptedServer.Text(200, "%PDF-1.7 a report", "application/pdf"));

        Assert.Contains("expected JSON, found application/pdf that begins '%PDF-1.7 a report'", (await FailureAsync()).Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Client_asks_again_for_a_body_that_breaks_off()
    {
        _server.Then(ScriptedServer.BreakingOff("[1,")).Then(200, "[1,2]");

        Assert.Equal("[1,2]", await BodyAsync());
    }

    [Fact]
    public async Task Client_asks_again_for_a_body_that_stalls()
    {
        using var bench = new Workbench(options => options.AttemptTimeout = TimeSpan.FromSeconds(1));
        _server.Then(ScriptedServer.Stalling("[1,")).Then(200, "[1,2]");

        Assert.Equal("[1,2]", await BodyAsync(bench));
    }

    [Fact]
    public async Task Client_ends_with_a_passing_failure_when_its_time_is_over()
    {
        using var bench = new Workbench(options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(100);
            options.OverallTimeout = TimeSpan.FromSeconds(20);
            options.Retries = 1;
        });
        _server.Otherwise(ScriptedServer.Stalling("["));

        var failure = await FailureAsync(bench);

        Assert.True(failure.Transient);
        Assert.Contains("in time", failure.Message);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Client_refuses_a_body_that_announces_too_many_bytes()
    {
        using var bench = new Workbench(options => options.MaxResponseBytes = 10);
        _server.Otherwise(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 11;
            return context.Response.WriteAsync("[1,2,3,4,5]", context.RequestAborted);
        });

        Assert.Contains("announces 11", (await FailureAsync(bench)).Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Client_refuses_a_compressed_body_that_grows_too_large()
    {
        using var bench = new Workbench(options => options.MaxResponseBytes = 100_000);
        _server.Otherwise(ScriptedServer.Compressed(new string(' ', 1_000_000)));

        Assert.Contains("at most 100000 bytes", (await FailureAsync(bench)).Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Client_unpacks_a_compressed_body()
    {
        _server.Otherwise(ScriptedServer.Compressed("[1,2,3]"));

        Assert.Equal("[1,2,3]", await BodyAsync());
    }

    [Fact]
    public async Task Client_tells_a_provider_who_asks()
    {
        using var bench = new Workbench(options => options.ContactUrl = "https://example.org/us");
        _server.Otherwise(ScriptedServer.Text(200, "[]"));

        await BodyAsync(bench);

        Assert.Matches(@"^DivideMetrics/\d+\.\d+\.\d+ \(\+https://example\.org/us\)$", Assert.Single(_server.Requests).UserAgent);
    }

    [Fact]
    public async Task Client_follows_a_redirect()
    {
        _server.Then(302, headers: headers => headers.Location = "/there").Then(200, "[]");

        Assert.Equal("[]", await BodyAsync());
        Assert.Equal(["/x", "/there"], _server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("/x", "at most 3 redirects", 4)]
    [InlineData("file:///etc/hostname", "http or https", 1)]
    [InlineData("ftp://127.0.0.1/x", "http or https", 1)]
    public async Task Client_follows_no_redirect_without_end_or_to_another_scheme(string location, string reason, int asked)
    {
        using var bench = new Workbench(options => options.MaxRedirects = 3);
        _server.Otherwise(ScriptedServer.Text(302, "", headers: headers => headers.Location = location));

        Assert.Contains(reason, (await FailureAsync(bench)).Message);
        Assert.Equal(asked, _server.Requests.Count);
    }

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/hostname")]
    public async Task Client_asks_only_over_http(string address)
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => DownloadAsync(_bench, new Uri(address)));

        Assert.Contains("expected an http or https address", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Client_says_that_nothing_listens()
    {
        var failure = await Assert.ThrowsAsync<SourceException>(() => DownloadAsync(_bench, new Uri($"http://127.0.0.1:{FreePort()}/x")));

        Assert.True(failure.Transient);
        Assert.Contains("connection to the provider failed", failure.Message);
    }

    [Fact]
    public async Task Client_says_at_once_that_a_host_is_not_found()
    {
        var attempts = new List<int>();
        var pipeline = Attempts.Pipeline(new SourcesOptions(), TimeProvider.System, (attempt, _) => attempts.Add(attempt));
        var noHost = new HttpRequestException(HttpRequestError.NameResolutionError);

        await Assert.ThrowsAsync<HttpRequestException>(async () => await pipeline.ExecuteAsync<RawFile>(_ => throw noHost));

        Assert.Empty(attempts);
    }

    [Fact]
    public async Task Client_without_a_network_fails_with_a_passing_failure()
    {
        using var bench = new Workbench(options => options.Retries = 0);

        var failure = await Assert.ThrowsAsync<SourceException>(() => DownloadAsync(bench, new Uri("http://no-such-host.invalid/x")));

        Assert.True(failure.Transient);
    }

    [Fact]
    public async Task Client_ends_as_cancelled_when_its_caller_cancels()
    {
        using var cancel = new CancellationTokenSource();
        _server.Otherwise(context =>
        {
            cancel.Cancel();
            return ScriptedServer.Stalling("[")(context);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DownloadAsync(_bench, new Uri(_server.Address + "/x"), cancel.Token));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<RawFile> DownloadAsync(Workbench bench, Uri address, CancellationToken cancellationToken = default) =>
        bench.Get<PoliteClient>().DownloadAsync(new Download(address, "x", ExpectedContent.Json), bench, cancellationToken);

    private async Task<string> BodyAsync(Workbench? bench = null) =>
        await File.ReadAllTextAsync((await DownloadAsync(bench ?? _bench, new Uri(_server.Address + "/x"))).Path);

    private Task<SourceException> FailureAsync(Workbench? bench = null) =>
        Assert.ThrowsAsync<SourceException>(() => DownloadAsync(bench ?? _bench, new Uri(_server.Address + "/x")));
}
