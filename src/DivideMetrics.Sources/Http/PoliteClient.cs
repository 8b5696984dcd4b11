using DivideMetrics.Sources.Archives;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace DivideMetrics.Sources.Http;

/// <summary>Brings one file over HTTP into the raw store, politely: paced, retried where that may help, limited in time and size.</summary>
internal sealed partial class PoliteClient
{
    /// <summary>Name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string Name = "sources";

    private readonly IHttpClientFactory _clients;
    private readonly SourcesOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<RawFile> _pipeline;

    public PoliteClient(IHttpClientFactory clients, IOptions<SourcesOptions> options, TimeProvider time, ILogger<PoliteClient> logger)
    {
        (_clients, _options, _time, _logger) = (clients, options.Value, time, logger);
        _pipeline = Attempts.Pipeline(_options, time, (attempt, failure) => LogRetry(attempt, _options.Retries, failure.Message));
    }

    /// <summary>Brings the file.</summary>
    /// <exception cref="SourceException">
    /// The provider did not deliver; <see cref="SourceException.Transient"/> when trying later may help.
    /// </exception>
    public async Task<RawFile> DownloadAsync(Download download, IRawStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (work, token) => await work.Client.AttemptAsync(work.Download, work.Store, token),
                (Client: this, Download: download, Store: store),
                cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && Explain(failure) is { } reason)
        {
            throw new SourceException($"{reason} ({download.Name}, {download.Address}).", failure) { Transient = IsTransient(failure) };
        }
    }

    private static bool IsTransient(Exception failure) =>
        Attempts.IsRetryable(failure)
        || Attempts.IsOffline(failure)
        || failure is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };

    private string? Explain(Exception failure) => failure switch
    {
        RetryableException => $"{failure.Message}, also after {_options.Retries} more attempts. It is tried again later",
        TimeoutRejectedException or TaskCanceledException { InnerException: TimeoutException } =>
            $"The provider did not answer in time ({_options.AttemptTimeout} an attempt, {_options.OverallTimeout} in all). " +
            "It is tried again later",
        _ when Attempts.IsOffline(failure) =>
            $"The provider's host is not found or not reachable ({failure.Message}). " +
            "This machine is offline, or the source's location is wrong",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"No secure connection to the provider: {failure.Message}",
        HttpRequestException or HttpIOException => $"The connection to the provider failed: {failure.Message}",
        InvalidDataException => $"The provider's compressed answer is damaged: {failure.Message}",
        _ when Attempts.IsRetryable(failure) => $"The connection to the provider broke: {failure.Message}",
        _ => null,
    };

    private async Task<RawFile> AttemptAsync(Download download, IRawStore store, CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient(Name);
        using var request = new HttpRequestMessage(HttpMethod.Get, download.Address);
        request.Headers.TryAddWithoutValidation("Accept", string.Join(", ", download.Expected.MediaTypes) + ", */*;q=0.1");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await Answer.CheckAsync(response, download, _time.GetUtcNow(), cancellationToken);
        Answer.CheckLength(response, download, _options.MaxResponseBytes);
        var mediaType = response.Content.Headers.ContentType?.MediaType ?? download.Expected.MediaTypes[0];
        var announced = response.Content.Headers.ContentLength;
        await using var body = new WatchedBody(await response.Content.ReadAsStreamAsync(cancellationToken), _options, _time);
        var file = await store.AddAsync(
            download.Name, download.Address.AbsoluteUri, mediaType, body, _options.MaxResponseBytes, cancellationToken);
        DeliveredBytes.Check(download, file, announced, ArchiveLimits.Of(_options));
        return file;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {Attempt} of {Retries} more: {Reason}")]
    private partial void LogRetry(int attempt, int retries, string reason);
}
