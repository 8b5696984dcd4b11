using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace DivideMetrics.Web.Feeds;

/// <summary>The site as the asker reaches it: feeds and calendars leave it, so their links and names must be whole.</summary>
internal sealed class SiteAddress(HttpRequest request)
{
    /// <summary>Host name without port, as names of entries bear it; of an address in brackets, which such names cannot bear, <c>localhost</c>.</summary>
    public string Host { get; } = request.Host.Host is var host && host.StartsWith('[') ? "localhost" : host.ToLowerInvariant();

    /// <summary>An address of the product with scheme and host.</summary>
    public string Absolute(string address) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase) is var root
        && root.EndsWith('/') ? root[..^1] + address : root + address;

    /// <summary>A lasting name (RFC 4151): <c>tag:example.org,2025-06-15:news/publication-12</c>.</summary>
    /// <param name="day">A day on which the site had its host's name: that of what is named.</param>
    /// <param name="what">What is named, on that site and day.</param>
    public string Tag(DateTimeOffset day, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{Host},{day.UtcDateTime:yyyy-MM-dd}:{what}");
}
