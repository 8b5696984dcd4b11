using System.Diagnostics.CodeAnalysis;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Migrations;

public sealed class MigratorTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(database.ConnectionString);

    private Migrator Migrator => new(_source, NullLogger<Migrator>.Instance);

    public async ValueTask InitializeAsync() => await Migrator.MigrateAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _source.DisposeAsync();

    [Fact]
    public async Task Migrating_again_applies_nothing()
    {
        await Migrator.MigrateAsync(TestContext.Current.CancellationToken);
        Assert.Equal((long)Migrator.Names().Count, await ScalarAsync("select count(*) from migration"));
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((long)Migrator.Names().Count, await ScalarAsync("select count(*) from migration"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await ScalarAsync("insert into migration (name) values ('9999_future')");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrator.MigrateAsync(TestContext.Current.CancellationToken));
        await ScalarAsync("delete from migration where name = '9999_future'");
        Assert.Contains("9999_future", failure.Message);
    }

    [SuppressMessage("Security", "CA2100", Justification = "This test's own constants.")]
    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
