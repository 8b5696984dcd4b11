using DivideMetrics.Jobs.Computing;
using DivideMetrics.Jobs.Scheduling;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Runs;
using DivideMetrics.Testing;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DivideMetrics.Storage.Tests.Jobs;

/// <summary>Hangfire with its tables in the test database.</summary>
public sealed class JobServerTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private static readonly SourceDefinition Starter = Declared.Source("STARTER") with { Starter = true };
    private static readonly SourceDefinition Network = Declared.Source("NETWORK") with { Schedule = "20 4 * * 1" };
    private static readonly SourceDefinition ByHand = Declared.Source("BYHAND");

    private Bench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private JobStorage Storage => _bench.Get<JobStorage>();

    public async ValueTask InitializeAsync()
    {
        _bench = await OpenAsync(Declared.Catalog(Network, ByHand, Starter));
        foreach (var queue in new[] { "delivered", "network", "gaps" })
        {
            Clear(queue);
        }
    }

    public async ValueTask DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Source_that_waits_in_the_queue_is_not_put_there_again()
    {
        var scheduler = _bench.Get<IngestScheduler>();
        Assert.True(await scheduler.EnqueueAsync("BYHAND", "hand", Ct));
        Assert.False(await scheduler.EnqueueAsync("BYHAND", "hand", Ct));
        Assert.True(await scheduler.EnqueueAsync("NETWORK", "hand", Ct));
        Assert.Equal(["BYHAND hand", "NETWORK hand"], Waiting("network"));
    }

    [Fact]
    public async Task Unknown_source_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _bench.Get<IngestScheduler>().EnqueueAsync("NOBODY", "hand", Ct));

    [Fact]
    public void Computation_that_waits_in_the_queue_is_not_put_there_again()
    {
        Assert.True(_bench.Get<ComputeRequest>().Enqueue("vintage"));
        Assert.False(_bench.Get<ComputeRequest>().Enqueue("vintage"));
    }

    [Fact]
    public async Task Sources_with_a_schedule_recur_and_others_are_removed()
    {
        _bench.Get<JobSchedule>().Register();
        var job = Assert.Single(Recurring());
        Assert.Equal(("ingest:NETWORK", "20 4 * * 1", "UTC"), (job.Id, job.Cron, job.TimeZoneId));

        await using var without = await OpenAsync(Declared.Catalog(Starter));
        without.Get<JobSchedule>().Register();
        Assert.Empty(Recurring());
    }

    [Fact]
    public async Task Start_asks_for_delivered_sources_and_for_network_sources_that_never_ran()
    {
        await using var fresh = await OpenAsync(Declared.Catalog(Declared.Source("FRESH") with { Schedule = "20 4 * * 1" }, ByHand, Starter));
        await fresh.Get<StartUp>().RunAsync(Ct);
        Assert.Equal(["STARTER start", "FRESH start", "start"], [.. Waiting("delivered"), .. Waiting("network"), .. Waiting("gaps")]);
    }

    [Fact]
    public async Task Start_repeats_what_was_interrupted()
    {
        await _bench.Get<RunStore>().StartAsync("ingest", "BYHAND", "hand", Ct);
        await _bench.Get<StartUp>().RunAsync(Ct);
        Assert.Contains("BYHAND repeat", Waiting("network"));
        Assert.Equal(RunStatus.Interrupted, (await _bench.LastRunAsync("BYHAND")).Status);
    }

    [Fact]
    public async Task Run_that_lost_its_database_is_repeated_while_the_program_lives()
    {
        _bench.Write("BYHAND.csv", "area,year,value,status", "AAA,2020,1.5,A");
        var before = await NewestRunAsync("STARTER");
        using var server = new JobServer(_bench.Get<IServiceScopeFactory>(), NullLoggerFactory.Instance, new Started());
        await server.StartAsync(Ct);
        await Eventually.TrueAsync(async () => await NewestRunAsync("STARTER") > before);
        var lost = await _bench.Get<RunStore>().StartAsync("ingest", "BYHAND", "hand", Ct);
        await Eventually.TrueAsync(async () => await NewestRunAsync("BYHAND") > lost && (await _bench.LastRunAsync("BYHAND")).FinishedAt is not null);
        await server.StopAsync(Ct);
        Assert.Equal(
            [("repeat", RunStatus.Published), ("hand", RunStatus.Interrupted)],
            (await _bench.Get<RunQueries>().NewestAsync("BYHAND", 2, Ct)).Select(run => (run.Trigger, run.Status)));
    }

    [Fact]
    public async Task Import_that_finds_its_vintage_published_asks_for_the_computation_again()
    {
        _bench.Write("BYHAND.csv", "area,year,value,status", "AAA,2020,2.5,A");
        await _bench.IngestAsync("BYHAND");
        Clear("gaps");
        Assert.Equal(RunStatus.Unchanged, (await _bench.IngestAsync("BYHAND")).Status);
        Assert.Equal(["vintage"], Waiting("gaps"));
    }

    [Fact]
    public async Task Interrupted_computation_is_asked_for_again()
    {
        await _bench.Get<RunStore>().StartAsync("compute-gaps", null, "hand", Ct);
        await _bench.Get<Recovery>().RunAsync(Ct);
        Assert.Equal(["repeat"], Waiting("gaps"));
    }

    [Fact]
    public async Task Failed_run_is_tried_again_after_a_quarter_of_an_hour()
    {
        using var server = Server();
        await _bench.Get<IngestScheduler>().EnqueueAsync("STARTER", "start", Ct);
        await Eventually.TrueAsync(() => Storage.GetMonitoringApi().ScheduledJobs(0, 10).Any(IsStarter));
        var retry = Storage.GetMonitoringApi().ScheduledJobs(0, 10).First(IsStarter).Value;
        Assert.InRange(retry.EnqueueAt - retry.ScheduledAt!.Value, TimeSpan.FromMinutes(14.9), TimeSpan.FromMinutes(15.1));
        Assert.Equal(RunStatus.Failed, (await _bench.LastRunAsync("STARTER")).Status);

        static bool IsStarter(KeyValuePair<string, Hangfire.Storage.Monitoring.ScheduledJobDto> job) => Equals(job.Value.Job.Args[0], "STARTER");
    }

    [Fact]
    public async Task Server_imports_and_computes_from_start_to_published_figures()
    {
        _bench.Write("STARTER.csv", "area,year,value,status", "AAA,2020,1.5,A");
        using var server = new JobServer(_bench.Get<IServiceScopeFactory>(), NullLoggerFactory.Instance, new Started());
        await server.StartAsync(Ct);
        await Eventually.TrueAsync(async () => (await PublishedAsync()).SequenceEqual([1.5]));
        await server.StopAsync(Ct);
    }

    /// <summary>What readers see now; other tests of this class publish to the same database before this one.</summary>
    private async Task<IEnumerable<double?>> PublishedAsync() =>
        await _bench.Get<ComputationQueries>().LatestAsync(null, Ct) is { } computation
            ? (await _bench.Get<ComputationQueries>().FiguresOfIndicatorAsync(computation.Id, "starter", Ct)).Select(figure => figure.Value)
            : [];

    private async Task<long> NewestRunAsync(string source) =>
        (await _bench.Get<RunQueries>().NewestAsync(source, 1, Ct)).Select(run => run.Id).FirstOrDefault();

    private Task<Bench> OpenAsync(Catalog catalog) => Bench.OpenAsync(database.ConnectionString, catalog);

    private BackgroundJobServer Server() => new(
        new() { Queues = ["delivered"], WorkerCount = 1, Activator = new ScopedActivator(_bench.Get<IServiceScopeFactory>()), IsLightweightServer = true }, Storage);

    private List<string> Waiting(string queue) => Storage.GetMonitoringApi().EnqueuedJobs(queue, 0, 100)
        .Where(entry => entry.Value.State == "Enqueued")
        .Select(entry => string.Join(' ', entry.Value.Job.Args.Where(argument => argument is string))).ToList();

    private void Clear(string queue)
    {
        var client = new BackgroundJobClient(Storage);
        foreach (var (id, _) in Storage.GetMonitoringApi().EnqueuedJobs(queue, 0, 100))
        {
            client.Delete(id);
        }
    }

    private List<RecurringJobDto> Recurring()
    {
        using var connection = Storage.GetConnection();
        return connection.GetRecurringJobs().Where(job => job.Id.StartsWith("ingest:", StringComparison.Ordinal)).ToList();
    }

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
