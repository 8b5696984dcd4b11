using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Quality;

namespace DivideMetrics.Sources;

/// <summary>What a fetch brought: all files of one vintage.</summary>
/// <param name="Files">The files, in the order in which they are to be parsed.</param>
/// <param name="Released">The provider's own release date; null when it does not say.</param>
public sealed record FetchResult(IReadOnlyList<RawFile> Files, DateOnly? Released)
{
    /// <summary>The definition to read the files with, where they have another layout than the source's own (a bundle, an upload); else null.</summary>
    public SourceDefinition? ReadAs { get; init; }

    /// <summary>When the bytes left the provider, where that was before this fetch (a bundle); else null.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>What was met while fetching that is no failure of the whole: a series that the provider refuses.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>What a parse needs; no network, no clock.</summary>
/// <param name="Source">The source's definition.</param>
/// <param name="Files">The files of one vintage.</param>
/// <param name="Areas">To turn a provider's codes and names into REF_AREA.</param>
/// <param name="Findings">Takes what is wrong with single rows.</param>
public sealed record ParseRequest(SourceDefinition Source, IReadOnlyList<RawFile> Files, AreaCatalog Areas, FindingSink Findings);

/// <summary>A source adapter: knows a provider's addresses and quirks.</summary>
public interface ISource
{
    /// <summary>Brings the bytes and interprets nothing.</summary>
    /// <exception cref="SourceException">The provider did not deliver, or delivered something that cannot be the data.</exception>
    Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken);

    /// <summary>Turns bytes into observations, lazily; a bad row is a Finding, a bad file is a <see cref="SourceException"/>.</summary>
    /// <exception cref="SourceException">The file as a whole is not what this adapter reads; says file, line and reason.</exception>
    IEnumerable<Observation> Parse(ParseRequest request);
}
