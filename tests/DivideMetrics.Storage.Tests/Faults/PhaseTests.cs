using System.Diagnostics;
using DivideMetrics.ImportHost;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Embedded;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary><c>kill -9</c> of the program, and the database gone, in each phase of an import.</summary>
public sealed class PhaseTests(DatabaseFixture database, CrashingServer server)
    : IClassFixture<DatabaseFixture>, IClassFixture<CrashingServer>
{
    private readonly HeldSource _held = new();
    private int _content;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Phases() => [.. Hold.Phases];

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Killed_program_leaves_the_old_state_or_the_new_one(string phase)
    {
        await using var bench = await OpenAsync(database.ConnectionString);
        var (before, next) = (await PublishedAsync(bench), NextContent());
        await using (var hold = await Hold.SetAsync(bench.ConnectionString, phase, Ct))
        {
            using var program = Start(bench, next, phase);
            await Eventually.TrueAsync(async () =>
                await hold.VictimAsync(Ct) is not null || (IsOfAdapter(phase) && program.StandardOutput.Peek() >= 0));
            program.Kill();
            await program.WaitForExitAsync(Ct);
        }

        await AssertEndAsync(bench, phase, before, next);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Crashed_database_has_the_old_state_or_the_new_one(string phase)
    {
        await using var crashed = await OpenAsync(await server.ConnectionStringAsync());
        var (before, next) = (await PublishedAsync(crashed), NextContent());
        await CrashAsync(crashed, phase, next);
        (_held.AtFetch, _held.AtHalf) = (() => { }, () => { });

        // a start of the program: connections of the old one are gone
        await using var bench = await OpenAsync(crashed.ConnectionString);
        await AssertEndAsync(bench, phase, before, next);
    }

    private async Task CrashAsync(Bench bench, string phase, string next)
    {
        await using var hold = await Hold.SetAsync(bench.ConnectionString, phase, Ct);
        _held.Content = next;
        _held.AtFetch = phase == "fetching" ? () => Crash(bench) : () => { };
        _held.AtHalf = phase == "parsing" ? () => Crash(bench) : () => { };
        var running = Record.ExceptionAsync(() => bench.Get<IngestJob>().RunAsync(HeldSource.Id, "hand", Ct));
        if (!IsOfAdapter(phase))
        {
            await Eventually.TrueAsync(async () => await hold.VictimAsync(Ct) is { } victim && Kill(victim));
        }

        await running;
        await AnswersAsync(bench.ConnectionString);
    }

    /// <summary>Before the commit nothing of the run is seen, after it everything; while it happens, either.</summary>
    private async Task AssertEndAsync(Bench bench, string phase, long? before, string next)
    {
        await Eventually.TrueAsync(async () =>
        {
            await bench.Get<RunStore>().MarkInterruptedAsync(Ct);
            return (await bench.LastRunAsync(HeldSource.Id)).Status != RunStatus.Running;
        });
        var run = await bench.LastRunAsync(HeldSource.Id);
        var isNew = run.Status == RunStatus.Published;
        Assert.True(isNew || run.Status == RunStatus.Interrupted, $"{run.Status}: {run.Message}");
        Assert.True(phase == "committing" || isNew == (phase == "asking for a computation"));
        Assert.Contains(isNew ? "" : "Nothing of it was published", run.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(isNew ? run.Vintage : before, await VintageAsync(bench));
        Assert.Equal(Expected(isNew ? next.Length : next.Length - 1), await bench.PointsAsync(HeldSource.Id));

        _held.Content = next;
        var repeated = await bench.IngestAsync(HeldSource.Id, "repeat");
        Assert.Equal(isNew ? RunStatus.Unchanged : RunStatus.Published, repeated.Status);
        Assert.Equal(Expected(next.Length), await bench.PointsAsync(HeldSource.Id));
    }

    /// <summary>Publishes the state before; one character shorter than the next content.</summary>
    private async Task<long?> PublishedAsync(Bench bench)
    {
        _content = (int)(await VintageAsync(bench) ?? 0) + 5;
        _held.Content = new string('x', _content);
        Assert.Equal(RunStatus.Published, (await bench.IngestAsync(HeldSource.Id)).Status);
        return await VintageAsync(bench);
    }

    private string NextContent() => new('x', ++_content);

    private static bool IsOfAdapter(string phase) => phase is "fetching" or "parsing";

    private static async Task<long?> VintageAsync(Bench bench) =>
        (await bench.Get<VintageQueries>().StateAsync(ReadAt.Now, Ct)).SingleOrDefault()?.Id;

    private static List<string> Expected(int length) =>
        Enumerable.Range(0, HeldSource.Rows).Select(row => FormattableString.Invariant($"AAA {1 + row} {row + length} A")).ToList();

    private static Process Start(Bench bench, string content, string phase) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(HeldSource).Assembly.Location, bench.ConnectionString, bench.Folder, content, phase])
        {
            RedirectStandardOutput = true,
        })!;

    /// <summary>Kills the backend that holds the run's lock: PostgreSQL then takes all others down and recovers.</summary>
    private static void Crash(Bench bench)
    {
        using var database = NpgsqlDataSource.Create(bench.ConnectionString);
        using var command = database.CreateCommand(
            "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1");
        Kill((int)command.ExecuteScalar()!);
    }

    private static bool Kill(int number)
    {
        using var process = Process.GetProcessById(number);
        process.Kill();
        process.WaitForExit();
        return true;
    }

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

    private Task<Bench> OpenAsync(string connectionString) =>
        Bench.OpenAsync(connectionString, HeldSource.Catalog, new SourceAdapter(HeldSource.Key, _held));
}

/// <summary>A server of its own for tests that crash it.</summary>
public sealed class CrashingServer : IAsyncDisposable
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"divide-metrics-crash-{Guid.NewGuid():n}");
    private EmbeddedPostgres? _server;

    /// <summary>Where the server keeps its files, as its own account.</summary>
    public string DataFolder => Path.Combine(_home, "postgres");

    public async Task<string> ConnectionStringAsync() =>
        (_server ??= await EmbeddedPostgres.StartAsync(new(_home), NullLogger.Instance, TestContext.Current.CancellationToken))
            .ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            Directory.Delete(_home, recursive: true);
        }
    }
}
