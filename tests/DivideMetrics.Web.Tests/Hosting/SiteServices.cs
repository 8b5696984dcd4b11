using DivideMetrics.Seeds;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Hosting;

/// <summary>Parts of a running site that tests look at.</summary>
internal static class SiteServices
{
    public static Catalog GetCatalog(this IServiceProvider services) => services.GetRequiredService<Catalog>();
}
