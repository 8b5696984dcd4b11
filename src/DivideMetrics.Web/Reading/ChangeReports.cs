using System.Collections.Concurrent;
using DivideMetrics.Jobs.Ingest;
using DivideMetrics.Revisions;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// Differences between vintages as pages and files show them. A published vintage never changes, so the last few answers are kept; one
/// is made at a time, because a large source takes a second of a processor.
/// </summary>
public sealed class ChangeReports(VintageChanges changes) : IDisposable
{
    private const int Most = 4;
    private readonly ConcurrentDictionary<(long Newer, long? Older), VintageComparison> _kept = new();
    private readonly ConcurrentQueue<(long, long?)> _order = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What a vintage changes against the one before it in the order of release, or against another.</summary>
    /// <param name="newer">Vintage id.</param>
    /// <param name="older">Vintage id of the same source; null for the one before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when there is no such vintage.</returns>
    /// <exception cref="Sources.SourceException">The bytes of a vintage that is not published are no longer kept.</exception>
    public async Task<VintageComparison?> OfAsync(long newer, long? older, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_kept.TryGetValue((newer, older), out var known))
            {
                return known;
            }

            var made = older is { } other
                ? await changes.BetweenAsync(other, newer, cancellationToken)
                : await changes.OfAsync(newer, cancellationToken);
            if (made is { Newer.IsPublished: true })
            {
                Keep((newer, older), made);
            }

            return made;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void Keep((long, long?) key, VintageComparison made)
    {
        _kept[key] = made;
        _order.Enqueue(key);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _kept.TryRemove(oldest, out _);
        }
    }
}

/// <summary>Which changes a reader wants to see.</summary>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="Series">Only this series code; null for all.</param>
public sealed record ChangeChoice(ChangeKind? Kind, string? Series)
{
    /// <summary>The codes of kinds in addresses and files.</summary>
    public static readonly IReadOnlyDictionary<ChangeKind, string> Codes = new Dictionary<ChangeKind, string>
    {
        [ChangeKind.UpdateValue] = "revised",
        [ChangeKind.UpdatePrecision] = "precision",
        [ChangeKind.UpdateStatus] = "status",
        [ChangeKind.Create] = "created",
        [ChangeKind.Withdraw] = "withdrawn",
    };

    /// <summary>The code of a kind; null for none and for the same.</summary>
    public static string? CodeOf(ChangeKind? kind) => kind is { } known ? Codes.GetValueOrDefault(known) : null;

    /// <summary>Reads the parameters <c>kind</c> and <c>series</c>; an unknown kind is no kind.</summary>
    public static ChangeChoice Parse(string? kind, string? series)
    {
        var known = Codes.Where(pair => pair.Value == kind).Select(pair => (ChangeKind?)pair.Key).FirstOrDefault();
        return new(known, string.IsNullOrWhiteSpace(series) ? null : series);
    }

    /// <summary>The wanted changes: the greatest differences first, then what went and what came.</summary>
    public IEnumerable<Change> Of(VintageDiff difference) =>
        difference.Changes.Where(change => (Kind is null || change.Kind == Kind) && (Series is null || change.Series.Code == Series))
            .OrderByDescending(change => change.Difference is { } moved ? Math.Abs(moved) : -1).ThenBy(change => change.Kind != ChangeKind.Withdraw);
}
