using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DivideMetrics.Storage.Embedded;

/// <summary>The server of one cluster: started on a free port of the loopback address, and again on the same one after it died.</summary>
internal sealed class PostgresServer(Cluster cluster, PostgresBinaries binaries, ServerAccount account, string password) : IDisposable
{
    private const int Attempts = 20;

    /// <summary>
    /// Sized for one program on one machine. Durability stays on: a commit is on the disk. Nothing but the loopback address
    /// is listened on, and the log holds warnings and errors only. Nobody replicates this server, so a table that is made and filled in one
    /// transaction needs no log: its file is on the disk before the commit is.
    /// </summary>
    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "cluster_name=divide-metrics",
        "max_connections=100",
        "shared_buffers=128MB",
        "work_mem=16MB",
        "maintenance_work_mem=128MB",
        "max_wal_size=1GB",
        "wal_level=minimal",
        "max_wal_senders=0",
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        "password_encryption=scram-sha-256",
        "jit=off",
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",
        "logging_collector=off",
        "log_destination=stderr",
        "log_line_prefix=%m [%p] ",
        "log_min_messages=warning",
        "log_checkpoints=off",
    ];

    private readonly ServerLog _log = new(cluster.LogFile);
    private ServerProcess? _process;
    private int _port;

    public string ConnectionStringFor(string database) => ConnectionString(_port, database, password);

    /// <summary>How to connect to a private server on a port of this machine.</summary>
    public static string ConnectionString(int port, string database, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        Database = database,
        Username = Cluster.User,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        MaxPoolSize = 50,
    }.ConnectionString;

    /// <summary>Starts the server on a free port and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        _port = FreePort();
        await RestartAsync(canChangePort: true, ct);
    }

    /// <summary>
    /// Starts the server on its port and waits until it answers. Tries again where time cures the failure: the port was
    /// taken in between, or children of a killed server still let go of its memory.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The server did not start; the end of its log is in the message.</exception>
    public async Task RestartAsync(bool canChangePort, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            _log.Trim();
            var begin = _log.Length;
            _process?.Dispose();
            _process = ServerProcess.Start(CommandLine(), _log.Path);
            if (await IsAnsweringAsync(begin, ct))
            {
                return;
            }

            var said = _log.Since(begin);
            var isPortTaken = said.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
            if (attempt == Attempts || !(isPortTaken || IsStillHeld(said)))
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL {binaries.Version} ({binaries.Folder}) did not start in {cluster.Folder} (exit code {_process.ExitCode}). "
                    + $"The end of its log {_log.Path}:\n{said}");
            }

            _port = isPortTaken && canChangePort ? FreePort() : _port;
            await Task.Delay(isPortTaken && canChangePort ? 0 : 500, ct);
        }
    }

    /// <summary>Completes when the server is gone; keeps its log short meanwhile.</summary>
    /// <returns>Its exit code and the end of its log.</returns>
    public async Task<(int ExitCode, string Log)> WaitForEndAsync(CancellationToken ct)
    {
        var server = _process!;
        var ended = server.WaitAsync(ct);
        while (await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMinutes(5), ct)) != ended && !ct.IsCancellationRequested)
        {
            _log.Trim();
        }

        await ended;
        return (server.ExitCode, _log.Since(Math.Max(0, _log.Length - 500)));
    }

    /// <summary>Asks the server for a fast shutdown and returns at once.</summary>
    public void BeginStop() => _process?.BeginStop(StopOnWindows);

    /// <summary>Stops the server and waits for its end.</summary>
    public async Task StopAsync()
    {
        if (_process is null)
        {
            return;
        }

        BeginStop();
        await _process.EndAsync();
    }

    public void Dispose() => _process?.Dispose();

    private async Task<bool> IsAnsweringAsync(long logBegin, CancellationToken ct)
    {
        try
        {
            if (await HealthCheck.WaitAsync(ConnectionStringFor("postgres"), _process!, ct))
            {
                return true;
            }

            await _process!.WaitAsync(ct);
            return false;
        }
        catch (EmbeddedPostgresException failure)
        {
            await StopAsync();
            throw new EmbeddedPostgresException($"{failure.Message} The end of its log {_log.Path}:\n{_log.Since(logBegin)}", failure);
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            throw;
        }
    }

    private IReadOnlyList<string> CommandLine() => account.Line(
        binaries.Program("postgres"),
        ["-D", cluster.Folder, "-p", _port.ToString(CultureInfo.InvariantCulture), .. Settings.SelectMany(setting => (string[])["-c", setting])]);

    private static bool IsStillHeld(string said) =>
        said.Contains("is still in use", StringComparison.Ordinal) || said.Contains("\"postmaster.pid\" already exists", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void StopOnWindows() =>
        Command.RunAsync([binaries.Program("pg_ctl"), "stop", "-D", cluster.Folder, "-m", "fast"], TimeSpan.FromSeconds(60), CancellationToken.None)
            .GetAwaiter().GetResult();
}
