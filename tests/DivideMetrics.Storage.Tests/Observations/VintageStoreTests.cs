using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;
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
        Assert.Equal(new Difference(1, 1, 1), next.Difference);
        Assert.Equal(["AAA 2020 1 A", "AAA 2021 2.5 A", "CCC 2020 4 A"], await _bench.PointsAsync("NEXT"));
        Assert.Equal(5L, await CountAsync("NEXT"));
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
        Assert.Equal(new Difference(0, 1, 0), next.Difference);
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
        StagedState? seen = null;
        await SaveAsync("GONE", [Row("AAA", 2020, 1)], state => { seen = state; return null; });
        Assert.Equal(["AAA 2020 7 A"], await _bench.PointsAsync("GONE", "T"));
        Assert.Equal([new("S", false), new("T", true)], seen!.Served.Select(series => (series.Series.Code, series.Gone)));
    }

    [Fact]
    public async Task A_sex_that_is_gone_counts_as_a_series_that_is_gone()
    {
        var women = new Observation(new SeriesKey("S", Sex.Female), "AAA", 2020, 5);
        await SaveAsync("SEXGONE", Row("AAA", 2020, 1), women);
        StagedState? seen = null;
        await SaveAsync("SEXGONE", [Row("AAA", 2020, 1)], state => { seen = state; return null; });
        Assert.Equal(Sex.Female, Assert.Single(seen!.Served, series => series.Gone).Series.Sex);
    }

    [Fact]
    public async Task Gate_sees_how_many_points_are_kept()
    {
        await SaveAsync("KEPT", Row("AAA", 2020, 1), Row("BBB", 2020, 2), Row("CCC", 2020, 3));
        StagedState? seen = null;
        await SaveAsync("KEPT", [Row("AAA", 2020, 9), Row("DDD", 2020, 3)], state => { seen = state; return null; });
        Assert.Equal((2, 3, 1), (seen!.Rows, seen.Served[0].Points, seen.Served[0].Kept));
    }

    [Fact]
    public async Task Quarantined_vintage_is_kept_and_changes_no_point()
    {
        await SaveAsync("HELD", Row("AAA", 2020, 1));
        var held = await SaveAsync("HELD", [Row("AAA", 2020, 2)], _ => "looks wrong");
        var run = await _bench.LastRunAsync("HELD");
        Assert.False(held.IsPublished);
        Assert.Equal((RunStatus.Quarantined, "looks wrong"), (run.Status, run.Message));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("HELD"));
    }

    [Fact]
    public async Task Duplicate_key_publishes_nothing()
    {
        await SaveAsync("TWICE", Row("AAA", 2020, 1));
        await Assert.ThrowsAsync<PostgresException>(() => SaveAsync("TWICE", Row("AAA", 2020, 2), Row("AAA", 2020, 3)));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("TWICE"));
    }

    [Fact]
    public async Task Failure_in_the_middle_of_the_rows_publishes_nothing()
    {
        await SaveAsync("MIDDLE", Row("AAA", 2020, 1));
        await Assert.ThrowsAsync<SourceException>(() => SaveAsync("MIDDLE", Breaking(), _ => null));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("MIDDLE"));
        Assert.Single(await _bench.Get<VintageQueries>().ListAsync("MIDDLE", Ct));
    }

    [Fact]
    public async Task Run_that_was_marked_as_interrupted_publishes_nothing()
    {
        await SaveAsync("FENCED", Row("AAA", 2020, 1));
        await Assert.ThrowsAsync<RunEndedException>(() => SaveAsync("FENCED", MarkedMeanwhile(), _ => null));
        Assert.Equal(["AAA 2020 1 A"], await _bench.PointsAsync("FENCED"));
    }

    [Fact]
    public async Task Findings_are_stored_with_the_vintage()
    {
        var draft = await DraftAsync("FINDINGS");
        draft.Findings.Add(new("unknown-area", Severity.Error, "Expected a known area, found 'X\0'.", "S", "X", "2020", "a.csv", 7));
        await _bench.Get<VintageStore>().SaveAsync(draft, [Row("AAA", 2020, 1)], _ => null, Ct);
        var finding = Assert.Single(await _bench.Get<RunQueries>().FindingsAsync(draft.RunId, Ct)).Finding;
        Assert.Equal(("unknown-area", "a.csv", 7L), (finding.Code, finding.File, finding.Line));
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

    private static IEnumerable<Observation> Breaking()
    {
        yield return Row("AAA", 2020, 5);
        throw new SourceException("a.csv", 3, "expected a number, found 'x'.");
    }

    private IEnumerable<Observation> MarkedMeanwhile()
    {
        _bench.Get<RunStore>().MarkEarlierAsync("ingest", "FENCED", Ct).GetAwaiter().GetResult();
        yield return Row("AAA", 2020, 5);
    }

    private Task<Vintage> SaveAsync(string source, params Observation[] rows) => SaveAsync(source, rows, _ => null);

    private async Task<Vintage> SaveAsync(string source, IEnumerable<Observation> rows, Func<StagedState, string?> gate) =>
        await _bench.Get<VintageStore>().SaveAsync(await DraftAsync(source), rows, gate, Ct);

    private async Task<VintageDraft> DraftAsync(string source)
    {
        var run = await _bench.Get<RunStore>().StartAsync("ingest", source, "hand", Ct);
        return new(run, Declared.Source(source), "definition", [], null, DateTimeOffset.UnixEpoch, new());
    }

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
