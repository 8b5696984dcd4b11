using System.Data.Common;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// Gives the states of the figures. Of now: the newest published computation; looks for a newer one at most every
/// <see cref="Freshness"/>. While the database does not answer, the view that was read last goes on being given: what readers have seen
/// stays readable.
/// </summary>
public sealed partial class Published(StateReader reader, PastStates past, TimeProvider clock, ILogger<Published> logger) : IDisposable
{
    /// <summary>How long an answer is used again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private PublishedView? _view;
    private long _readAt;
    private bool _lost;

    /// <summary>
    /// The view that was read last for a state, without looking for a newer one: a page that comes alive shows the same figures as its
    /// first HTML, and at once. Null where none is kept.
    /// </summary>
    public PublishedView? Known(ReadAt at) => at.IsNow ? _view : past.Known(at, _view);

    /// <summary>The view of a state. Of the past, only while the database answers.</summary>
    /// <exception cref="DbException">The database does not answer, and the state is not that of now or was not read before.</exception>
    public async ValueTask<StateAnswer> AtAsync(ReadAt at, CancellationToken cancellationToken = default) =>
        await CurrentAsync(cancellationToken) is not { } current ? default
        : at.IsNow ? new(current, null)
        : await past.ReadAsync(at, current, cancellationToken);

    /// <summary>The newest computation's view, or the last one while the database does not answer; null before anything was published.</summary>
    /// <exception cref="DbException">The database does not answer, and nothing was read before.</exception>
    public async ValueTask<PublishedView?> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if (IsFresh)
        {
            return _view;
        }

        // One caller looks; while the database is lost the others need not wait for the answer that it does not give.
        if (!await _turn.WaitAsync(_lost ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
        {
            return _view;
        }

        try
        {
            if (!IsFresh)
            {
                await LookAsync(cancellationToken);
            }

            return _view;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool IsFresh => _view is not null && clock.GetElapsedTime(_readAt) < Freshness;

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            _view = await ReadAsync(cancellationToken);
            if (_lost)
            {
                _lost = false;
                Found(logger);
            }
        }
        catch (Exception failure) when (_view is not null && (failure is DbException or TimeoutException))
        {
            if (!_lost)
            {
                _lost = true;
                Lost(logger, failure.Message);
            }
        }

        _readAt = clock.GetTimestamp();
    }

    private async Task<PublishedView?> ReadAsync(CancellationToken cancellationToken)
    {
        var computation = await reader.ComputationAsync((DateOnly?)null, cancellationToken);
        return computation is null || computation.Id == _view?.State.Computation?.Id
            ? computation is null ? null : _view
            : await reader.ViewAsync(computation, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The database does not answer ({Reason}). What was read before goes on being served; it is asked again every two seconds.")]
    private static partial void Lost(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "The database answers again.")]
    private static partial void Found(ILogger logger);
}
