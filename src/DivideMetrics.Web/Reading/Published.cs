using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>Gives the newest published computation; looks for a newer one at most every <see cref="Freshness"/>.</summary>
public sealed class Published(ComputationQueries computations, VintageQueries vintages, TimeProvider clock) : IDisposable
{
    /// <summary>How long an answer is used again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private PublishedView? _view;
    private long _readAt;

    /// <summary>
    /// The view that was read last, without looking for a newer one: a page that comes alive shows the same figures as its first
    /// HTML, and at once. Null before anything was read.
    /// </summary>
    public PublishedView? Newest => _view;

    /// <summary>The newest computation's view; null before anything was published.</summary>
    public async ValueTask<PublishedView?> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if (IsFresh)
        {
            return _view;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!IsFresh)
            {
                _view = await ReadAsync(cancellationToken);
                _readAt = clock.GetTimestamp();
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

    private async Task<PublishedView?> ReadAsync(CancellationToken cancellationToken)
    {
        var computation = await computations.LatestAsync(null, cancellationToken);
        if (computation is null || computation.Id == _view?.Computation.Id)
        {
            return computation is null ? null : _view;
        }

        var known = await vintages.ListAsync(null, cancellationToken);
        return new(computation, known.ToDictionary(vintage => vintage.Id), computations);
    }
}
