using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Http;

/// <summary>What every request to a provider keeps to: http or https only, a name and an address of who asks, a pace per host.</summary>
internal sealed class PoliteHttpHandler(HostPacer pacer, IOptions<SourcesOptions> options) : DelegatingHandler
{
    private static readonly string Version =
        typeof(PoliteHttpHandler).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly string _userAgent = options.Value.ContactUrl is { Length: > 0 } contact
        ? $"DivideMetrics/{Version} (+{contact})"
        : $"DivideMetrics/{Version}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
        {
            throw new SourceException($"Expected an http or https address, found '{request.RequestUri}'. Correct the source's location.");
        }

        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        await pacer.WaitAsync(address.Authority, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
