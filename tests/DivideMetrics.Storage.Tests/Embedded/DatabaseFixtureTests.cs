using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Embedded;

public sealed class DatabaseFixtureTests(DatabaseFixture database, PostgresFixture postgres) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Class_has_a_database_of_its_own()
    {
        var other = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await Ask.ExecuteAsync(database.ConnectionString, "create table mine (id int)");

        Assert.Equal(DBNull.Value, await Ask.ScalarAsync(other, "select to_regclass('mine')::text"));
        await postgres.DropDatabaseAsync(other);
    }
}
