using DivideMetrics.Jobs;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Web.Hosting;

namespace DivideMetrics.Web.Commands;

/// <summary>What every command starts from: the settings and declarations.</summary>
/// <param name="Settings">What the environment says.</param>
/// <param name="Catalog">What the seeds declare.</param>
/// <param name="Loggers">Log of what goes on beside the command's own words; on the error stream.</param>
internal sealed record CommandParts(Settings Settings, Catalog Catalog, ILoggerFactory Loggers) : IDisposable
{
    /// <summary>Reads settings and declarations.</summary>
    /// <exception cref="StartException">A setting is wrong.</exception>
    /// <exception cref="SeedException">The declarations are broken.</exception>
    public static CommandParts Load()
    {
        var settings = Settings.Read(Configuration());
        return new(settings, Declarations.Load(settings.Seeds), Logs());
    }

    /// <summary>The settings as the environment gives them.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Only what is an error: the command tells the rest itself.</summary>
    public static ILoggerFactory Logs() => LoggerFactory.Create(logging =>
    {
        CalmConsole.Use(logging);
        logging.SetMinimumLevel(LogLevel.Error);
    });

    /// <summary>The source with this id.</summary>
    /// <exception cref="UsageException">No such source is declared.</exception>
    public SourceDefinition Source(string id) => Catalog.FindSource(id)
        ?? throw new UsageException(
            $"--source: expected one of {string.Join(", ", Catalog.Sources.Select(source => source.Id))}, found '{id}'.");

    public void Dispose() => Loggers.Dispose();
}

/// <summary>The parts of the program that commands work with: storage and jobs, without a job server and without the web.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly Database _database;
    private readonly ServiceProvider _services;

    private CommandHost(CommandParts parts, Database database, ServiceProvider services) =>
        (Parts, _database, _services) = (parts, database, services);

    /// <summary>Settings and declarations.</summary>
    public CommandParts Parts { get; }

    /// <summary>The database in words.</summary>
    public string DatabaseTitle => _database.Title;

    /// <summary>Opens the database, also that of a running instance, and brings it to this program's schema.</summary>
    /// <exception cref="StartException">The database cannot be used.</exception>
    public static async Task<CommandHost> OpenAsync(CommandParts parts, CancellationToken cancellationToken)
    {
        var host = await OpenAsIsAsync(parts, cancellationToken);
        try
        {
            await host._database.MigrateAsync(host.Get<Migrator>(), cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the database and leaves its schema alone.</summary>
    public static async Task<CommandHost> OpenAsIsAsync(CommandParts parts, CancellationToken cancellationToken)
    {
        var database = await Database.OpenSharedAsync(parts.Settings, parts.Loggers, cancellationToken);
        return new(parts, database, Services(parts, database.ConnectionString));
    }

    /// <summary>The sources and the raw store alone, for commands that need no database.</summary>
    public static ServiceProvider WithoutDatabase(CommandParts parts) => Services(parts, "");

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>The data source connects when it is first asked, so services that are never asked cost nothing.</summary>
    private static ServiceProvider Services(CommandParts parts, string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton(parts.Loggers);
        services.AddSingleton(parts.Catalog);
        services.AddDivideMetricsStorage(connectionString, parts.Settings.Snapshots);
        services.AddDivideMetricsJobs(new()
        {
            ConnectionString = connectionString, DataFolder = parts.Settings.Data, Bundle = parts.Settings.Bundle, Role = Role.Web,
        });
        return services.BuildServiceProvider();
    }
}
