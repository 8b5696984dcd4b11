using DivideMetrics.ImportHost;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Jobs;

public sealed class IngestJobTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly string[] Ids = ["NEW", "SAME", "CHANGED", "DAMAGED", "ABSENT", "SHRUNK", "AGAIN", "REFUSED", "EMPTY", "BUSY", "LEFT", "STOP", "DRY", "CHANGES"];

    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog([.. Ids.Select(Declared.Source)]));

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task File_becomes_a_published_vintage_with_its_provenance()
    {
        Write("NEW", "AAA,2020,1.5,A", "BBB,2020,2,E");
        var run = await _bench.IngestAsync("NEW", "start");
        var vintage = (await _bench.Get<VintageQueries>().FindAsync(run.Vintage!.Value, Ct))!;
        var file = Assert.Single(await _bench.Get<VintageQueries>().FilesAsync(vintage.Id, _bench.Get<Storage.Snapshots.SnapshotStore>().PathOf, Ct));
        Assert.Equal((RunStatus.Published, "start", 2L), (run.Status, run.Trigger, run.RowsRead));
        Assert.Equal(("CC0-1.0", "Test.", 2L), (vintage.Licence, vintage.Citation, vintage.Observations));
        Assert.True(File.Exists(file.Path) && File.Exists($"{file.Path}.json"));
        Assert.Equal(["AAA 2020 1.5 A", "BBB 2020 2 E"], await _bench.PointsAsync("NEW"));
    }

    [Fact]
    public async Task Unchanged_file_ends_at_the_checksum()
    {
        Write("SAME", "AAA,2020,1,A");
        var first = await _bench.IngestAsync("SAME");
        var second = await _bench.IngestAsync("SAME");
        Assert.Equal((RunStatus.Unchanged, 0L, first.Vintage), (second.Status, second.RowsRead, second.Vintage));
        var vintage = Assert.Single(await _bench.Get<VintageQueries>().ListAsync("SAME", Ct));
        Assert.True(vintage.CheckedAt > vintage.RetrievedAt);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, HeldSource.Rows)]
    public async Task Unchanged_bytes_are_read_again_by_a_newer_version_of_the_adapter(int version, long rowsRead)
    {
        var source = Declared.Source($"READ_BY_{version}") with { Adapter = HeldSource.Key, Series = [new(HeldSource.Code, "Held", "PT", null, null)] };
        foreach (var (adapter, rows) in new[] { (1, HeldSource.Rows), (version, rowsRead) })
        {
            await using var bench = await Bench.OpenAsync(
                database.ConnectionString, Declared.Catalog(source), new SourceAdapter(HeldSource.Key, new HeldSource { Content = "same" }, adapter));
            Assert.Equal(rows, (await bench.IngestAsync(source.Id)).RowsRead);
        }
    }

    [Fact]
    public async Task Changed_file_writes_only_the_differences()
    {
        Write("CHANGED", "AAA,2020,1,A", "BBB,2020,2,A", "CCC,2020,3,A", "DDD,2020,4,A", "EEE,2020,5,A");
        await _bench.IngestAsync("CHANGED");
        Write("CHANGED", "AAA,2020,1,A", "BBB,2020,2.5,A", "CCC,2020,3,A", "DDD,2020,4,A", "AAA,2021,6,A");
        Assert.Equal(new Difference(1, 1, 1) { Revised = 1 }, (await _bench.IngestAsync("CHANGED")).Difference);
    }

    [Fact]
    public async Task Dry_run_publishes_nothing_and_the_same_bytes_are_published_by_a_real_run()
    {
        var job = _bench.Get<DivideMetrics.Jobs.Ingest.IngestJob>();
        Write("DRY", "AAA,2020,1,A");
        await _bench.IngestAsync("DRY");
        Write("DRY", "AAA,2020,2,A", "BBB,2020,1,A");
        await job.DryRunAsync("DRY", "hand", Ct);
        var dry = await _bench.LastRunAsync("DRY");
        Assert.Equal((RunStatus.Trial, true, new Difference(1, 1, 0) { Revised = 1 }), (dry.Status, dry.Dry, dry.Difference));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("DRY"));

        Assert.Equal(RunStatus.Published, (await _bench.IngestAsync("DRY")).Status);
        Assert.Equal(["AAA 2020 2 A", "BBB 2020 1 A"], await _bench.PointsAsync("DRY"));

        await job.DryRunAsync("DRY", "hand", Ct);
        var again = await _bench.LastRunAsync("DRY");
        Assert.Equal((RunStatus.Unchanged, true), (again.Status, again.Dry));
        Assert.Contains("would change nothing", again.Message);
    }

    [Fact]
    public async Task Changes_of_a_published_and_of_a_held_back_vintage_can_be_read()
    {
        var changes = _bench.Get<DivideMetrics.Jobs.Ingest.VintageChanges>();
        Write("CHANGES", "AAA,2020,1,A", "BBB,2020,2,A", "CCC,2020,3,A");
        var first = await _bench.IngestAsync("CHANGES");
        Write("CHANGES", "AAA,2020,1.004,A", "BBB,2020,2.5,A", "CCC,2020,3,E");
        var second = await _bench.IngestAsync("CHANGES");
        Write("CHANGES", "AAA,2020,9,A");
        var held = await _bench.IngestAsync("CHANGES");

        Assert.Equal(new(0, 3, 0, 0, 0, 0), (await changes.OfAsync(first.Vintage!.Value, Ct))!.Difference.Counts);
        Assert.Equal(new(0, 0, 1, 1, 1, 0), (await changes.OfAsync(second.Vintage!.Value, Ct))!.Difference.Counts);
        Assert.Equal(RunStatus.Quarantined, held.Status);
        Assert.Equal(new(0, 0, 1, 0, 0, 2), (await changes.OfAsync(held.Vintage!.Value, Ct))!.Difference.Counts);
        Assert.Equal(new(0, 0, 1, 0, 0, 2), (await changes.BetweenAsync(first.Vintage.Value, held.Vintage.Value, Ct))!.Difference.Counts);
        Assert.Null(await changes.OfAsync(long.MaxValue, Ct));
    }

    [Fact]
    public async Task Damaged_file_fails_with_file_line_and_reason_and_leaves_the_figures()
    {
        Write("DAMAGED", "AAA,2020,1,A");
        await _bench.IngestAsync("DAMAGED");
        Write("DAMAGED", "AAA,2020,1,A", "BBB,2020,x,A");
        await Assert.ThrowsAsync<SourceException>(() => _bench.IngestAsync("DAMAGED"));
        var run = await _bench.LastRunAsync("DAMAGED");
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("DAMAGED.csv(3):", run.Message);
        Assert.Contains("'x'", run.Message);
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("DAMAGED"));
    }

    [Fact]
    public async Task Absent_file_fails_the_run()
    {
        await Assert.ThrowsAsync<SourceException>(() => _bench.IngestAsync("ABSENT"));
        var run = await _bench.LastRunAsync("ABSENT");
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("ABSENT.csv", run.Message);
    }

    [Fact]
    public async Task Vintage_with_too_few_of_the_points_is_quarantined()
    {
        Write("SHRUNK", "AAA,2020,1,A", "BBB,2020,2,A", "CCC,2020,3,A");
        await _bench.IngestAsync("SHRUNK");
        Write("SHRUNK", "AAA,2020,9,A");
        var run = await _bench.IngestAsync("SHRUNK");
        Assert.Equal(RunStatus.Quarantined, run.Status);
        Assert.Contains("1 of the 3 points", run.Message);
        Assert.Equal(3, (await _bench.PointsAsync("SHRUNK")).Count);
    }

    [Fact]
    public async Task Quarantined_bytes_stay_quarantined_when_they_come_again()
    {
        Write("AGAIN", "AAA,2020,1,A", "BBB,2020,2,A");
        await _bench.IngestAsync("AGAIN");
        Write("AGAIN", "AAA,2020,9,A");
        var held = await _bench.IngestAsync("AGAIN");
        var again = await _bench.IngestAsync("AGAIN");
        Assert.Equal((RunStatus.Unchanged, held.Vintage), (again.Status, again.Vintage));
        Assert.Contains("quarantined", again.Message);
        Assert.Equal(["AAA 2020 1 A", "BBB 2020 2 A"], await _bench.PointsAsync("AGAIN"));
    }

    [Fact]
    public async Task Vintage_with_too_many_refused_rows_is_quarantined_with_its_findings()
    {
        Write("REFUSED", "AAA,2020,1,A", "BBB,2020,101,A");
        var run = await _bench.IngestAsync("REFUSED");
        var finding = Assert.Single(await _bench.Get<RunQueries>().FindingsAsync(run.Id, Ct)).Finding;
        Assert.Equal(RunStatus.Quarantined, run.Status);
        Assert.Equal(("out-of-bounds", "BBB", "2020"), (finding.Code, finding.Area, finding.Period));
    }

    [Fact]
    public async Task File_without_rows_is_not_published()
    {
        Write("EMPTY");
        await Record.ExceptionAsync(() => _bench.IngestAsync("EMPTY"));
        Assert.DoesNotContain(await _bench.Get<VintageQueries>().ListAsync("EMPTY", Ct), vintage => vintage.IsPublished);
    }

    [Fact]
    public async Task Second_run_of_a_source_at_work_ends_quietly()
    {
        await using var held = await RunLock.TryTakeAsync(_bench.Get<NpgsqlDataSource>(), "ingest:BUSY", Ct);
        await _bench.Get<DivideMetrics.Jobs.Ingest.IngestJob>().RunAsync("BUSY", "hand", Ct);
        Assert.Empty(await _bench.Get<RunQueries>().NewestAsync("BUSY", 1, Ct));
    }

    [Fact]
    public async Task Run_left_by_a_killed_program_is_marked_by_the_next_one()
    {
        Write("LEFT", "AAA,2020,1,A");
        await _bench.Get<RunStore>().StartAsync("ingest", "LEFT", "schedule", Ct);
        await _bench.IngestAsync("LEFT");
        var runs = await _bench.Get<RunQueries>().NewestAsync("LEFT", 2, Ct);
        Assert.Equal([RunStatus.Published, RunStatus.Interrupted], runs.Select(run => run.Status));
    }

    [Fact]
    public async Task Source_that_is_not_declared_is_left_alone()
    {
        await _bench.Get<DivideMetrics.Jobs.Ingest.IngestJob>().RunAsync("UNDECLARED", "schedule", Ct);
        Assert.Empty(await _bench.Get<RunQueries>().NewestAsync("UNDECLARED", 1, Ct));
    }

    private void Write(string source, params string[] rows) => _bench.Write($"{source}.csv", ["area,year,value,status", .. rows]);
}
