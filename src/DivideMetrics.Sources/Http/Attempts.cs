using System.Net.Sockets;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DivideMetrics.Sources.Http;

/// <summary>
/// The resilience pipeline around one download: overall time-out, retries with exponential back-off and jitter, time-out of one attempt.
/// </summary>
/// <remarks>
/// It stands around the client and not inside its handler chain, because a body that breaks off must be asked again as a whole: a handler
/// sees only the headers of an answer that is streamed.
/// </remarks>
internal static class Attempts
{
    /// <summary>Builds the pipeline.</summary>
    public static ResiliencePipeline<RawFile> Pipeline(SourcesOptions options, TimeProvider time, Action<int, Exception> retrying)
    {
        var builder = new ResiliencePipelineBuilder<RawFile> { TimeProvider = time };
        builder.AddTimeout(options.OverallTimeout);
        if (options.Retries > 0)
        {
            builder.AddRetry(Retry(options, retrying));
        }

        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>True when another attempt may mend the failure.</summary>
    public static bool IsRetryable(Exception? failure) => failure switch
    {
        not null when IsOffline(failure) => false,
        RetryableException or TimeoutRejectedException or HttpIOException or InvalidDataException => true,
        HttpRequestException request => request.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse
            or HttpRequestError.HttpProtocolError or HttpRequestError.Unknown,
        TaskCanceledException { InnerException: TimeoutException } => true,
        IOException { InnerException: SocketException } => true,
        _ => false,
    };

    /// <summary>True when there is no network, or no name service: nothing that seconds would mend.</summary>
    public static bool IsOffline(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError,
    }
    or HttpRequestException
    {
        InnerException: SocketException
        {
            SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery
                or SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown,
        },
    };

    private static RetryStrategyOptions<RawFile> Retry(SourcesOptions options, Action<int, Exception> retrying) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        ShouldHandle = arguments => ValueTask.FromResult(IsRetryable(arguments.Outcome.Exception)),
        DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Exception, options.MaxRetryAfter)),
        OnRetry = arguments =>
        {
            retrying(arguments.AttemptNumber + 1, arguments.Outcome.Exception!);
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>The provider's own wish, cut to the longest wait allowed; null leaves the back-off.</summary>
    internal static TimeSpan? Asked(Exception? failure, TimeSpan longest) =>
        failure is RetryableException { RetryAfter: { } wait } ? (wait < longest ? wait : longest) : null;
}
