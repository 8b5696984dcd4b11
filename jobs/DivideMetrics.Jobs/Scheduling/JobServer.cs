using DivideMetrics.Storage.Migrations;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DivideMetrics.Jobs.Scheduling;

/// <summary>Runs the jobs of this node, beside the web server and never in its way: everything here happens after the host has started.</summary>
public sealed partial class JobServer(
    IServiceScopeFactory scopes, ILoggerFactory loggers, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = loggers.CreateLogger<JobServer>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(new HangfireLog(loggers));
        await StartedAsync(stoppingToken);
        if (await PrepareAsync(stoppingToken) is not { } storage)
        {
            return;
        }

        using var local = new BackgroundJobServer(Options("local", 1, JobQueues.Delivered, JobQueues.Gaps), storage);
        using var network = new BackgroundJobServer(Options("network", 2, JobQueues.Network), storage);
        Ready(_logger);
        await RecoverUntilStoppedAsync(stoppingToken);
        local.SendStop();
        network.SendStop();
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await using var whenStopped = stoppingToken.Register(() => started.TrySetResult());
        await started.Task;
    }

    /// <summary>Tries until the database is there; null when the program stops before.</summary>
    private async Task<JobStorage?> PrepareAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync(stoppingToken);
                var storage = scope.ServiceProvider.GetRequiredService<JobStorage>();
                await scope.ServiceProvider.GetRequiredService<StartUp>().RunAsync(stoppingToken);
                return storage;
            }
            catch (Exception failure) when (IsOfDatabase(failure))
            {
                NotReady(_logger, failure.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return null;
    }

    /// <summary>A run whose database went away, or whose node was killed, is repeated while this node lives: nobody waits for the next start.</summary>
    private async Task RecoverUntilStoppedAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                stoppingToken.ThrowIfCancellationRequested();
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Recovery>().RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (IsOfDatabase(failure))
            {
                NotSwept(_logger, failure.Message);
            }
        }
    }

    /// <summary>The database does not answer, also where Hangfire's client wraps the failure.</summary>
    private static bool IsOfDatabase(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException or DistributedLockTimeoutException or PostgreSqlDistributedLockException)
            {
                return true;
            }
        }

        return false;
    }

    private BackgroundJobServerOptions Options(string name, int workers, params string[] queues) => new()
    {
        ServerName = FormattableString.Invariant($"{Environment.MachineName}:{Environment.ProcessId}:{name}"),
        WorkerCount = workers,
        Queues = queues,
        Activator = new ScopedActivator(scopes),
        IsLightweightServer = name != "local",
        ShutdownTimeout = TimeSpan.FromSeconds(4),
        SchedulePollingInterval = Pause,
    };

    [LoggerMessage(LogLevel.Information, "Jobs are served: delivered files and computations by one worker, network sources by two")]
    private static partial void Ready(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The database is not ready for jobs ({Reason}); the job server tries again in five seconds")]
    private static partial void NotReady(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Debug, "Interrupted runs could not be looked for ({Reason}); this is tried again in five seconds")]
    private static partial void NotSwept(ILogger logger, string reason);
}
