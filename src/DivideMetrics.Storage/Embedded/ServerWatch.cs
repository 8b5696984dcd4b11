using Microsoft.Extensions.Logging;

namespace DivideMetrics.Storage.Embedded;

/// <summary>Starts the server again, on the same port, whenever it dies while the program lives.</summary>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly PostgresServer _server;
    private readonly LeftoverEnd _endLeftover;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watch;

    /// <summary>Begins the watch. <paramref name="endLeftover"/> makes sure that nothing of the dead server is left.</summary>
    public ServerWatch(PostgresServer server, LeftoverEnd endLeftover, ILogger logger)
    {
        _server = server;
        _endLeftover = endLeftover;
        _logger = logger;
        _watch = Task.Run(WatchAsync);
    }

    public delegate Task LeftoverEnd(CancellationToken ct);

    /// <summary>Ends the watch; the server is left as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        _stop.Dispose();
    }

    /// <summary>Tells the watch that the end of the server is wanted from now on.</summary>
    public void Cancel() => _stop.Cancel();

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                var (exitCode, log) = await _server.WaitForEndAsync(_stop.Token);
                _logger.Died(exitCode, log);
                _logger.Recovered(await RestartAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The wanted end of the watch.
        }
        catch (Exception failure)
        {
            _logger.WatchFailed(failure);
        }
    }

    private async Task<int> RestartAsync(CancellationToken ct)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _server.BeginStop();
                await _endLeftover(ct);
                await _server.RestartAsync(canChangePort: false, ct);
                return attempt;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _logger.StillDown(failure, pause.TotalSeconds);
                await Task.Delay(pause, ct);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
