using System.Collections.Concurrent;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Freshness;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Web.Reading;

/// <summary>How a source stands, in one word.</summary>
public enum SourceHealth
{
    /// <summary>Nothing was imported yet.</summary>
    Never,

    /// <summary>The newest look at the provider ended well, and none is overdue.</summary>
    Fresh,

    /// <summary>A look at the provider is overdue.</summary>
    Late,

    /// <summary>A newer vintage is held back; an older one is served.</summary>
    Held,

    /// <summary>The newest look at the provider failed; what was published before is served.</summary>
    Failed,
}

/// <summary>How a source stands.</summary>
/// <param name="Source">Its declaration.</param>
/// <param name="Served">The vintage that readers see; null before the first.</param>
/// <param name="Held">A newer vintage that is held back.</param>
/// <param name="HeldBecause">Why, in words.</param>
/// <param name="LastRun">Its newest run.</param>
/// <param name="LastChange">When figures changed here last.</param>
/// <param name="LastCheck">When the provider was last seen to serve what is known here.</param>
/// <param name="NextCheck">When it is looked at next; null without a schedule.</param>
/// <param name="Coverage">What the served state covers.</param>
/// <param name="Findings">What the run of the newest vintage met.</param>
public sealed record SourceState(
    SourceDefinition Source, Vintage? Served, Vintage? Held, string? HeldBecause, Run? LastRun, DateTimeOffset? LastChange,
    DateTimeOffset? LastCheck, DateTimeOffset? NextCheck, SourceCoverage? Coverage, IReadOnlyList<FindingCount> Findings)
{
    /// <summary>The run that made the newest vintage; its findings are the open ones.</summary>
    public long? FindingsRun { get; init; }

    /// <summary>A check that is later than this is overdue: retries and a long run are not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>How it stands at a moment.</summary>
    public SourceHealth HealthAt(DateTimeOffset now) =>
        LastRun?.Status == RunStatus.Failed ? SourceHealth.Failed
        : Held is not null ? SourceHealth.Held
        : LastCheck is not { } last ? SourceHealth.Never
        : SourceSchedule.Next(Source, last) + Patience < now ? SourceHealth.Late
        : SourceHealth.Fresh;
}

/// <summary>Reads how every source stands. Coverage is read once for each vintage, because a published vintage never changes.</summary>
public sealed class SourceStates(Catalog catalog, VintageQueries vintages, RunQueries runs, FreshnessQueries freshness, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, SourceCoverage> _coverage = new();

    /// <summary>Every declared source, in the order of providers and titles.</summary>
    public async Task<IReadOnlyList<SourceState>> AllAsync(CancellationToken cancellationToken)
    {
        var known = (await vintages.ListAsync(null, cancellationToken)).ToLookup(vintage => vintage.Source);
        var served = (await vintages.StateAsync(ReadAt.Now, cancellationToken)).ToDictionary(vintage => vintage.Source);
        var ran = (await runs.LatestBySourceAsync(cancellationToken)).ToDictionary(run => run.Source!);
        var states = new List<SourceState>();
        foreach (var source in catalog.Sources.OrderBy(source => source.Provider, StringComparer.Ordinal).ThenBy(source => source.Title, StringComparer.Ordinal))
        {
            states.Add(await StateOfAsync(
                source, known[source.Id].ToList(), served.GetValueOrDefault(source.Id), ran.GetValueOrDefault(source.Id), cancellationToken));
        }

        return states;
    }

    /// <summary>One source; null when none has this id.</summary>
    public async Task<SourceState?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (catalog.FindSource(id) is not { } source)
        {
            return null;
        }

        var known = await vintages.ListAsync(id, cancellationToken);
        var served = (await vintages.StateAsync(ReadAt.Now, cancellationToken)).FirstOrDefault(vintage => vintage.Source == id);
        var ran = (await runs.NewestAsync(id, 1, cancellationToken)).FirstOrDefault();
        return await StateOfAsync(source, known, served, ran, cancellationToken);
    }

    private async Task<SourceState> StateOfAsync(
        SourceDefinition source, IReadOnlyList<Vintage> known, Vintage? served, Run? ran, CancellationToken cancellationToken)
    {
        var newest = known.FirstOrDefault(vintage => vintage.Status is "published" or "quarantined");
        var held = newest is { IsPublished: false } ? newest : null;
        var made = newest is null ? null : await freshness.RunOfVintageAsync(newest.Id, cancellationToken);
        var because = held is null || made is not { } run ? null : (await runs.FindAsync(run, cancellationToken))?.Message;
        return new(
            source, served, held, because, ran,
            known.FirstOrDefault(vintage => vintage is { IsPublished: true, Difference.IsEmpty: false })?.PublishedAt,
            known.Where(vintage => vintage.Status is "published" or "quarantined").Max(vintage => (DateTimeOffset?)vintage.CheckedAt),
            SourceSchedule.Next(source, clock.GetUtcNow()),
            served is null ? null : await CoverageAsync(served, cancellationToken),
            made is not { } maker ? [] : await freshness.FindingCountsAsync(maker, cancellationToken)) { FindingsRun = made };
    }

    private async Task<SourceCoverage> CoverageAsync(Vintage served, CancellationToken cancellationToken)
    {
        if (!_coverage.TryGetValue(served.Id, out var coverage))
        {
            _coverage[served.Id] = coverage = await freshness.CoverageAsync(served.Source, cancellationToken);
        }

        return coverage;
    }
}
