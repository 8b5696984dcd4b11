using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>
/// Source × fault, through the real pipeline: a provider on loopback, HTTP, adapter, gate, PostgreSQL. In every cell readers see the old
/// state wholly or the new state wholly, and the run says what happened.
/// </summary>
public sealed class FaultMatrixTests(FaultBenches benches) : IClassFixture<FaultBenches>
{
    /// <summary>Every cell: adapter and fault.</summary>
    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var provider in ProviderDouble.All)
        {
            foreach (var fault in FaultList.All().Where(fault => provider.SendsZip || !fault.ZipOnly))
            {
                cells.Add(provider.Adapter, fault.Name);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Published_state_is_wholly_old_or_wholly_new(string adapter, string fault)
    {
        var bench = await benches.OfAsync(adapter);
        await bench.HealthyAsync();
        var before = await bench.SeenAsync();
        var kind = FaultList.All().Single(one => one.Name == fault);
        var edition = kind.Table(bench.Next());

        var run = await bench.IngestAsync(edition, kind);

        var after = await bench.SeenAsync();
        var ending = bench.Provider.EndingOf(fault) ?? kind.Ending;
        Assert.True(ending.Allows(run.Status), $"Expected {ending.Status}, found {run.Status}: {run.Message}");
        Assert.Contains(ending.Says ?? "", run.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(run.Status == RunStatus.Published ? bench.Expected(edition, before) : before.Points, after.Points);
        Assert.Equal(run.Status == RunStatus.Published ? run.Vintage : before.Vintage, after.Vintage);
        Assert.Contains(ending.Finding ?? "", await bench.FindingsAsync(run));
    }

    /// <summary>A new adapter that asks over the network needs a double.</summary>
    [Fact]
    public async Task Every_adapter_has_its_row_in_the_matrix()
    {
        var bench = await benches.OfAsync(ProviderDouble.All[0].Adapter);
        Assert.Equal(
            bench.Bench.Get<DivideMetrics.Sources.SourceRegistry>().Keys,
            ProviderDouble.All.Select(provider => provider.Adapter).Order(StringComparer.Ordinal));
    }
}

/// <summary>The benches of all sources, each opened when its first cell asks for it.</summary>
public sealed class FaultBenches(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly Dictionary<string, (FaultBench Bench, string Database)> _open = new(StringComparer.Ordinal);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<FaultBench> OfAsync(string adapter)
    {
        if (!_open.TryGetValue(adapter, out var open))
        {
            var database = await postgres.CreateDatabaseAsync();
            open = (await FaultBench.OpenAsync(ProviderDouble.All.Single(provider => provider.Adapter == adapter), database), database);
            _open[adapter] = open;
        }

        return open.Bench;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (bench, database) in _open.Values)
        {
            await bench.DisposeAsync();
            await postgres.DropDatabaseAsync(database);
        }
    }
}
