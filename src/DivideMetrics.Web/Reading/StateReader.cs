using DivideMetrics.Gaps;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>Finds what a state is made from, and makes its view. Keeps nothing but the turn of those who compute.</summary>
public sealed class StateReader(
    Catalog catalog, ComputationInputs inputs, ComputationQueries computations, VintageQueries vintages) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>The computation that readers saw last on a day (UTC), or now; null when there was none.</summary>
    internal Task<Computation?> ComputationAsync(DateOnly? seen, CancellationToken cancellationToken) =>
        computations.LatestAsync(seen is { } day ? EndOf(day) : null, cancellationToken);

    /// <summary>The computation with just these inputs; null when none was published.</summary>
    internal Task<Computation?> ComputationAsync(InputState state, CancellationToken cancellationToken) =>
        computations.WithInputsAsync(state.Fingerprint, cancellationToken);

    /// <summary>The vintages of a state.</summary>
    internal Task<InputState> InputsAsync(ReadAt at, CancellationToken cancellationToken) => inputs.AtAsync(at, cancellationToken);

    /// <summary>The view of a published computation.</summary>
    internal async Task<PublishedView> ViewAsync(Computation computation, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var used = computation.Vintages.Select(known.GetValueOrDefault).OfType<Vintage>()
            .OrderBy(vintage => vintage.Source, StringComparer.Ordinal).ToList();
        var state = new ViewState(ReadAt.Now, computation, computation.MethodVersion, used, TagOf(computation));
        return new(state, known, new StoredRows(computations, computation.Id));
    }

    /// <summary>The view of vintages that no published computation has, with the methods and declarations of today.</summary>
    internal async Task<PublishedView> ViewAsync(InputState state, CancellationToken cancellationToken)
    {
        var used = state.Vintages.Values.OrderBy(vintage => vintage.Source, StringComparer.Ordinal).ToList();
        return new(
            new(ReadAt.Now, null, GapEngine.MethodVersion, used, TagOf(state)),
            await KnownAsync(cancellationToken),
            new ComputedRows(new(catalog, inputs, computations, _turn), state));
    }

    /// <summary>Says since when there is something, where a state has nothing; null before anything was published.</summary>
    internal async Task<NothingKnown?> NothingAsync(ReadAt at, CancellationToken cancellationToken)
    {
        if (at.Seen is { } seen && await computations.FirstAsync(cancellationToken) is { } first && DayOf(first.PublishedAt) > seen)
        {
            return new(StateQuery.Seen, seen, DayOf(first.PublishedAt));
        }

        var released = (await vintages.ListAsync(null, cancellationToken))
            .Where(vintage => inputs.Sources.Contains(vintage.Source))
            .Where(vintage => vintage.PublishedAt is { } moment && (at.Seen is not { } until || DayOf(moment) <= until))
            .ToList();
        return released.Count == 0 || at.AsOf is not { } day ? null : new(StateQuery.AsOf, day, released.Min(vintage => vintage.ReleaseDate));
    }

    /// <summary>Short name of a computation's rows.</summary>
    internal static string TagOf(Computation computation) => FormattableString.Invariant($"c{computation.Id}");

    /// <summary>Short name of the rows of a state that is computed when asked for.</summary>
    internal static string TagOf(InputState state) => $"s{state.Fingerprint[..16]}";

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    // The last moment of a day that the database can tell from the next day's first.
    private static DateTimeOffset EndOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1).AddMicroseconds(-1);

    private async Task<Dictionary<long, Vintage>> KnownAsync(CancellationToken cancellationToken) =>
        (await vintages.ListAsync(null, cancellationToken)).ToDictionary(vintage => vintage.Id);
}
