using System.Net;
using DivideMetrics.Sources.Archives;
using DivideMetrics.Sources.Data360;
using DivideMetrics.Sources.Dbnomics;
using DivideMetrics.Sources.Delimited;
using DivideMetrics.Sources.DigitalDecade;
using DivideMetrics.Sources.Eurostat;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Itu;
using DivideMetrics.Sources.JsonStat;
using DivideMetrics.Sources.Owid;
using DivideMetrics.Sources.Sdmx;
using DivideMetrics.Sources.Sheets;
using DivideMetrics.Sources.Uis;
using DivideMetrics.Sources.UnEgov;
using DivideMetrics.Sources.UnSdg;
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
        services.AddSingleton<ListedFetch>();

        services.AddAdapter<Data360Source>("data360");
        services.AddAdapter<DelimitedSource>("delimited");
        services.AddAdapter<EurostatTsvSource>("eurostat-tsv");
        services.AddAdapter<JsonStatSource>("json-stat");
        services.AddAdapter<SdmxCsvSource>("sdmx-csv");
        services.AddAdapter<SdmxJsonSource>("sdmx-json");
        services.AddAdapter<SdmxMlSource>("sdmx-ml");
        services.AddAdapter<ItuSource>("itu-datahub", members: "*.csv;*.json");
        services.AddAdapter<SdgSource>("un-sdg");
        services.AddAdapter<UisSource>("uis-bulk", members: "*DATA_NATIONAL.csv");
        services.AddAdapter<UnEgovSource>("un-egov");
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

    private static void AddAdapter<T>(this IServiceCollection services, string key, int version = 1, string? members = null)
        where T : class, ISource
    {
        services.AddSingleton<T>();
        services.AddSingleton(provider => new SourceAdapter(
            key, new UnpackingSource(provider.GetRequiredService<T>(), provider.GetRequiredService<IOptions<SourcesOptions>>(), members), version));
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
