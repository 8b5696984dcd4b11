using System.Net;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Http;

/// <summary>Decides from status and headers whether an answer can be the data.</summary>
internal static class Answer
{
    /// <summary>Passes when the body is worth reading.</summary>
    /// <exception cref="RetryableException">Another attempt may help.</exception>
    /// <exception cref="SourceException">It is not what was asked for, and will not be.</exception>
    public static async Task CheckAsync(
        HttpResponseMessage response, Download download, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await RefusalAsync(response, download, now, cancellationToken);
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (!download.Expected.Accepts(mediaType))
        {
            throw new SourceException(
                $"{download.Address}: expected {download.Expected.Title}, found {mediaType} that begins " +
                $"'{await StartAsync(response, cancellationToken)}'.");
        }
    }

    /// <summary>Throws when the answer announces more bytes than allowed.</summary>
    public static void CheckLength(HttpResponseMessage response, Download download, long maxBytes)
    {
        if (response.Content.Headers.ContentLength is { } length && length > maxBytes)
        {
            throw new SourceException($"{download.Address}: expected at most {maxBytes} bytes, the answer announces {length}.");
        }
    }

    /// <summary>The wait that Retry-After asks for, from seconds or a date; null when there is none.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<Exception> RefusalAsync(
        HttpResponseMessage response, Download download, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = $"{download.Address}: expected {download.Expected.Title}, " +
            $"the provider answered {(int)response.StatusCode} {response.ReasonPhrase}";
        var retryable = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (int)response.StatusCode >= 500;
        if (retryable && download.MeansRefused is null)
        {
            return new RetryableException(status, RetryAfter(response, now));
        }

        var start = await StartAsync(response, cancellationToken);
        var refused = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone || download.MeansRefused?.Invoke(start) is true;
        return retryable && !refused
            ? new RetryableException(status, RetryAfter(response, now))
            : new SourceException($"{status}, body '{start}'. {Advice(refused ? HttpStatusCode.NotFound : response.StatusCode)}")
            {
                Refused = refused,
            };
    }

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "Check the source's location and series codes.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            "The provider refuses this program: set a contact address, or ask the provider.",
        _ => "Check the request with the provider's documentation.",
    };

    private static async Task<string> StartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await Snippet.OfAsync(body, cancellationToken);
    }
}
