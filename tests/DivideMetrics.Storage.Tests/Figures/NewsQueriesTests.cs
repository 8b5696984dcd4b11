using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Figures;

/// <summary>Each test has indicators of its own; those of the others end with its first publication.</summary>
public sealed class NewsQueriesTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private const string Progress = "progress-unsd-2023";

    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NewsQueries News => _bench.Get<NewsQueries>();

    public async ValueTask InitializeAsync() => _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog());

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Category_that_became_another_is_told_from_those_that_stayed_came_and_went()
    {
        var first = await PublishAsync("a", [], [Gap("a", "AAA", 2020, "fair"), Gap("a", "BBB", 2020, "met"), Gap("a", "CCC", 2020, "stagnation")]);
        var second = await PublishAsync(
            "a", [], [Gap("a", "AAA", 2020, "fair"), Gap("a", "AAA", 2021, "on-track"), Gap("a", "BBB", 2021, "met"), Gap("a", "DDD", 2021, "not-assessable")]);

        Assert.Equal(
            [
                new(second, "a", "AAA", "fair", "on-track"), new(second, "a", "CCC", "stagnation", null), new(second, "a", "DDD", null, "not-assessable"),
            ],
            await News.CategoryChangesAsync(Progress, new(["a"], null), [first, second], Ct));
        Assert.Equal(
            [new(second, "a", "AAA", "fair", "on-track")], await News.CategoryChangesAsync(Progress, new(["a", "z"], "AAA"), [second], Ct));
        Assert.Empty(await News.CategoryChangesAsync(Progress, new(["a"], null), [first], Ct));
        Assert.Empty(await News.CategoryChangesAsync("progress-linear", new(["a"], null), [first, second], Ct));
        Assert.Empty(await News.CategoryChangesAsync(Progress, new(["z"], null), [first, second], Ct));
    }

    [Fact]
    public async Task Indicator_that_begins_or_ends_changes_no_category()
    {
        await PublishAsync("b", [], [Gap("b", "AAA", 2020, "fair")]);
        var second = await PublishAsync("c", [], [Gap("c", "AAA", 2020, "met")]);

        Assert.Empty(await News.CategoryChangesAsync(Progress, new(["b", "c"], null), [second], Ct));
    }

    [Fact]
    public async Task Only_what_is_said_of_both_sexes_is_told()
    {
        await PublishAsync("d", [], [Gap("d", "AAA", 2020, "fair") with { Sex = Sex.Female }]);
        var second = await PublishAsync("d", [], [Gap("d", "AAA", 2020, "met") with { Sex = Sex.Female }]);

        Assert.Empty(await News.CategoryChangesAsync(Progress, new(["d"], null), [second], Ct));
    }

    [Fact]
    public async Task Series_of_figures_come_with_what_stood_before()
    {
        var first = await PublishAsync("e", [Figure("e", "AAA", 2020, 1), Figure("e", "BBB", 2020, 2), Figure("e", "CCC", 2020, 3)], []);
        var second = await PublishAsync("e", [Figure("e", "AAA", 2020, 1.5), Figure("e", "BBB", 2020, 2), Figure("e", "DDD", 2020, 4)], []);

        Assert.Equal(
            [(second, "AAA", 1, 1.5), (second, "CCC", 3, null), (second, "DDD", null, 4)],
            Told(await News.FigureEditionsAsync(new(["e"], null), [second], Ct)));
        Assert.Equal([(second, "CCC", 3, null)], Told(await News.FigureEditionsAsync(new(["e"], "CCC"), [second], Ct)));
        Assert.Equal(
            [(first, "AAA", null, 1), (first, "BBB", null, 2), (first, "CCC", null, 3)], Told(await News.FigureEditionsAsync(new(["e"], null), [first], Ct)));
        Assert.Equal(first, (await News.BeginningsAsync(["e", "z"], Ct)).Single().Value);
    }

    [Fact]
    public async Task Computations_are_steps_from_the_one_before()
    {
        var first = await PublishAsync("f", [Figure("f", "AAA", 2020, 1)], []);
        var second = await PublishAsync("f", [Figure("f", "AAA", 2020, 2)], [], method: "2");

        var steps = await News.StepsAsync(null, 2, Ct);

        Assert.Equal([second, first], steps.Select(step => step.Id));
        Assert.Equal((first, "2", "1", 1L, false), (steps[0].Before, steps[0].MethodVersion, steps[0].MethodBefore, steps[0].Figures, steps[0].IsFirst));
        Assert.Equal(first, (await News.StepsAsync(second, 1, Ct))[0].Id);
        Assert.True((await News.StepsAsync(null, int.MaxValue, Ct))[^1].IsFirst);
    }

    [Fact]
    public async Task Computations_that_did_not_touch_what_is_asked_for_are_left_out()
    {
        var first = await PublishAsync("g", [Figure("g", "AAA", 2020, 1)], [Gap("g", "BBB", 2020, "fair")]);
        var second = await PublishAsync("g", [Figure("g", "AAA", 2020, 1)], [Gap("g", "BBB", 2020, "met")]);
        var third = await PublishAsync("g", [Figure("g", "AAA", 2020, 2)], [Gap("g", "BBB", 2020, "met")]);

        Assert.Equal([third, second, first], await StepsOfAsync(new(["g"], null), null, 10));
        Assert.Equal([third, first], await StepsOfAsync(new(["g"], "AAA"), null, 10));
        Assert.Equal([second, first], await StepsOfAsync(new(["g"], "BBB"), null, 10));
        Assert.Equal([second], await StepsOfAsync(new(["g"], null), third, 1));
        Assert.Empty(await StepsOfAsync(new(["z"], null), null, 10));
        Assert.Equal(second, (await News.StepsAsync(new(["g"], "AAA"), Progress, null, 1, Ct))[0].Before);
    }

    private async Task<IEnumerable<long>> StepsOfAsync(NewsScope scope, long? before, int most) =>
        (await News.StepsAsync(scope, Progress, before, most, Ct)).Select(step => step.Id);

    private static IEnumerable<(long Computation, string Area, double? Old, double? New)> Told(IReadOnlyList<FigureEdition> editions) => editions
        .Select(edition => (edition.Computation, (edition.New ?? edition.Old)!.Area, edition.Old?.Values[0], edition.New?.Values[0]))
        .OrderBy(edition => edition.Area, StringComparer.Ordinal);

    private static Gap Gap(string indicator, string subject, int year, string category) =>
        new(Progress, indicator, subject, Sex.Total, year, 0.5, Category: category);

    private static Figure Figure(string indicator, string area, int year, double value) =>
        new(indicator, area, Sex.Total, year, value, ObsStatus.A, "A", 1);

    private async Task<long> PublishAsync(string indicator, IReadOnlyList<Figure> figures, IReadOnlyList<Gap> gaps, string method = "1")
    {
        var run = await _bench.Get<RunStore>().StartAsync("compute-gaps", null, "hand", Ct);
        var computed = new ComputedIndicator(indicator, FigureSeries.Pack(figures), GapSeries.Pack(gaps));
        var (computation, _) = await _bench.Get<ComputationStore>().PublishAsync(
            new(run, $"inputs of {run}", method, [1], [new(indicator, $"inputs of {run}", [1])]), new[] { computed }.ToAsyncEnumerable(), Ct);
        return computation.Id;
    }
}
