using System.Net;
using System.Net.Sockets;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Tests.Sources;

/// <summary>The rules of politeness without a server.</summary>
public sealed class PoliteRulesTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("Wed, 01 Jan 2031 00:00:30 GMT", 30)]
    [InlineData("Wed, 01 Jan 2020 00:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void Retry_after_is_read_as_seconds_or_as_a_date(string? header, int? seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        var wait = Answer.RetryAfter(response, new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(seconds, wait?.TotalSeconds);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(500, 60)]
    public void Retry_after_is_honoured_up_to_the_longest_wait(int asked, int waited)
    {
        var failure = new RetryableException("busy", TimeSpan.FromSeconds(asked));

        Assert.Equal(TimeSpan.FromSeconds(waited), Attempts.Asked(failure, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Pacer_keeps_requests_to_one_host_apart_and_lets_other_hosts_go()
    {
        var time = new StandingClock();
        var pacer = new HostPacer(Microsoft.Extensions.Options.Options.Create(new SourcesOptions { MinInterval = TimeSpan.FromSeconds(2) }), time);

        Assert.Equal([0, 2, 4], new[] { pacer.Reserve("a"), pacer.Reserve("A"), pacer.Reserve("a") }.Select(wait => wait.TotalSeconds));
        Assert.Equal(0, pacer.Reserve("b").TotalSeconds);
        time.Seconds = 5;
        Assert.Equal(1, pacer.Reserve("a").TotalSeconds);
        time.Seconds = 60;
        Assert.Equal(0, pacer.Reserve("a").TotalSeconds);
    }

    [Fact]
    public async Task Handler_follows_no_redirect_from_https_to_http()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new SourcesOptions { MinInterval = TimeSpan.Zero });
        using var handler = new PoliteHttpHandler(new HostPacer(options, TimeProvider.System), options) { InnerHandler = new Redirecting("http://example.org/x") };
        using var invoker = new HttpMessageInvoker(handler);

        var failure = await Assert.ThrowsAsync<SourceException>(
            () => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://example.org/x"), TestContext.Current.CancellationToken));

        Assert.Contains("not followed", failure.Message);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, false)]
    [InlineData(SocketError.TryAgain, false)]
    [InlineData(SocketError.NetworkUnreachable, false)]
    [InlineData(SocketError.ConnectionRefused, true)]
    [InlineData(SocketError.ConnectionReset, true)]
    public void A_failure_without_a_network_is_not_retried(SocketError error, bool retried) =>
        Assert.Equal(retried, Attempts.IsRetryable(new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException((int)error))));

    private sealed class Redirecting(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.Found);
            response.Headers.TryAddWithoutValidation("Location", location);
            return Task.FromResult(response);
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
