using System.Net;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Http;

/// <summary>
/// What every request to a provider keeps to: http or https only, a name and an address of who asks, a pace per host, few redirects,
/// each of them by the same rules.
/// </summary>
/// <remarks>
/// Redirects are followed here because the framework's own follow them past this handler and take a <c>file:</c> address for a host.
/// </remarks>
internal sealed class PoliteHttpHandler(HostPacer pacer, IOptions<SourcesOptions> options) : DelegatingHandler
{
    private static readonly string Version =
        typeof(PoliteHttpHandler).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly string _userAgent = options.Value.ContactUrl is { Length: > 0 } contact
        ? $"DivideMetrics/{Version} (+{contact})"
        : $"DivideMetrics/{Version}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(request, cancellationToken);
        for (var hop = 0; Next(response) is { } next; hop++)
        {
            using (response)
            {
                request = Follow(request, next, hop);
            }

            response = await SendOnceAsync(request, cancellationToken);
        }

        return response;
    }

    private static Uri? Next(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
            ? response.Headers.Location
            : null;

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true, Scheme: "http" or "https" } address)
        {
            throw new SourceException($"Expected an http or https address, found '{request.RequestUri}'. Correct the source's location.");
        }

        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        await pacer.WaitAsync(address.Authority, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private HttpRequestMessage Follow(HttpRequestMessage request, Uri location, int hop)
    {
        var from = request.RequestUri!;
        if (hop >= options.Value.MaxRedirects)
        {
            throw new SourceException(
                $"{from}: expected at most {options.Value.MaxRedirects} redirects, found one more, to '{location}'. " +
                "Correct the source's location.");
        }

        if (!Uri.TryCreate(from, location, out var to) || (from.Scheme == "https" && to.Scheme == "http"))
        {
            throw new SourceException(
                $"{from}: redirects to '{location}', no address or from https to plain http; not followed. Correct the source's location.");
        }

        var next = new HttpRequestMessage(HttpMethod.Get, to);
        foreach (var header in request.Headers.Where(header => header.Key == "Accept"))
        {
            next.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return next;
    }
}
