using System.Diagnostics;
using DivideMetrics.ImportHost;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Runs;
using Hangfire;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>The disk of the database is full while figures are published: a tablespace on a real, small file system.</summary>
public sealed class DatabaseDiskTests(CrashingServer server) : IClassFixture<CrashingServer>, IDisposable
{
    private readonly string _disk = Path.Combine(Path.GetTempPath(), $"divide-metrics-tablespace-{Guid.NewGuid():n}");
    private readonly HeldSource _held = new() { Content = "first" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Full_disk_of_the_database_fails_the_run_and_leaves_the_old_state()
    {
        var connectionString = await server.ConnectionStringAsync();
        await using (var first = await OpenAsync(connectionString))
        {
            first.Get<JobStorage>();
            await MountAsync(connectionString);
        }

        await using var bench = await OpenAsync(connectionString);
        Assert.Equal(RunStatus.Published, (await bench.IngestAsync(HeldSource.Id)).Status);
        var before = await bench.PointsAsync(HeldSource.Id);
        _held.Content = "the second";

        await Assert.ThrowsAsync<PostgresException>(() => bench.IngestAsync(HeldSource.Id));

        var run = await bench.LastRunAsync(HeldSource.Id);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains("Expected room for the new figures on the disk of the database", run.Message);
        Assert.Equal(before, await bench.PointsAsync(HeldSource.Id));

        Assert.True(SmallDisk.Run("mount", "-o", "remount,size=64m", _disk));
        Assert.Equal(RunStatus.Published, (await bench.IngestAsync(HeldSource.Id)).Status);
        Assert.NotEqual(before, await bench.PointsAsync(HeldSource.Id));
    }

    public void Dispose()
    {
        if (Directory.Exists(_disk))
        {
            SmallDisk.Run("umount", "-l", _disk);
            Directory.Delete(_disk);
        }
    }

    /// <summary>Room for one state of the source and not for two; new tables of this database go there.</summary>
    private async Task MountAsync(string connectionString)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount the small disk that this test fills.");
        Directory.CreateDirectory(_disk);
        Assert.SkipUnless(
            SmallDisk.Run("mount", "-t", "tmpfs", "-o", $"size=500k,mode=0700,uid={OwnerOf(server.DataFolder)}", "small", _disk),
            "This machine does not let a test mount a small disk.");
        await using var database = NpgsqlDataSource.Create(connectionString);
#pragma warning disable CA2100 // a folder's name of this test's own
        await using var create = database.CreateCommand($"create tablespace small location '{_disk}'");
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync(Ct);
        await using var use = database.CreateCommand(
            "do $$ begin execute format('alter database %I set default_tablespace = small', current_database()); end $$");
        await use.ExecuteNonQueryAsync(Ct);
    }

    private static string OwnerOf(string folder)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", folder]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }

    private Task<Bench> OpenAsync(string connectionString) =>
        Bench.OpenAsync(connectionString, HeldSource.Catalog, new SourceAdapter(HeldSource.Key, _held));
}
