using System.Diagnostics.CodeAnalysis;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace DivideMetrics.Testing;

/// <summary>
/// One real PostgreSQL for a run of tests, started when the first test asks for a database: the embedded server in a
/// temporary folder, or the one named by <c>ConnectionStrings__DivideMetrics</c>. It ends with the test process, even
/// when that is killed. This file is linked into every test project that needs a database.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"divide-metrics-tests-{Guid.NewGuid():n}");
    private readonly SemaphoreSlim _starting = new(1);
    private EmbeddedPostgres? _server;

    /// <summary>Creates an empty database of a random name.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken ct = default)
    {
        var name = $"test_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name}", ct);
        return await ConnectionStringForAsync(name, ct);
    }

    /// <summary>Drops a database made by <see cref="CreateDatabaseAsync"/>, whoever is still connected.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_server is null)
        {
            return;
        }

        await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [SuppressMessage("Security", "CA2100", Justification = "A database's name cannot be a parameter; ours are made of hexadecimal digits.")]
    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(await ConnectionStringForAsync("postgres", ct)) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<string> ConnectionStringForAsync(string database, CancellationToken ct)
    {
        var given = Environment.GetEnvironmentVariable("ConnectionStrings__DivideMetrics");
        return string.IsNullOrWhiteSpace(given)
            ? (await ServerAsync(ct)).ConnectionStringFor(database)
            : new NpgsqlConnectionStringBuilder(given) { Database = database }.ConnectionString;
    }

    private async Task<EmbeddedPostgres> ServerAsync(CancellationToken ct)
    {
        await _starting.WaitAsync(ct);
        try
        {
            return _server ??= await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(_home), NullLogger.Instance, ct);
        }
        finally
        {
            _starting.Release();
        }
    }
}

/// <summary>A database of its own for one test class: <c>IClassFixture&lt;DatabaseFixture&gt;</c>. Empty; dropped afterwards.</summary>
public sealed class DatabaseFixture(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>How to connect to the database of this test class.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => ConnectionString = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await postgres.DropDatabaseAsync(ConnectionString);
}
