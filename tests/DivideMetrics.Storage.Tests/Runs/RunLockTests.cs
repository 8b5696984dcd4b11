using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Runs;

public sealed class RunLockTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private readonly NpgsqlDataSource _here = NpgsqlDataSource.Create(database.ConnectionString);
    private readonly NpgsqlDataSource _elsewhere = NpgsqlDataSource.Create(database.ConnectionString + ";Application Name=elsewhere");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task Held_lock_is_refused_to_everyone_else()
    {
        await using var held = await RunLock.TryTakeAsync(_here, "ingest:A", Ct);
        Assert.Null(await RunLock.TryTakeAsync(_elsewhere, "ingest:A", Ct));
        Assert.Null(await RunLock.TryTakeAsync(_here, "ingest:A", Ct));
    }

    [Fact]
    public async Task Locks_of_other_sources_are_free()
    {
        await using var held = await RunLock.TryTakeAsync(_here, "ingest:B", Ct);
        await using var other = await RunLock.TryTakeAsync(_elsewhere, "ingest:C", Ct);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task Lock_is_free_again_after_it_was_given_back()
    {
        await (await RunLock.TryTakeAsync(_here, "ingest:D", Ct))!.DisposeAsync();
        await using var again = await RunLock.TryTakeAsync(_elsewhere, "ingest:D", Ct);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Lock_ends_with_its_connection()
    {
        var held = await RunLock.TryTakeAsync(_elsewhere, "ingest:E", Ct);
        await using (var end = _here.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'elsewhere'"))
        {
            await end.ExecuteNonQueryAsync(Ct);
        }

        await using var again = await RunLock.TakeAsync(_here, "ingest:E", TimeSpan.FromSeconds(30), Ct);
        Assert.NotNull(again);
        await held!.DisposeAsync();
    }

    [Fact]
    public async Task Patient_caller_gets_the_lock_when_it_is_given_back()
    {
        var held = await RunLock.TryTakeAsync(_here, "ingest:F", Ct);
        var waiting = RunLock.TakeAsync(_elsewhere, "ingest:F", Timeout.InfiniteTimeSpan, Ct);
        await held!.DisposeAsync();
        await using var taken = await waiting;
        Assert.NotNull(taken);
    }
}
