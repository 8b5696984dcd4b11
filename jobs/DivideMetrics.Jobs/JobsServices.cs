using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Jobs.Retention;
using DivideMetrics.Jobs.Runs;
using DivideMetrics.Jobs.Scheduling;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Jobs;

/// <summary>Registers the jobs.</summary>
public static class JobsServices
{
    /// <summary>
    /// Adds the sources, the jobs, Hangfire on the product's database, and unless the role is <see cref="Role.Web"/> the server that runs
    /// them. The storage and the catalog are registered by the caller.
    /// </summary>
    public static IServiceCollection AddDivideMetricsJobs(this IServiceCollection services, JobsOptions options)
    {
        services.AddDivideMetricsSources(sources =>
        {
            sources.DataFolder = options.DataFolder;
            sources.ContactUrl = options.ContactUrl;
        });
        if (options.Bundle is { } bundle)
        {
            services.AddSingleton<IByteOrigin>(provider => new BundleOrigin(
                new(bundle), new(provider.GetRequiredService<SourceRegistry>()), provider.GetRequiredService<Catalog>().Bundles,
                provider.GetRequiredService<IOptions<SourcesOptions>>()));
        }

        services.AddJobs();
        services.AddSingleton(_ => HangfireStorage.Open(options.ConnectionString));
        services.AddHangfire((provider, hangfire) => hangfire.UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>())));
        if (options.Role is not Role.Web)
        {
            services.AddHostedService<JobServer>();
        }

        return services;
    }

    /// <summary>The jobs without a clock: what a test runs by hand.</summary>
    internal static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RunFrame>();
        services.TryAddSingleton<IByteOrigin, NetworkOrigin>();
        services.AddSingleton<IngestStores>();
        services.AddSingleton<PublishedPopulation>();
        services.AddSingleton<VintagePreparation>();
        services.AddSingleton<VintageChanges>();
        services.AddSingleton<Retrieval>();
        services.AddTransient<IngestJob>();
        services.AddSingleton<FirstImport>();
        services.AddSingleton<ComputationInputs>();
        services.AddSingleton<IndicatorComputer>();
        services.AddSingleton<ComputationStores>();
        services.AddTransient<ComputeGapsJob>();
        services.AddTransient<RetentionJob>();
        services.AddSingleton<ComputeRequest>();
        services.AddSingleton<IngestScheduler>();
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<RunHistory>();
        services.AddSingleton<Recovery>();
        services.AddTransient<StartUp>();
        return services;
    }
}
