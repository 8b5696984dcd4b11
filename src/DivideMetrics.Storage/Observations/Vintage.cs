using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Observations;

/// <summary>What is known of a retrieval before its observations are read.</summary>
/// <param name="RunId">The run that made it.</param>
/// <param name="Source">The source.</param>
/// <param name="Definition">Fingerprint of the source's definition: the same bytes are read again when it changes.</param>
/// <param name="Files">The files, kept by checksum.</param>
/// <param name="Released">The provider's release date, else that of its declaration; null when neither says.</param>
/// <param name="RetrievedAt">When the bytes were fetched.</param>
/// <param name="Findings">Filled while the observations are read and the gate is asked; stored together with the vintage.</param>
public sealed record VintageDraft(
    long RunId,
    SourceDefinition Source,
    string Definition,
    IReadOnlyList<RawFile> Files,
    DateOnly? Released,
    DateTimeOffset RetrievedAt,
    FindingSink Findings)
{
    /// <summary>True for a trial: bytes, counts and findings are kept, and nothing is published.</summary>
    public bool Dry { get; init; }

    /// <summary>SHA-256 over the names and checksums of all files.</summary>
    public string Sha256 { get; } = Checksum.Of(Files.Select(file => $"{file.Sha256}  {file.Name}"));
}

/// <summary>A stored vintage: one retrieval of one source.</summary>
/// <param name="Id">Vintage id, growing.</param>
/// <param name="Source">Source id.</param>
/// <param name="Sha256">Checksum over all files.</param>
/// <param name="Definition">Fingerprint of the source's definition at that time.</param>
/// <param name="Status"><c>published</c>, <c>quarantined</c>, or <c>trial</c> (a dry run).</param>
/// <param name="Released">The provider's release date.</param>
/// <param name="RetrievedAt">When the bytes were fetched.</param>
/// <param name="PublishedAt">When readers saw it first, never before an earlier vintage of its source; null when they do not see it.</param>
/// <param name="CheckedAt">When the provider was last seen to serve these bytes.</param>
/// <param name="Licence">Licence id at that time.</param>
/// <param name="Citation">Citation at that time.</param>
/// <param name="Observations">Rows read.</param>
/// <param name="Difference">What it changed against the release before it; of one that is not published, what it would change.</param>
public sealed record Vintage(
    long Id, string Source, string Sha256, string Definition, string Status, DateOnly? Released, DateTimeOffset RetrievedAt,
    DateTimeOffset? PublishedAt, DateTimeOffset CheckedAt, string Licence, string Citation, long Observations, Difference Difference)
{
    /// <summary>Its day in the order of release: the provider's, else that of the retrieval, and then none before a day already published.</summary>
    public required DateOnly ReleaseDate { get; init; }

    /// <summary>Its place in the order of release, unique and for ever: grows with <see cref="ReleaseDate"/>, then with <see cref="Id"/>.</summary>
    public required long Position { get; init; }

    /// <summary>True when readers see it; false while it is quarantined, and of a dry run.</summary>
    public bool IsPublished => Status == "published";

    /// <summary>The date to show: the provider's release, else the retrieval.</summary>
    public DateOnly Date => Released ?? DateOnly.FromDateTime(RetrievedAt.UtcDateTime);
}
