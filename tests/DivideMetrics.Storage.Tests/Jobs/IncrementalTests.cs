using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary>A new vintage recomputes what depends on it and nothing else.</summary>
public sealed class IncrementalTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SourceDefinition Source = Declared.Source("A") with
    {
        Series = [new("S", "S", "PT", 0, 100), new("T", "T", "PT", 0, 100)],
        Options = new Dictionary<string, string>(Declared.Source("A").Options.Where(option => option.Key != "series")) { ["series-column"] = "series" },
    };

    private static readonly Indicator Weighing = Declared.Indicator("weighing", new IndicatorSeries("A", "T"));
    private static readonly Indicator Weighed = Declared.Indicator("weighed", new IndicatorSeries("B", "S")) with
    {
        Weights = "weighing", Measures = ["people-offline"], Min = 0, Max = 100, Direction = Direction.Up,
    };
    private static readonly Indicator Alone = Declared.Indicator("alone", new IndicatorSeries("A", "S"));

    private static readonly Catalog Seeds = new(Declared.Areas, [Weighing, Weighed, Alone], [Source, Declared.Source("B")], "test");

    private string _database = "";
    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Ct);
        _bench = await Bench.OpenAsync(_database, Seeds);
        await TakeAsync("A", "AAA,2020,1,A,S", "AAA,2020,10,A,T");
        _bench.Write("B.csv", "area,year,value,status", "AAA,2020,50,A");
        await _bench.IngestAsync("B");
        await _bench.ComputeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await postgres.DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task Change_of_one_series_leaves_the_indicators_of_the_others_as_they_were()
    {
        var before = await PartsAsync();
        await TakeAsync("A", "AAA,2020,2,A,S", "AAA,2020,10,A,T");
        var run = await _bench.ComputeAsync();
        var after = await PartsAsync();

        Assert.Equal(["alone"], Changed(before, after));
        Assert.Equal((0, 1, 0), (run.Difference.Created, run.Difference.Updated, run.Difference.Withdrawn));
        Assert.NotEqual(before["weighing"].Vintages, after["weighing"].Vintages);
        Assert.Equal([2], await ValuesAsync("alone"));
        Assert.Equal([10], await ValuesAsync("weighing"));
    }

    [Fact]
    public async Task Change_of_the_weights_reaches_what_is_weighed()
    {
        var before = await PartsAsync();
        await TakeAsync("A", "AAA,2020,1,A,S", "AAA,2020,11,A,T");
        await _bench.ComputeAsync();

        Assert.Equal(["weighed", "weighing"], Changed(before, await PartsAsync()));
    }

    [Fact]
    public async Task Value_that_comes_back_is_shown_again()
    {
        await TakeAsync("A", "AAA,2020,2,A,S", "AAA,2020,10,A,T");
        await _bench.ComputeAsync();
        await TakeAsync("A", "AAA,2020,1,A,S", "AAA,2020,10,A,T");
        await _bench.ComputeAsync();

        Assert.Equal([1], await ValuesAsync("alone"));
    }

    [Fact]
    public async Task Small_change_leads_to_what_a_computation_of_everything_says()
    {
        await TakeAsync("A", "AAA,2020,2,A,S", "AAA,2020,10,A,T");
        await _bench.ComputeAsync();
        _bench.Write("B.csv", "area,year,value,status", "AAA,2020,60,A");
        await _bench.IngestAsync("B");
        await _bench.ComputeAsync();
        var small = await SaidAsync(_bench);
        Assert.NotEmpty(small);

        var elsewhere = await postgres.CreateDatabaseAsync(Ct);
        await using (var whole = await Bench.OpenAsync(elsewhere, Seeds))
        {
            foreach (var source in new[] { "A", "B" })
            {
                File.Copy(Path.Combine(_bench.Data, $"{source}.csv"), Path.Combine(whole.Data, $"{source}.csv"));
                await whole.IngestAsync(source);
            }

            await whole.ComputeAsync();
            Assert.Equal(small, await SaidAsync(whole));
        }

        await postgres.DropDatabaseAsync(elsewhere);
    }

    [Theory]
    [InlineData("alone", "alone")]
    [InlineData("weighing", "weighing")]
    public async Task Another_declaration_recomputes_its_indicator_alone(string declared, string expected)
    {
        var before = await PartsAsync();
        var indicators = Seeds.Indicators.Select(one => one.Id == declared ? one with { Breaks = [new(2020, null, "a new method")] } : one).ToList();
        await using var other = await Bench.OpenAsync(_database, Seeds with { Indicators = indicators, Fingerprint = "another" });
        await other.ComputeAsync();

        Assert.Equal([expected], Changed(before, await PartsAsync()));
    }

    [Fact]
    public async Task Indicator_that_is_declared_no_longer_ends_with_the_next_computation()
    {
        await using var other = await Bench.OpenAsync(_database, Seeds with { Indicators = [Weighing, Alone], Fingerprint = "another" });
        var run = await other.ComputeAsync();

        Assert.Equal((RunStatus.Published, 2), (run.Status, run.Difference.Withdrawn));
        Assert.Equal(["alone", "weighing"], (await PartsAsync()).Keys.Order());
        Assert.Empty(await ValuesAsync("weighed"));
    }

    [Fact]
    public async Task Part_names_the_vintages_of_its_own_series_and_of_its_weights()
    {
        var parts = await PartsAsync();
        var state = (await _bench.Get<VintageQueries>().StateAsync(ReadAt.Now, Ct)).ToDictionary(vintage => vintage.Source, vintage => vintage.Id);

        Assert.Equal([state["A"]], parts["alone"].Vintages);
        Assert.Equal(new[] { state["A"], state["B"] }.Order(), parts["weighed"].Vintages);
    }

    [Fact]
    public async Task Failure_of_one_indicator_publishes_nothing()
    {
        var before = (await _bench.Get<ComputationQueries>().LatestAsync(null, Ct))!;
        var broken = Alone with { Measures = ["no-such-measure"] };
        await using var other = await Bench.OpenAsync(_database, Seeds with { Indicators = [Weighing, broken], Fingerprint = "broken" });
        await Assert.ThrowsAsync<ArgumentException>(() => other.Get<ComputeGapsJob>().RunAsync("hand", Ct));

        Assert.Equal(before.Id, (await _bench.Get<ComputationQueries>().LatestAsync(null, Ct))!.Id);
        Assert.Equal([1], await ValuesAsync("alone"));
        Assert.Equal([50], await ValuesAsync("weighed"));
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(Bench bench)
    {
        var queries = bench.Get<ComputationQueries>();
        var said = await queries.GapsOfIndicatorAsync((await queries.LatestAsync(null, Ct))!.Id, "weighed", Ct);
        return [.. said.Select(gap => gap.ToString())];
    }

    private async Task TakeAsync(string source, params string[] rows)
    {
        _bench.Write($"{source}.csv", ["area,year,value,status,series", .. rows]);
        Assert.Equal(RunStatus.Published, (await _bench.IngestAsync(source)).Status);
    }

    private async Task<IReadOnlyDictionary<string, ComputationPart>> PartsAsync() =>
        await _bench.Get<ComputationQueries>().PartsAsync((await _bench.Get<ComputationQueries>().LatestAsync(null, Ct))!.Id, Ct);

    private async Task<IEnumerable<double?>> ValuesAsync(string indicator)
    {
        var queries = _bench.Get<ComputationQueries>();
        return (await queries.FiguresOfIndicatorAsync((await queries.LatestAsync(null, Ct))!.Id, indicator, Ct)).Select(figure => figure.Value);
    }

    private static IEnumerable<string> Changed(
        IReadOnlyDictionary<string, ComputationPart> before, IReadOnlyDictionary<string, ComputationPart> after) =>
        after.Where(part => before[part.Key].Inputs != part.Value.Inputs).Select(part => part.Key).Order(StringComparer.Ordinal);
}
