using DivideMetrics.ImportHost;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary>Ends of an import that an adapter or the program's stop brings about.</summary>
public sealed class IngestInterruptionTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private readonly HeldSource _held = new() { Content = "first" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_of_the_program_interrupts_the_run_and_publishes_nothing()
    {
        await using var bench = await OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        _held.AtHalf = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Get<IngestJob>().RunAsync(HeldSource.Id, "hand", stop.Token));
        Assert.Equal(RunStatus.Interrupted, (await bench.LastRunAsync(HeldSource.Id)).Status);
        Assert.Empty(await bench.PointsAsync(HeldSource.Id));
    }

    [Fact]
    public async Task Defect_in_an_adapter_fails_the_run_with_its_message()
    {
        await using var bench = await OpenAsync();
        _held.AtHalf = () => throw new InvalidOperationException("a defect");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.IngestAsync(HeldSource.Id));
        var run = await bench.LastRunAsync(HeldSource.Id);
        Assert.Equal((RunStatus.Failed, "a defect"), (run.Status, run.Message));
    }

    [Fact]
    public void Rows_that_the_store_cannot_take_become_findings()
    {
        var sink = new FindingSink();
        var key = new SeriesKey("S");
        Observation[] rows =
        [
            new(key, "AAA", 2020, 1), new(key, "BBB", 2020, double.NaN), new(key, "CCC", 2020, null),
            new(key, "DDD", 2020, 3, ObsStatus.O), new(key, "EEE", 2020, 101),
        ];
        var passed = new RowChecks(Declared.Source("X"), sink).Passing(rows, Ct).ToList();
        Assert.Equal([rows[0]], passed);
        Assert.Equal(
            ["not-a-number", "status-conflict", "status-conflict", "out-of-bounds"], sink.Kept.Select(finding => finding.Code));
    }

    [Fact]
    public void Fingerprint_changes_with_the_adapter_the_declaration_and_spellings_and_not_with_the_order_of_options()
    {
        var source = Declared.Source("X");
        var turned = source with { Options = source.Options.Reverse().ToDictionary() };
        var catalog = new Catalog(Declared.Areas, [], [source], "test");
        var spelt = catalog with { Areas = new(Declared.Areas.All, [], [], [new("A country", "AAA")], []) };
        string[] prints =
        [
            SourceFingerprint.Of(source, 1, catalog), SourceFingerprint.Of(turned, 1, catalog), SourceFingerprint.Of(source with { Limits = new(0.1) }, 1, catalog),
            SourceFingerprint.Of(source, 1, spelt), SourceFingerprint.Of(source, 2, catalog),
        ];
        Assert.Equal(prints[0], prints[1]);
        Assert.Equal(4, prints.Distinct().Count());
    }

    private Task<Bench> OpenAsync() =>
        Bench.OpenAsync(database.ConnectionString, HeldSource.Catalog, new SourceAdapter(HeldSource.Key, _held));
}
