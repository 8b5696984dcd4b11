using System.Diagnostics;
using System.Globalization;
using DivideMetrics.ImportHost;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary><c>kill -9</c> in the middle of an import: of the program, of a backend of PostgreSQL, of the whole server.</summary>
public sealed class KillTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string Before = "before";
    private const string After = "a longer content";

    private readonly HeldSource _held = new() { Content = Before };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_program_loses_nothing_and_its_run_is_repeated()
    {
        await using (var bench = await OpenAsync(database.ConnectionString))
        {
            await bench.IngestAsync(HeldSource.Id);
            using var program = await StartHostAsync(bench);
            program.Kill();
            await program.WaitForExitAsync(Ct);
        }

        await AssertRecoveryAsync(database.ConnectionString);
    }

    [Theory]
    [InlineData("postmaster")]
    [InlineData("backend")]
    public async Task Killed_server_loses_nothing_and_the_run_is_repeated(string victim)
    {
        var home = Path.Combine(Path.GetTempPath(), $"divide-metrics-kill-{Guid.NewGuid():n}");
        await using (var server = await EmbeddedPostgres.StartAsync(new(home), NullLogger.Instance, Ct))
        {
            await using (var bench = await OpenAsync(server.ConnectionString))
            {
                await bench.IngestAsync(HeldSource.Id);
                _held.Content = After;
                _held.AtHalf = () => Kill(victim == "postmaster" ? PostmasterOf(home) : WorkingBackend(server.ConnectionString));
                await Assert.ThrowsAnyAsync<NpgsqlException>(() => bench.Get<IngestJob>().RunAsync(HeldSource.Id, "hand", Ct));
                await AnswersAsync(server.ConnectionString);
                Assert.Equal(RunStatus.Running, (await bench.LastRunAsync(HeldSource.Id)).Status);
            }

            _held.AtHalf = () => { };
            await AssertRecoveryAsync(server.ConnectionString);
        }

        Directory.Delete(home, recursive: true);
    }

    /// <summary>The state before is served, the run is marked, and its repetition ends in the state that an undisturbed run gives.</summary>
    private async Task AssertRecoveryAsync(string connectionString)
    {
        await AnswersAsync(connectionString);
        await using var bench = await OpenAsync(connectionString);
        Assert.Equal(Expected(Before), await bench.PointsAsync(HeldSource.Id));
        Assert.Single(await bench.Get<VintageQueries>().ListAsync(HeldSource.Id, Ct));

        await MarkedAsync(bench);
        _held.Content = After;
        var repeated = await bench.IngestAsync(HeldSource.Id, "repeat");
        Assert.Equal((RunStatus.Published, (long)HeldSource.Rows), (repeated.Status, repeated.RowsRead));
        Assert.Equal(Expected(After), await bench.PointsAsync(HeldSource.Id));
        Assert.Equal(
            [RunStatus.Published, RunStatus.Interrupted, RunStatus.Published],
            (await bench.Get<RunQueries>().NewestAsync(HeldSource.Id, 5, Ct)).Select(run => run.Status));
    }

    private static List<string> Expected(string content) =>
        Enumerable.Range(0, HeldSource.Rows).Select(row => FormattableString.Invariant($"AAA {1 + row} {row + content.Length} A")).ToList();

    /// <summary>The sweep of a start; the server may take a moment to notice that the lock's connection is gone.</summary>
    private static Task MarkedAsync(Bench bench) =>
        Eventually.TrueAsync(async () => (await bench.Get<RunStore>().MarkInterruptedAsync(Ct)).Any(run => run.Source == HeldSource.Id));

    /// <summary>The server was started again by the program, or recovered by itself.</summary>
    private static Task AnswersAsync(string connectionString) => Eventually.TrueAsync(async () =>
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
            await connection.OpenAsync(Ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    });

    private static void Kill(int number)
    {
        using var process = Process.GetProcessById(number);
        process.Kill();
        process.WaitForExit();
    }

    private static int PostmasterOf(string home) =>
        int.Parse(File.ReadLines(Path.Combine(home, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The backend that holds the run's lock; when one backend is killed, the server takes all others down and recovers.</summary>
    private static int WorkingBackend(string connectionString)
    {
        using var database = NpgsqlDataSource.Create(connectionString);
        using var command = database.CreateCommand("select pid from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() limit 1");
        return (int)command.ExecuteScalar()!;
    }

    private static async Task<Process> StartHostAsync(Bench bench)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(HeldSource).Assembly.Location);
        start.ArgumentList.Add(bench.ConnectionString);
        start.ArgumentList.Add(bench.Folder);
        start.ArgumentList.Add(After);
        start.ArgumentList.Add("parsing");
        var program = Process.Start(start)!;
        Assert.Equal("held", await program.StandardOutput.ReadLineAsync(Ct));
        return program;
    }

    private Task<Bench> OpenAsync(string connectionString) =>
        Bench.OpenAsync(connectionString, HeldSource.Catalog, new SourceAdapter(HeldSource.Key, _held));
}
