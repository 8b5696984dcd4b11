using System.Net;
using DivideMetrics.Sources.Archives;
using DivideMetrics.Sources.Dbnomics;
using DivideMetrics.Sources.Delimited;
using DivideMetrics.Sources.DigitalDecade;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Owid;
using DivideMetrics.Sources.Sheets;
using DivideMetrics.Sources.WorldBank;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources;

/// <summary>Registers the source adapters.</summary>
public static class SourcesServices
{
    /// <summary>Adds <see cref="SourceRegistry"/> with every adapter, and the HTTP client they share.</summary>
    public static IServiceCollection AddDivideMetricsSources(this IServiceCollection services, Action<SourcesOptions>? configure = null)
    {
        services.AddOptions<SourcesOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddPoliteClient();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<TemplatedFetch>();

        services.AddAdapter<DelimitedSource>("delimited");
        services.AddAdapter<SheetSource>("sheet");
        services.AddAdapter<DigitalDecadeSource>("digital-decade");
        services.AddAdapter<OwidSource>("owid");
        services.AddAdapter<DbnomicsSource>("dbnomics");
        services.AddAdapter<WorldBankApiSource>("worldbank-api");
        services.AddAdapter<WorldBankBulkSource>("worldbank-bulk");
        services.AddAdapter<WorldBankFilesSource>("worldbank-files");
        services.AddSingleton(provider => new SourceRegistry(provider.GetServices<SourceAdapter>()));
        return services;
    }

    private static void AddAdapter<T>(this IServiceCollection services, string key, int version = 1)
        where T : class, ISource
    {
        services.AddSingleton<T>();
        services.AddSingleton(provider => new SourceAdapter(
            key, new UnpackingSource(provider.GetRequiredService<T>(), provider.GetRequiredService<IOptions<SourcesOptions>>()), version));
    }

    private static void AddPoliteClient(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<HostPacer>();
        services.AddSingleton<PoliteClient>();
        services.AddTransient<PoliteHttpHandler>();
        services.AddHttpClient(PoliteClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<PoliteHttpHandler>()
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(Connections);
    }

    private static SocketsHttpHandler Connections() => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
