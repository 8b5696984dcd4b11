using DivideMetrics.Sources;
using DivideMetrics.Storage.Accounts;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Freshness;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace DivideMetrics.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>Adds the data source, all stores and queries.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">Npgsql connection string of the product's database.</param>
    /// <param name="snapshotFolder">Where fetched bytes are kept; packed states are kept in the folder <c>states</c> beside it.</param>
    public static IServiceCollection AddDivideMetricsStorage(this IServiceCollection services, string connectionString, string snapshotFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(_ => new SnapshotStore(snapshotFolder));
        services.AddSingleton<SnapshotRetention>();
        services.AddSingleton<IRawStore>(provider => provider.GetRequiredService<SnapshotStore>());
        services.TryAddSingleton(new StateFilesOptions());
        services.AddSingleton(provider => new StateFiles(Path.Combine(snapshotFolder, "..", "states"), provider.GetRequiredService<StateFilesOptions>()));
        services.AddSingleton<Migrator>();
        services.AddSingleton<VintageStore>();
        services.AddSingleton<VintageQueries>();
        services.AddSingleton<ObservationQueries>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunQueries>();
        services.AddSingleton<FreshnessQueries>();
        services.AddSingleton<ComputationStore>();
        services.AddSingleton<ComputationQueries>();
        services.AddSingleton<SeriesChanges>();
        services.AddSingleton<NewsQueries>();
        services.AddSingleton<CorrectionQueries>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<AccountLinkStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditQueries>();
        return services;
    }
}
