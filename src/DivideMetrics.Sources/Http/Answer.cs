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
            throw await UnexpectedAsync(response, download, cancellationToken);
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

    /// <summary>Another media type: a web page may be one about maintenance and go, anything else stays what it is.</summary>
    private static async Task<Exception> UnexpectedAsync(
        HttpResponseMessage response, Download download, CancellationToken cancellationToken)
    {
        var start = new byte[HtmlPage.Bytes];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        start = start[..await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)];
        return HtmlPage.TitleOf(start) is { } title
            ? DeliveredBytes.Page(download, title)
            : new SourceException(
                $"{download.Address}: expected {download.Expected.Title}, found {response.Content.Headers.ContentType?.MediaType} " +
                $"that begins '{Snippet.Of(start.AsSpan(0, Math.Min(start.Length, 400)))}'. Check the source's location.");
    }

    private static async Task<Exception> RefusalAsync(
        HttpResponseMessage response, Download download, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = $"{download.Address}: expected {download.Expected.Title}, " +
            $"the provider answered {(int)response.StatusCode} {response.ReasonPhrase}{Wish(response, now)}";
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

    private static string Wish(HttpResponseMessage response, DateTimeOffset now) =>
        RetryAfter(response, now) is { } wait ? FormattableString.Invariant($" and asks to wait {wait.TotalSeconds:0} s") : "";

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "Check the source's location and series codes.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            "The provider refuses this program: set a contact address, or ask the provider.",
        HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong =>
            "The provider finds the request too large: ask for less, fewer series or later years ('from'), or for its bulk file.",
        _ => "Check the request with the provider's documentation.",
    };

    private static async Task<string> StartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await Snippet.OfAsync(body, cancellationToken);
    }
}
