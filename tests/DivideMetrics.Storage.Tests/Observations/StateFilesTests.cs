using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Storage.Tests.Observations;

/// <summary>Packed states say what the database says, or nothing.</summary>
public sealed class StateFilesTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private Bench _bench = null!;
    private int _sources;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StateFiles Files => _bench.Get<StateFiles>();

    public async ValueTask InitializeAsync() => _bench = await Bench.OpenAsync(
        database.ConnectionString, Declared.Catalog(), services => services.AddSingleton(new StateFilesOptions(LeastRows: 1)));

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public Task State_is_that_of_the_database_after_any_releases() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Double[0, 100]).List[1, 8].Array[1, 4].SampleAsync(
            async releases =>
            {
                var source = $"ANY_{Interlocked.Increment(ref _sources)}";
                foreach (var (release, index) in releases.Select((rows, index) => (rows, index)))
                {
                    var rows = release.Select(point => new Observation(new("S"), $"{"ABCD"[point.Item1]}AA", 2000 + point.Item2, point.Item3));
                    var vintage = await _bench.SaveAsync(await _bench.DraftAsync(source, new(2020 + index, 1, 1)), rows);
                    Assert.Equal(await RowsAsync(source), Files.Read(vintage, new())!.Rows().OrderBy(row => row.Area).ThenBy(row => row.Year));
                }
            },
            iter: 12);

    [Fact]
    public async Task State_of_another_vintage_is_none()
    {
        var first = await SaveAsync("OTHER", 1);
        var second = await SaveAsync("OTHER", 2);
        Assert.Null(Files.Read(first, new()));
        Assert.Equal(2, Files.Read(second, new())![0].Value);
        Assert.Null(Files.Read(second with { PublishedAt = second.PublishedAt!.Value.AddTicks(10) }, new()));
        Assert.Null(Files.Read(second with { Source = "NONE" }, new()));
    }

    [Fact]
    public async Task Damaged_state_is_none_wherever_the_damage_is()
    {
        var vintage = await SaveAsync("DAMAGED", 1);
        var path = Path.Combine(_bench.Folder, "states", "DAMAGED.state");
        var whole = await File.ReadAllBytesAsync(path, Ct);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(path, damaged, Ct);
            Assert.Null(Files.Read(vintage, new()));
            await File.WriteAllBytesAsync(path, whole[..at], Ct);
            Assert.Null(Files.Read(vintage, new()));
        }

        await File.WriteAllBytesAsync(path, [.. whole, 0], Ct);
        Assert.Null(Files.Read(vintage, new()));
    }

    [Fact]
    public async Task Import_is_the_same_with_and_without_the_packed_state()
    {
        var source = Declared.Source("IMPORT");
        await using var bench = await Bench.OpenAsync(
            database.ConnectionString, Declared.Catalog(source), services => services.AddSingleton(new StateFilesOptions(LeastRows: 1)));
        foreach (var kept in new[] { true, false })
        {
            bench.Write("IMPORT.csv", "area,year,value,status", "AAA,2000,1,A", $"BBB,2000,{(kept ? 2 : 3)},A");
            await bench.IngestAsync("IMPORT");
            bench.Write("IMPORT.csv", "area,year,value,status", "AAA,2000,1,A", $"BBB,2000,{(kept ? 4 : 5)},A", $"CCC,{(kept ? 2001 : 2002)},6,A");
            if (!kept)
            {
                Directory.Delete(Path.Combine(bench.Folder, "states"), recursive: true);
            }

            var run = await bench.IngestAsync("IMPORT");
            Assert.Equal((1, 1), (run.Difference.Created, run.Difference.Updated));
        }
    }

    [Fact]
    public async Task Small_state_is_not_kept()
    {
        var files = new StateFiles(Path.Combine(_bench.Folder, "large-only"), new(LeastRows: 2));
        var vintage = await SaveAsync("SMALL", 1);
        files.Keep(vintage, Files.Read(vintage, new())!);
        Assert.Null(files.Read(vintage, new()));
    }

    private async Task<Vintage> SaveAsync(string source, double value) =>
        await _bench.SaveAsync(await _bench.DraftAsync(source), [new(new("S"), "AAA", 2000, value)]);

    private async Task<IEnumerable<Observation>> RowsAsync(string source) =>
        (await _bench.Get<ObservationQueries>().ReadAsync(source, "S", null, Ct)).Select(point => point.Observation);
}
