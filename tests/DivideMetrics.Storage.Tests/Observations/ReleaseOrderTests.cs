using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Observations;

/// <summary>Vintages that come in another order than they were released.</summary>
public sealed class ReleaseOrderTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private Bench _bench = null!;
    private int _sources;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog());

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Late_import_of_an_older_release_takes_its_place_and_leaves_the_current_figures()
    {
        await SaveAsync("LATE", Day(2020), Row("AAA", 1), Row("BBB", 1), Row("CCC", 1));
        var newest = await SaveAsync("LATE", Day(2022), Row("AAA", 3), Row("BBB", 1));
        var late = await SaveAsync("LATE", Day(2021), Row("AAA", 2), Row("BBB", 2), Row("DDD", 2));

        Assert.Equal(["AAA 2000 3 A", "BBB 2000 1 A"], await _bench.PointsAsync("LATE"));
        Assert.Equal(["AAA 2000 2 A", "BBB 2000 2 A", "DDD 2000 2 A"], await _bench.PointsAsync("LATE", asOf: late.Id));
        Assert.Equal(["AAA 2000 3 A", "BBB 2000 1 A"], await _bench.PointsAsync("LATE", asOf: newest.Id));
        Assert.Equal(new Difference(1, 2, 1) { Revised = 2 }, late.Difference);
        Assert.Contains("the current figures did not change", (await _bench.LastRunAsync("LATE")).Message);
    }

    [Fact]
    public async Task Series_that_a_late_release_lacks_keeps_its_points_in_it()
    {
        await SaveAsync("LACKS", Day(2020), Row("AAA", 1), Row("AAA", 7, code: "T"));
        await SaveAsync("LACKS", Day(2022), Row("AAA", 1), Row("AAA", 9, code: "T"));
        var late = await SaveAsync("LACKS", Day(2021), Row("AAA", 2));
        Assert.Equal(["AAA 2000 7 A"], await _bench.PointsAsync("LACKS", "T", late.Id));
    }

    [Fact]
    public async Task State_as_of_a_day_goes_by_release_and_as_seen_by_publication()
    {
        var first = await SaveAsync("DAYS", Day(2020), Row("AAA", 1));
        var newest = await SaveAsync("DAYS", Day(2022), Row("AAA", 3));
        var late = await SaveAsync("DAYS", Day(2021), Row("AAA", 2));
        var today = DateOnly.FromDateTime(late.PublishedAt!.Value.UtcDateTime);

        Assert.Equal(newest.Id, await StateAsync("DAYS", ReadAt.Now));
        Assert.Equal(late.Id, await StateAsync("DAYS", new(Day(2021).AddDays(1), null)));
        Assert.Equal(first.Id, await StateAsync("DAYS", new(Day(2021).AddDays(-1), null)));
        Assert.Null(await StateAsync("DAYS", new(Day(2020).AddDays(-1), null)));
        Assert.Equal(newest.Id, await StateAsync("DAYS", new(null, today)));
        Assert.Null(await StateAsync("DAYS", new(null, today.AddDays(-1))));
    }

    [Fact]
    public async Task Retrieval_without_a_release_date_by_a_clock_that_stepped_back_is_still_the_newest()
    {
        var first = await SaveAsync("CLOCK", Day(2024), Row("AAA", 1));
        var next = await SaveAsync("CLOCK", released: null, Row("AAA", 2));
        Assert.Equal((first.ReleaseDate, null), (next.ReleaseDate, next.Released));
        Assert.True(next.Position > first.Position && next.PublishedAt >= first.PublishedAt);
        Assert.Equal(["AAA 2000 2 A"], await _bench.PointsAsync("CLOCK"));
    }

    [Fact]
    public async Task Publication_is_never_dated_before_the_one_before_it()
    {
        var first = await SaveAsync("BACK", Day(2020), Row("AAA", 1));
        var stepped = new VintageStore(_bench.Get<Npgsql.NpgsqlDataSource>(), _bench.Get<StateFiles>(), new SteppedClock(first.PublishedAt!.Value.AddDays(-3)));
        var next = await stepped.SaveAsync(await _bench.PrepareAsync(await _bench.DraftAsync("BACK", Day(2021)), [Row("AAA", 2)]), Ct);
        Assert.Equal(first.PublishedAt, next.PublishedAt);
        Assert.Equal(next.Id, await StateAsync("BACK", new(null, DateOnly.FromDateTime(first.PublishedAt.Value.UtcDateTime))));
    }

    [Fact]
    public async Task History_of_a_point_says_over_which_releases_each_value_held()
    {
        var first = await SaveAsync("POINT", Day(2020), Row("AAA", 1) with { Place = new(0, 12) });
        var third = await SaveAsync("POINT", Day(2022), Row("AAA", 3));
        await SaveAsync("POINT", Day(2019), Row("BBB", 5));
        var second = await SaveAsync("POINT", Day(2021), Row("AAA", 2));

        var held = await _bench.Get<ObservationQueries>().HistoryAsync("POINT", new("S"), "AAA", 2000, Ct);
        Assert.Equal(
            [(1d, first.Id, second.Id), (2d, second.Id, third.Id), (3d, third.Id, (long?)null)],
            held.Select(value => (value.Observation.Value!.Value, value.From, value.To)));
        Assert.Equal((first.Id, new RowPlace(0, 12)), (held[0].Vintage, held[0].Observation.Place));
    }

    [Fact]
    public async Task Value_that_came_back_keeps_the_vintage_whose_bytes_say_it()
    {
        var first = await SaveAsync("ORIGIN", Day(2020), Row("AAA", 1));
        await SaveAsync("ORIGIN", Day(2022), Row("AAA", 1));
        await SaveAsync("ORIGIN", Day(2021), Row("AAA", 2));
        var current = Assert.Single(await _bench.Get<ObservationQueries>().ReadAsync("ORIGIN", "S", null, Ct));
        Assert.Equal((1d, first.Id), (current.Observation.Value, current.Vintage));
    }

    [Fact]
    public async Task Trial_is_kept_with_its_counts_and_changes_nothing()
    {
        await SaveAsync("TRIAL", Day(2020), Row("AAA", 1));
        var draft = await _bench.DraftAsync("TRIAL", Day(2021)) with { Dry = true };
        var trial = await _bench.SaveAsync(draft, [Row("AAA", 2), Row("BBB", 1)]);
        Assert.Equal(("trial", new Difference(1, 1, 0) { Revised = 1 }, false), (trial.Status, trial.Difference, trial.IsPublished));
        Assert.Equal((RunStatus.Trial, trial.Difference), ((await _bench.LastRunAsync("TRIAL")).Status, (await _bench.LastRunAsync("TRIAL")).Difference));
        Assert.Equal(["AAA 2000 1 A"], await _bench.PointsAsync("TRIAL"));
    }

    private static Gen<List<(int Day, List<(string Area, string Series, int Value)> Points)>> Releases { get; } = Gen.Select(
        Gen.Int[0, 9],
        Gen.Select(
            Gen.Int[0, 2].Select(index => new[] { "AAA", "BBB", "CCC" }[index]), Gen.Bool.Select(first => first ? "S" : "T"), Gen.Int[0, 2]).List[0, 5]).List[1, 9];

    /// <summary>
    /// The law of the store: the state of a vintage is that of the release before it when it was published, with its own rows in place of
    /// the series that it has; and no later publication changes it.
    /// </summary>
    [Fact]
    public async Task State_of_every_vintage_is_what_a_naive_model_says_whatever_the_order() => await Releases
        .SampleAsync(
            async releases =>
            {
                var source = $"LAW_{Interlocked.Increment(ref _sources)}";
                var model = new List<(Vintage Vintage, SortedDictionary<string, int> State)>();
                foreach (var (day, points) in releases)
                {
                    var rows = points.DistinctBy(point => (point.Item1, point.Item2)).ToList();
                    var vintage = await SaveAsync(source, Day(2000 + day), [.. rows.Select(point => Row(point.Item1, point.Item3, point.Item2))]);
                    model.Add((vintage, StateAfter(model, vintage, rows)));
                    await AssertAsync(source, model);
                }
            },
            iter: 25,
            threads: 1);

    private static SortedDictionary<string, int> StateAfter(
        List<(Vintage Vintage, SortedDictionary<string, int> State)> model, Vintage vintage, List<(string Area, string Series, int Value)> rows)
    {
        var before = model.Where(known => known.Vintage.Position < vintage.Position)
            .OrderByDescending(known => known.Vintage.Position).Select(known => known.State).FirstOrDefault() ?? [];
        var has = rows.Select(row => row.Series).ToHashSet();
        var state = new SortedDictionary<string, int>(before.Where(point => !has.Contains(point.Key[..1])).ToDictionary(), StringComparer.Ordinal);
        foreach (var (area, series, value) in rows)
        {
            state[$"{series} {area}"] = value;
        }

        return state;
    }

    private async Task AssertAsync(string source, List<(Vintage Vintage, SortedDictionary<string, int> State)> model)
    {
        foreach (var (vintage, state) in model)
        {
            var table = await _bench.Get<ObservationQueries>().TableAsync(source, vintage, new(), Ct);
            Assert.Equal(state.ToList(), Sorted(table));
        }

        var current = await _bench.Get<ObservationQueries>().TableAsync(source, null, new(), Ct);
        Assert.Equal(model.MaxBy(known => known.Vintage.Position).State.ToList(), Sorted(current));
    }

    private static List<KeyValuePair<string, int>> Sorted(ObservationTable table) => table.Rows()
        .Select(row => KeyValuePair.Create($"{row.Series.Code} {row.Area}", (int)row.Value!.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();

    private static DateOnly Day(int year) => new(year, 7, 1);

    private static Observation Row(string area, double value, string code = "S") => new(new(code), area, 2000, value);

    private async Task<Vintage> SaveAsync(string source, DateOnly? released, params Observation[] rows) =>
        await _bench.SaveAsync(await _bench.DraftAsync(source, released), rows);

    private async Task<long?> StateAsync(string source, ReadAt at) =>
        (await _bench.Get<VintageQueries>().StateAsync(at, Ct)).FirstOrDefault(vintage => vintage.Source == source)?.Id;

    private sealed class SteppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
