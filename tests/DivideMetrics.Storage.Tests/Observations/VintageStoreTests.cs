using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Revisions;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Observations;

public sealed class VintageStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog());

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task First_vintage_creates_every_point()
    {
        var vintage = await SaveAsync("FIRST", Row("AAA", 2020, 1.5), Row("BBB", 2020, null, ObsStatus.O));
        Assert.Equal(new Difference(2, 0, 0), vintage.Difference);
        Assert.Equal(["AAA 2020 1.5 A", "BBB 2020  O"], await _bench.PointsAsync("FIRST"));
    }

    [Fact]
    public async Task Next_vintage_writes_only_the_differences()
    {
        await SaveAsync("NEXT", Row("AAA", 2020, 1), Row("AAA", 2021, 2), Row("BBB", 2020, 3));
        var next = await SaveAsync("NEXT", Row("AAA", 2020, 1), Row("AAA", 2021, 2.5), Row("CCC", 2020, 4));
        Assert.Equal(new Difference(1, 1, 1) { Revised = 1 }, next.Difference);
        Assert.Equal(["AAA 2020 1 A", "AAA 2021 2.5 A", "CCC 2020 4 A"], await _bench.PointsAsync("NEXT"));

        // three of the first vintage; of the next one a revision, a new point, and that BBB is withdrawn
        Assert.Equal(6L, await CountAsync("NEXT"));
    }

    [Fact]
    public async Task Equal_rows_write_nothing()
    {
        await SaveAsync("EQUAL", Row("AAA", 2020, 1), Row("BBB", 2020, null, ObsStatus.M));
        var next = await SaveAsync("EQUAL", Row("BBB", 2020, null, ObsStatus.M), Row("AAA", 2020, 1));
        Assert.True(next.Difference.IsEmpty);
        Assert.Equal(2L, await CountAsync("EQUAL"));
    }

    [Fact]
    public async Task Status_alone_is_a_revision()
    {
        await SaveAsync("STATUS", Row("AAA", 2020, 1, ObsStatus.E));
        var next = await SaveAsync("STATUS", Row("AAA", 2020, 1));
        Assert.Equal(new Difference(0, 1, 0) { StatusChanged = 1 }, next.Difference);
    }

    [Fact]
    public async Task Every_past_state_can_be_read_as_of_its_vintage()
    {
        var first = await SaveAsync("PAST", Row("AAA", 2020, 1), Row("BBB", 2020, 2));
        var second = await SaveAsync("PAST", Row("AAA", 2020, 9));
        await SaveAsync("PAST", Row("AAA", 2020, 9), Row("BBB", 2020, 3));
        Assert.Equal(["AAA 2020 1 A", "BBB 2020 2 A"], await _bench.PointsAsync("PAST", asOf: first.Id));
        Assert.Equal(["AAA 2020 9 A"], await _bench.PointsAsync("PAST", asOf: second.Id));
        Assert.Equal(["AAA 2020 9 A", "BBB 2020 3 A"], await _bench.PointsAsync("PAST"));
    }

    [Fact]
    public async Task Points_of_a_series_that_is_gone_stay()
    {
        await SaveAsync("GONE", Row("AAA", 2020, 1), Row("AAA", 2020, 7, code: "T"));
        var next = await SaveAsync("GONE", Row("AAA", 2020, 1));
        Assert.Equal(["AAA 2020 7 A"], await _bench.PointsAsync("GONE", "T"));
        Assert.True(next.Difference.IsEmpty);
    }

    [Fact]
    public async Task A_sex_that_is_gone_counts_as_a_series_that_is_gone()
    {
        var women = new Observation(new SeriesKey("S", Sex.Female), "AAA", 2020, 5);
        await SaveAsync("SEXGONE", Row("AAA", 2020, 1), women);
        var prepared = await _bench.PrepareAsync(await _bench.DraftAsync("SEXGONE"), [Row("AAA", 2020, 1)]);
        Assert.Equal(new GoneSeries(women.Series, 1), Assert.Single(prepared.Difference.Gone));
    }

    [Fact]
    public async Task Quarantined_vintage_is_kept_and_changes_no_point()
    {
        await SaveAsync("HELD", Row("AAA", 2020, 1));
        var held = await SaveAsync("HELD", [Row("AAA", 2020, 2)], new(["looks wrong"]));
        var run = await _bench.LastRunAsync("HELD");
        Assert.False(held.IsPublished);
        Assert.Equal((RunStatus.Quarantined, "Held back: looks wrong"), (run.Status, run.Message));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("HELD"));
    }

    [Fact]
    public async Task Of_two_values_for_a_key_the_first_counts_and_the_second_is_a_finding()
    {
        var draft = await _bench.DraftAsync("TWICE");
        await _bench.SaveAsync(draft, [Row("AAA", 2020, 2), Row("AAA", 2020, 3)]);
        Assert.Equal(["AAA 2020 2 A"], await _bench.PointsAsync("TWICE"));
        Assert.Equal("duplicate-key", Assert.Single(draft.Findings.Kept).Code);
    }

    [Fact]
    public async Task Run_that_was_marked_as_interrupted_publishes_nothing()
    {
        await SaveAsync("FENCED", Row("AAA", 2020, 1));
        var prepared = await _bench.PrepareAsync(await _bench.DraftAsync("FENCED"), [Row("AAA", 2020, 5)]);
        await _bench.Get<RunStore>().MarkEarlierAsync("ingest", "FENCED", Ct);
        await Assert.ThrowsAsync<RunEndedException>(() => _bench.Get<VintageStore>().SaveAsync(prepared, Ct));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("FENCED"));
        Assert.Single(await _bench.Get<VintageQueries>().ListAsync("FENCED", Ct));
    }

    [Fact]
    public async Task Vintage_that_was_overtaken_by_another_publishes_nothing()
    {
        await SaveAsync("RACE", Row("AAA", 2020, 1));
        var prepared = await _bench.PrepareAsync(await _bench.DraftAsync("RACE"), [Row("AAA", 2020, 5)]);
        await SaveAsync("RACE", Row("AAA", 2020, 2));
        await Assert.ThrowsAsync<OvertakenException>(() => _bench.Get<VintageStore>().SaveAsync(prepared, Ct));
        Assert.Equal(["AAA 2020 2 A"], await _bench.PointsAsync("RACE"));
    }

    [Fact]
    public async Task Findings_are_stored_with_the_vintage()
    {
        var draft = await _bench.DraftAsync("FINDINGS");
        draft.Findings.Add(new("unknown-area", Severity.Error, "Expected a known area, found 'X\0'.", "S", "X", "2020", "a.csv", 7, 1.5, 2.5));
        await _bench.SaveAsync(draft, [Row("AAA", 2020, 1)]);
        var finding = Assert.Single(await _bench.Get<RunQueries>().FindingsAsync(draft.RunId, Ct)).Finding;
        Assert.Equal(("unknown-area", "a.csv", 7L, 1.5, 2.5), (finding.Code, finding.File, finding.Line, finding.Old, finding.New));
        Assert.Equal(1, (await _bench.LastRunAsync("FINDINGS")).Findings);
    }

    [Fact]
    public async Task Sources_do_not_touch_each_other()
    {
        await SaveAsync("ONE", Row("AAA", 2020, 1));
        await SaveAsync("OTHER", Row("BBB", 2020, 2));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("ONE"));
    }

    private static Observation Row(string area, int year, double? value, ObsStatus status = ObsStatus.A, string code = "S") =>
        new(new(code), area, year, value, status);

    private Task<Vintage> SaveAsync(string source, params Observation[] rows) => SaveAsync(source, rows, GateVerdict.Pass);

    private async Task<Vintage> SaveAsync(string source, IEnumerable<Observation> rows, GateVerdict verdict) =>
        await _bench.SaveAsync(await _bench.DraftAsync(source), rows, verdict);

    private async Task<long> CountAsync(string source)
    {
        await using var command = _bench.Get<NpgsqlDataSource>().CreateCommand(
            """
            select count(*)
            from observation as o
            join series as r on r.id = o.series_id
            where r.source = $1
            """);
        command.Parameters.Add(new() { Value = source });
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
