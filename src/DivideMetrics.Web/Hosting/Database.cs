using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Migrations;

namespace DivideMetrics.Web.Hosting;

/// <summary>The PostgreSQL of this process: the one that was named, or a private one that lives as long as the process.</summary>
internal sealed class Database : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithAnother = TimeSpan.FromSeconds(30);
    private readonly EmbeddedPostgres? _embedded;

    private Database(string connectionString, string title, EmbeddedPostgres? embedded) =>
        (ConnectionString, Title, _embedded) = (connectionString, title, embedded);

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>What it is, for the operator; without secrets.</summary>
    public string Title { get; }

    /// <summary>Opens it; starts the private one where none was named.</summary>
    /// <exception cref="EmbeddedPostgresException">The private one cannot be used.</exception>
    public static async Task<Database> OpenAsync(Settings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (settings.ConnectionString is { } named)
        {
            return new(named, Name(named), null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(new(settings.Home), loggers.CreateLogger<EmbeddedPostgres>(), cancellationToken);
        return new(embedded.ConnectionString, $"private PostgreSQL in {settings.Home}", embedded);
    }

    /// <summary>Opens it for a command: where an instance of the program uses the home folder, its private server is used as well.</summary>
    /// <exception cref="EmbeddedPostgresException">The private one cannot be used.</exception>
    public static async Task<Database> OpenSharedAsync(Settings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(settings, loggers, cancellationToken);
        }
        catch (EmbeddedPostgresException failure) when (failure.IsInUse)
        {
            var running = await RunningInstance.FindAsync(settings.Home, PatienceWithAnother, cancellationToken)
                ?? throw new StartException(
                    $"Another instance of the program uses {settings.Home}, and its database could not be reached. Run the command as the same user, "
                    + "or name the database with ConnectionStrings__DivideMetrics.",
                    failure);
            return new(running, $"private PostgreSQL of the running instance in {settings.Home}", null);
        }
    }

    /// <summary>Brings it to this program's schema.</summary>
    /// <exception cref="StartException">It does not answer, or was written by a newer version of the program.</exception>
    public async Task MigrateAsync(Migrator migrator, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.MigrateAsync(cancellationToken);
        }
        catch (Npgsql.NpgsqlException failure)
        {
            throw new StartException($"The database ({Title}) cannot be used: {failure.Message} Check ConnectionStrings__DivideMetrics and the server.", failure);
        }
        catch (InvalidOperationException newer)
        {
            throw new StartException(newer.Message, newer);
        }
    }

    /// <summary>Stops the private one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }

    private static string Name(string connectionString)
    {
        try
        {
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
            return $"database '{parts.Database}' at {parts.Host}:{parts.Port}";
        }
        catch (ArgumentException wrong)
        {
            throw new StartException($"ConnectionStrings__DivideMetrics is no connection string of Npgsql: {wrong.Message}", wrong);
        }
    }
}
