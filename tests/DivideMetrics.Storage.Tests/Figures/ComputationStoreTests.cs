using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Figures;

public sealed class ComputationStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly Coverage Whole = new(2, 3, 0.75, 0.25);

    private Bench _bench = null!;
    private long _vintage;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ComputationQueries Queries => _bench.Get<ComputationQueries>();

    public async ValueTask InitializeAsync()
    {
        _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog());
        var run = await _bench.Get<RunStore>().StartAsync("ingest", "A", "hand", Ct);
        var draft = new VintageDraft(run, Declared.Source("A"), "d", [], null, DateTimeOffset.UnixEpoch, new());
        _vintage = (await _bench.SaveAsync(draft, [])).Id;
    }

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Published_figures_and_measures_come_back_as_they_were()
    {
        var figure = Figure("AAA", 2020, 1.5, ObsStatus.E) with { Sex = Sex.Female };
        Gap[] gaps =
        [
            new("mean-weighted", "i", "WLD", Sex.Total, 2020, 63.5, 60, 65, "met", "a remark", Whole),
            new("people-offline", "i", "AAA", Sex.Total, 2020, null, Reason: "no population"),
        ];
        var id = await PublishAsync([figure], gaps);
        Assert.Equal([figure], await Queries.FiguresOfIndicatorAsync(id, "i", Ct));
        Assert.Equal(gaps, await Queries.GapsOfIndicatorAsync(id, "i", Ct));
        Assert.Equal([gaps[1]], await Queries.GapsOfSubjectAsync(id, "AAA", Ct));
    }

    [Fact]
    public async Task Older_computation_is_still_read_whole_after_a_newer_one()
    {
        var older = await PublishAsync([Figure("AAA", 2020, 1), Figure("BBB", 2020, 2)], [Gap("AAA", 5)]);
        var newer = await PublishAsync([Figure("AAA", 2020, 1.1)], [Gap("AAA", 6), Gap("BBB", 7)]);
        Assert.Equal([1, 2], (await Queries.FiguresOfIndicatorAsync(older, "i", Ct)).Select(figure => figure.Value));
        Assert.Equal([1.1], (await Queries.FiguresOfIndicatorAsync(newer, "i", Ct)).Select(figure => figure.Value));
        Assert.Equal([5], (await Queries.GapsOfIndicatorAsync(older, "i", Ct)).Select(gap => gap.Value));
        Assert.Equal([6, 7], (await Queries.GapsOfIndicatorAsync(newer, "i", Ct)).Select(gap => gap.Value));
    }

    [Fact]
    public async Task Failure_in_the_middle_leaves_the_state_before()
    {
        var before = await PublishAsync([Figure("AAA", 2020, 1)], [Gap("AAA", 5)]);
        var run = await StartAsync();
        await Assert.ThrowsAsync<PostgresException>(() => PublishAsync(
            run, [Part("i"), Part("j")], [Computed("i", [Figure("AAA", 2020, 2)], []), Computed("j", [], [Packed("AAA", 6), Packed("AAA", 7)])]));
        Assert.Equal(before, (await Queries.LatestAsync(null, Ct))!.Id);
        Assert.Equal([1], (await Queries.FiguresOfIndicatorAsync(before + 1, "i", Ct)).Select(figure => figure.Value));
    }

    [Fact]
    public async Task Interrupted_run_publishes_nothing()
    {
        var before = await PublishAsync([Figure("AAA", 2020, 1)], []);
        var run = await _bench.Get<RunStore>().StartAsync("compute-gaps", null, "hand", Ct);
        await _bench.Get<RunStore>().MarkEarlierAsync("compute-gaps", null, Ct);
        await Assert.ThrowsAsync<RunEndedException>(() => PublishAsync(run, [Figure("AAA", 2020, 2)], []));
        Assert.Equal(before, (await Queries.LatestAsync(null, Ct))!.Id);
    }

    [Fact]
    public async Task Newest_computation_until_a_moment_is_found()
    {
        var id = await PublishAsync([Figure("AAA", 2020, 1)], []);
        var computation = await Queries.LatestAsync(null, Ct);
        Assert.Equal(id, (await Queries.LatestAsync(computation!.PublishedAt, Ct))!.Id);
        Assert.Null(await Queries.LatestAsync(DateTimeOffset.UnixEpoch, Ct));
    }

    [Fact]
    public async Task Computation_is_found_by_its_inputs_and_the_first_one_stays_the_first()
    {
        var id = await PublishAsync([Figure("AAA", 2020, 1)], []);
        var computation = (await Queries.LatestAsync(null, Ct))!;
        await PublishAsync([Figure("AAA", 2020, 2)], []);
        Assert.Equal(id, (await Queries.WithInputsAsync(computation.Inputs, Ct))!.Id);
        Assert.Null(await Queries.WithInputsAsync("inputs of nothing", Ct));
        Assert.True((await Queries.FirstAsync(Ct))!.Id <= id);
    }

    private static Gap Gap(string subject, double value) => new("gap-to-goal", "i", subject, Sex.Total, 2020, value);

    private Figure Figure(string area, int year, double value, ObsStatus status = ObsStatus.A) =>
        new("i", area, Sex.Total, year, value, status, "A", _vintage);

    [Fact]
    public async Task Same_series_is_written_once_and_a_changed_year_replaces_its_series_alone()
    {
        await PublishAsync([Figure("AAA", 2020, 1)], [Gap("AAA", 5), Gap("AAA", 6) with { Year = 2021 }, Gap("BBB", 7)]);
        var again = await WrittenAsync([Figure("AAA", 2020, 1)], [Gap("BBB", 7), Gap("AAA", 6) with { Year = 2021 }, Gap("AAA", 5)]);
        Assert.True(again.IsEmpty);
        var changed = await WrittenAsync([Figure("AAA", 2020, 1)], [Gap("AAA", 5), Gap("AAA", 6.1) with { Year = 2021 }, Gap("CCC", 7)]);
        Assert.Equal((1, 1, 1), (changed.Created, changed.Updated, changed.Withdrawn));
    }

    [Fact]
    public async Task Value_of_another_vintage_is_no_change()
    {
        await PublishAsync([Figure("AAA", 2020, 1)], []);
        Assert.True((await WrittenAsync([Figure("AAA", 2020, 1) with { Vintage = _vintage + 1 }], [])).IsEmpty);
    }

    [Fact]
    public async Task Indicator_that_is_not_computed_anew_stays_as_it_was()
    {
        await PublishAsync(await StartAsync(), [Part("i"), Part("j")], [Computed("i", [Figure("AAA", 2020, 1)], [Packed("AAA", 5)]), Computed("j", [], [])]);
        var (computation, _) = await PublishAsync(await StartAsync(), [Part("i"), Part("j", "other inputs")], [Computed("j", [], [])]);
        Assert.Equal((1, 1), (computation.Figures, computation.Gaps));
        Assert.Equal([5], (await Queries.GapsOfIndicatorAsync(computation.Id, "i", Ct)).Select(gap => gap.Value));
        Assert.Equal("other inputs", (await Queries.PartsAsync(computation.Id, Ct))["j"].Inputs);
        Assert.Equal("inputs", (await Queries.PartsAsync(computation.Id - 1, Ct))["j"].Inputs);
    }

    [Fact]
    public async Task Indicator_with_other_inputs_must_be_computed()
    {
        await PublishAsync([Figure("AAA", 2020, 1)], []);
        var run = await StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => PublishAsync(run, [Part("i", "inputs never published")], []));
    }

    [Fact]
    public async Task Indicator_that_is_declared_no_longer_ends()
    {
        var before = await PublishAsync([Figure("AAA", 2020, 1)], [Gap("AAA", 5)]);
        var (computation, difference) = await PublishAsync(await StartAsync(), [Part("j")], [Computed("j", [], [])]);
        Assert.Equal(2, difference.Withdrawn);
        Assert.Empty(await Queries.FiguresOfIndicatorAsync(computation.Id, "i", Ct));
        Assert.Empty(await Queries.GapsOfSubjectAsync(computation.Id, "AAA", Ct));
        Assert.Single(await Queries.GapsOfSubjectAsync(before, "AAA", Ct));
        Assert.Equal(["j"], (await Queries.PartsAsync(computation.Id, Ct)).Keys);
    }

    [Fact]
    public async Task Only_the_measures_that_are_asked_for_are_read()
    {
        var id = await PublishAsync([], [Gap("AAA", 5), Gap("AAA", 6) with { Measure = "gini" }]);
        Assert.Equal(["gini"], (await Queries.GapSeriesOfIndicatorAsync(id, "i", ["gini"], Ct)).Select(series => series.Measure));
    }

    [Fact]
    public async Task Part_is_found_by_its_inputs()
    {
        var inputs = $"inputs {Guid.NewGuid()}";
        var (computation, _) = await PublishAsync(await StartAsync(), [Part("i", inputs)], [Computed("i", [], [])]);
        Assert.Equal(computation.Id, await Queries.WithPartAsync("i", inputs, Ct));
        Assert.Null(await Queries.WithPartAsync("j", inputs, Ct));
    }

    private ComputationPart Part(string indicator, string inputs = "inputs") => new(indicator, inputs, [_vintage]);

    private static GapSeries Packed(string subject, double value) => GapSeries.Pack([Gap(subject, value) with { Indicator = "j" }])[0];

    private static ComputedIndicator Computed(string indicator, IReadOnlyList<Figure> figures, IReadOnlyList<GapSeries> gaps) =>
        new(indicator, FigureSeries.Pack(figures), gaps);

    private Task<long> StartAsync() => _bench.Get<RunStore>().StartAsync("compute-gaps", null, "hand", Ct);

    private async Task<Difference> WrittenAsync(IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps) =>
        (await PublishAsync(await StartAsync(), [Part("i")], [Computed("i", figures, GapSeries.Pack(gaps))])).Difference;

    private async Task<long> PublishAsync(IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps) => await PublishAsync(await StartAsync(), figures, gaps);

    private async Task<long> PublishAsync(long run, IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps) =>
        (await PublishAsync(run, [Part("i")], [Computed("i", figures, GapSeries.Pack(gaps))])).Computation.Id;

    private Task<(Computation Computation, Difference Difference)> PublishAsync(
        long run, ComputationPart[] parts, ComputedIndicator[] computed) =>
        _bench.Get<ComputationStore>().PublishAsync(new(run, $"inputs of {run}", "1", [_vintage], parts), computed.ToAsyncEnumerable(), Ct);
}
