using Microsoft.Extensions.Logging;
using Npgsql;

namespace DivideMetrics.Storage.Embedded;

/// <summary>
/// A private PostgreSQL server for one installation: found, initialised, started, watched and stopped by the program. It
/// listens on the loopback address alone and asks for a random password (SCRAM-SHA-256), kept in the home folder.
/// </summary>
/// <remarks>
/// The server is stopped with the program, however that ends. One that dies meanwhile is started again on the same port,
/// so that connection pools recover by themselves. Data lives in <c>postgres</c> in the home folder, the server's log in
/// <c>postgres.log</c>.
/// </remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    internal const string Database = "divide_metrics";

    private readonly InstanceLock _lock;
    private readonly PostgresServer _server;
    private readonly ServerWatch _watch;
    private readonly ILogger _logger;
    private bool _isDisposed;

    private EmbeddedPostgres(InstanceLock instanceLock, PostgresServer server, ServerWatch watch, ILogger logger)
    {
        _lock = instanceLock;
        _server = server;
        _watch = watch;
        _logger = logger;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>How to connect to the database <c>divide_metrics</c>, which exists. Holds the password: not for logs.</summary>
    public string ConnectionString => ConnectionStringFor(Database);

    /// <summary>How to connect to another database of this server, which need not exist.</summary>
    public string ConnectionStringFor(string database) => _server.ConnectionStringFor(database);

    /// <summary>Starts the server of a home folder, making the cluster at the first time, and waits until it answers.</summary>
    /// <exception cref="EmbeddedPostgresException">
    /// No PostgreSQL was found, or none of the cluster's major version; another instance uses the folder; the folder cannot be
    /// written; or the server does not start. The message says what to do.
    /// </exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var home = Path.GetFullPath(options.HomeFolder);
        HomeFolder.Create(home);
        var instanceLock = InstanceLock.Take(home);
        try
        {
            return await StartLockedAsync(home, options, instanceLock, logger, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            instanceLock.Dispose();
            throw HomeFolder.Unwritable(home, failure);
        }
        catch
        {
            instanceLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server (a fast shutdown: open transactions are rolled back) and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await _watch.DisposeAsync();
        await _server.StopAsync();
        _server.Dispose();
        _lock.Dispose();
        _logger.Stopped();
    }

    private static async Task<EmbeddedPostgres> StartLockedAsync(
        string home, EmbeddedPostgresOptions options, InstanceLock instanceLock, ILogger logger, CancellationToken ct)
    {
        var cluster = new Cluster(home);
        var binaries = await BinariesChoice.ForAsync(cluster, await BinariesSearch.FindAsync(options.BinariesFolder, ct), ct);
        var account = await ServerAccount.ChooseAsync(home, cluster.Folder, binaries, ct);
        var leftover = new LeftoverServer(cluster);
        await leftover.EndAsync(binaries, account, ct);
        if (cluster.Major() is null)
        {
            logger.Initialising(cluster.Folder, binaries.Version);
        }

        var password = await cluster.PrepareAsync(binaries, account, ct);
        var server = new PostgresServer(cluster, binaries, account, password);
        await StartAsync(server, ct);
        logger.Started(binaries.Version, binaries.Folder, cluster.Folder);
        var watch = new ServerWatch(server, stop => leftover.EndAsync(binaries, account, stop), logger);
        return new EmbeddedPostgres(instanceLock, server, watch, logger);
    }

    private static async Task StartAsync(PostgresServer server, CancellationToken ct)
    {
        await server.StartAsync(ct);
        try
        {
            await CreateDatabaseAsync(server, ct);
        }
        catch
        {
            await server.StopAsync();
            throw;
        }
    }

    private static async Task CreateDatabaseAsync(PostgresServer server, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionStringFor("postgres"));
        await using var known = source.CreateCommand("select count(*) from pg_database where datname = 'divide_metrics'");
        if (await known.ExecuteScalarAsync(ct) is 0L)
        {
            await using var create = source.CreateCommand("create database divide_metrics");
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The last resort of a program that ends without disposing; the shell beside the server does the rest.</summary>
    private void OnProcessExit(object? sender, EventArgs arguments)
    {
        _watch.Cancel();
        _server.BeginStop();
    }
}
