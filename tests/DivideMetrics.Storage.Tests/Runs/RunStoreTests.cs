using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Runs;

public sealed class RunStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RunStore Runs => _bench.Get<RunStore>();

    public async ValueTask InitializeAsync() => _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog());

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Finished_run_shows_its_counts_and_duration()
    {
        var id = await Runs.StartAsync("ingest", "COUNTS", "schedule", Ct);
        await Runs.FinishAsync(new(id, RunStatus.Failed, 7, new(1, 2, 3), null, "a.csv(3): bad"), Ct);
        var run = await _bench.LastRunAsync("COUNTS");
        Assert.Equal(("schedule", RunStatus.Failed, 7L, new Difference(1, 2, 3), "a.csv(3): bad"), (run.Trigger, run.Status, run.RowsRead, run.Difference, run.Message));
        Assert.True(run.Duration >= TimeSpan.Zero);
    }

    [Fact]
    public async Task A_run_ends_once()
    {
        var id = await Runs.StartAsync("ingest", "ONCE", "hand", Ct);
        await Runs.FinishAsync(new(id, RunStatus.Interrupted, 0, Difference.None, null, null), Ct);
        await Assert.ThrowsAsync<RunEndedException>(() => Runs.FinishAsync(new(id, RunStatus.Failed, 0, Difference.None, null, null), Ct));
        Assert.Equal(RunStatus.Interrupted, (await _bench.LastRunAsync("ONCE")).Status);
    }

    [Fact]
    public async Task Sweep_marks_runs_whose_lock_nobody_holds()
    {
        var left = await Runs.StartAsync("ingest", "LEFT", "hand", Ct);
        var marked = await Runs.MarkInterruptedAsync(Ct);
        Assert.Contains(marked, run => run.Id == left);
        Assert.Equal(RunStatus.Interrupted, (await _bench.LastRunAsync("LEFT")).Status);
    }

    [Fact]
    public async Task Sweep_leaves_runs_at_work_alone()
    {
        await using var held = await RunLock.TryTakeAsync(_bench.Get<NpgsqlDataSource>(), RunLock.NameOf("ingest", "BUSY"), Ct);
        await Runs.StartAsync("ingest", "BUSY", "hand", Ct);
        await Runs.MarkInterruptedAsync(Ct);
        Assert.Equal(RunStatus.Running, (await _bench.LastRunAsync("BUSY")).Status);
    }

    [Fact]
    public async Task Earlier_runs_of_one_source_are_marked_and_no_others()
    {
        await Runs.StartAsync("ingest", "MINE", "hand", Ct);
        await Runs.StartAsync("ingest", "YOURS", "hand", Ct);
        await Runs.MarkEarlierAsync("ingest", "MINE", Ct);
        Assert.Equal(
            (RunStatus.Interrupted, RunStatus.Running),
            ((await _bench.LastRunAsync("MINE")).Status, (await _bench.LastRunAsync("YOURS")).Status));
    }

    [Fact]
    public async Task Latest_run_of_each_source_is_found()
    {
        await Runs.StartAsync("ingest", "LATEST", "start", Ct);
        var second = await Runs.StartAsync("ingest", "LATEST", "repeat", Ct);
        Assert.Equal(second, Assert.Single(await _bench.Get<RunQueries>().LatestBySourceAsync(Ct), run => run.Source == "LATEST").Id);
    }
}
