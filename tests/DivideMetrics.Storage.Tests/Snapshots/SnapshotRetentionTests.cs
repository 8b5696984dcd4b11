using System.Text;
using DivideMetrics.Jobs.Retention;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Storage.Snapshots;
using DivideMetrics.Testing;
using Hangfire.Storage;

namespace DivideMetrics.Storage.Tests.Snapshots;

/// <summary>What the nightly sweep removes, with a real store and a real database.</summary>
public sealed class SnapshotRetentionTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_bench.Folder, "snapshots");

    private SnapshotRetention Retention => _bench.Get<SnapshotRetention>();

    public async ValueTask InitializeAsync() => 
        _bench = await Bench.OpenAsync(database.ConnectionString, Declared.Catalog(Declared.Source("S")));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Bytes_that_a_vintage_needs_stay_however_old_they_are()
    {
        _bench.Write("S.csv", "area,year,value,status", "AAA,2020,1,A", "BBB,2020,2,A");
        Assert.Equal(RunStatus.Published, (await _bench.IngestAsync("S")).Status);
        _bench.Write("S.csv", "area,year,value,status", "AAA,2020,3,A", "BBB,2020,2,A");
        Assert.Equal(RunStatus.Published, (await _bench.IngestAsync("S")).Status);
        _bench.Write("S.csv", "area,year,value,status", "AAA,2020,9,A");
        Assert.Equal(RunStatus.Quarantined, (await _bench.IngestAsync("S")).Status);
        Age("*", 400);

        var report = await Retention.SweepAsync(Month, dry: false, Ct);

        Assert.Equal((0, 3), (report.Files.Count, report.Kept));
        Assert.All(
            (await _bench.Get<VintageQueries>().ListAsync("S", Ct)).Where(vintage => vintage.Status != "trial"),
            vintage => Assert.All(FilesOf(vintage), file => Assert.True(File.Exists(file.Path))));
    }

    [Fact]
    public async Task Bytes_of_a_dry_run_go_when_they_are_old()
    {
        _bench.Write("S.csv", "area,year,value,status", "AAA,2020,5,A");
        await _bench.Get<DivideMetrics.Jobs.Ingest.IngestJob>().DryRunAsync("S", "hand", Ct);
        Assert.Empty((await Retention.SweepAsync(Month, dry: false, Ct)).Files);
        Age("*", 31);

        Assert.Single((await Retention.SweepAsync(Month, dry: false, Ct)).Files);
        Assert.Empty(All());
    }

    [Fact]
    public async Task Bytes_that_nothing_names_go_with_their_sidecar_and_young_ones_stay()
    {
        var (old, young) = (await AddAsync("old"), await AddAsync("young"));
        await _bench.Get<SnapshotStore>().DescribeAsync(SnapshotOrigin.Of(old, Declared.Source("S"), DateTimeOffset.UnixEpoch), Ct);
        Age(old.Sha256, 31);

        var report = await Retention.SweepAsync(Month, dry: false, Ct);

        Assert.Equal(($"{old.Sha256[..2]}/{old.Sha256}", 3L, 1), (Assert.Single(report.Files), report.Bytes, report.Kept));
        Assert.Equal([young.Path], All());
    }

    [Fact]
    public async Task Bytes_that_were_fetched_again_are_young_again()
    {
        Age((await AddAsync("again")).Sha256, 31);
        await AddAsync("again");

        Assert.Empty((await Retention.SweepAsync(Month, dry: false, Ct)).Files);
    }

    [Fact]
    public async Task Dry_sweep_lists_and_removes_nothing()
    {
        Age((await AddAsync("dry")).Sha256, 31);

        var report = await Retention.SweepAsync(Month, dry: true, Ct);

        Assert.Equal((1, true), (report.Files.Count, report.Dry));
        Assert.Single(All());
    }

    [Fact]
    public async Task Halves_of_a_killed_program_go_and_strangers_and_links_stay()
    {
        await AddAsync("x");
        var outside = Directory.CreateDirectory(Path.Combine(_bench.Folder, "outside", "ab")).FullName;
        var far = Path.Combine(outside, "ab" + new string('0', 62));
        File.WriteAllText(far, "not ours to remove");
        Directory.CreateDirectory(Path.Combine(Folder, "cd"));
        File.CreateSymbolicLink(Path.Combine(Folder, "cd", "cd" + new string('0', 62)), far);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "ab"), outside);
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "an administrator's");
        File.WriteAllText(Path.Combine(Folder, ".partial-1"), "half");
        Age("*", 31);
        File.SetLastWriteTimeUtc(far, DateTime.UtcNow.AddDays(-31));

        var report = await Retention.SweepAsync(Month, dry: false, Ct);

        Assert.Equal(2, report.Files.Count);
        Assert.Contains(".partial-1", report.Files);
        Assert.True(File.Exists(far));
        Assert.True(File.Exists(Path.Combine(Folder, "notes.txt")));
    }

    [Fact]
    public async Task Age_of_less_than_a_day_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Retention.SweepAsync(TimeSpan.FromHours(1), dry: false, Ct));

    [Fact]
    public async Task Job_says_in_its_run_what_it_removed()
    {
        Age((await AddAsync("job")).Sha256, 31);

        await _bench.Get<RetentionJob>().RunAsync("hand", Ct);

        var run = (await _bench.Get<RunQueries>().NewestAsync(null, 1, Ct))[0];
        Assert.Equal((RetentionJob.Name, RunStatus.Unchanged), (run.Job, run.Status));
        Assert.StartsWith("1 files with 3 bytes were removed", run.Message);
    }

    [Fact]
    public void Sweep_is_on_the_schedule_every_night()
    {
        _bench.Get<DivideMetrics.Jobs.Scheduling.JobSchedule>().Register();
        using var connection = _bench.Get<Hangfire.JobStorage>().GetConnection();

        var job = Assert.Single(connection.GetRecurringJobs(), job => job.Id == RetentionJob.Name);

        Assert.Equal("10 3 * * *", job.Cron);
    }

    private List<string> All() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).ToList();

    private void Age(string pattern, int days)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-days));
        }
    }

    private IReadOnlyList<RawFile> FilesOf(Vintage vintage) =>
        _bench.Get<VintageQueries>().FilesAsync(vintage.Id, _bench.Get<SnapshotStore>().PathOf, Ct).GetAwaiter().GetResult();

    private async Task<RawFile> AddAsync(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await _bench.Get<SnapshotStore>().AddAsync("a.csv", "https://example.org/a.csv", "text/csv", stream, 100, Ct);
    }
}
