using DivideMetrics.Observations;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Archives;

/// <summary>
/// An adapter that may be given archives: the inner one sees their members as files. Every adapter of the registry is wrapped in this.
/// The archive itself is what is stored; nothing is unpacked to disk.
/// </summary>
/// <param name="inner">The adapter.</param>
/// <param name="options">Limits of archives.</param>
/// <param name="members">Patterns of the members that the adapter reads when the source does not say; null for every table.</param>
internal sealed class UnpackingSource(ISource inner, IOptions<SourcesOptions> options, string? members) : ISource, IReleaseDate
{
    private readonly TarListings _listings = new();

    /// <summary>Fetches; the release date that the files themselves say goes before any other.</summary>
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var fetched = await inner.FetchAsync(source, store, cancellationToken);
        var released = ReleasedOf(fetched.Files, MemberPatterns.Of(source, members));
        return fetched with { Released = released ?? fetched.Released };
    }

    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => ReleasedOf(files, new MemberPatterns(members));

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        using var unpacked = Unpacked.Open(request.Files, RulesFor(MemberPatterns.Of(request.Source, members)));
        foreach (var observation in inner.Parse(request with { Files = unpacked.Files }))
        {
            yield return unpacked.Any
                ? observation with { Place = observation.Place with { File = unpacked.OriginOf(observation.Place.File) } }
                : observation;
        }
    }

    private UnpackingRules RulesFor(MemberPatterns patterns) => new(ArchiveLimits.Of(options.Value), patterns, _listings);

    private DateOnly? ReleasedOf(IReadOnlyList<RawFile> files, MemberPatterns patterns)
    {
        if (inner is not IReleaseDate dated)
        {
            return null;
        }

        using var unpacked = Unpacked.Open(files, RulesFor(patterns) with { StartsOnly = true });
        return dated.ReleasedOf(unpacked.Files);
    }
}
