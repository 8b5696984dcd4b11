using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Observations;

/// <summary>What is known of a retrieval before its observations are read.</summary>
/// <param name="RunId">The run that made it.</param>
/// <param name="Source">The source.</param>
/// <param name="Definition">Fingerprint of the source's definition: the same bytes are read again when it changes.</param>
/// <param name="Files">The files, kept by checksum.</param>
/// <param name="Released">The provider's release date; null when it does not say.</param>
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
    /// <summary>SHA-256 over the names and checksums of all files.</summary>
    public string Sha256 { get; } = Checksum.Of(Files.Select(file => $"{file.Sha256}  {file.Name}"));
}

/// <summary>A stored vintage: one retrieval of one source.</summary>
/// <param name="Id">Vintage id, growing.</param>
/// <param name="Source">Source id.</param>
/// <param name="Sha256">Checksum over all files.</param>
/// <param name="Definition">Fingerprint of the source's definition at that time.</param>
/// <param name="Status"><c>published</c> or <c>quarantined</c>.</param>
/// <param name="Released">The provider's release date.</param>
/// <param name="RetrievedAt">When the bytes were fetched.</param>
/// <param name="PublishedAt">When readers saw it first; null while quarantined.</param>
/// <param name="CheckedAt">When the provider was last seen to serve these bytes.</param>
/// <param name="Licence">Licence id at that time.</param>
/// <param name="Citation">Citation at that time.</param>
/// <param name="Observations">Rows read.</param>
/// <param name="Difference">What it changed.</param>
public sealed record Vintage(
    long Id, string Source, string Sha256, string Definition, string Status, DateOnly? Released, DateTimeOffset RetrievedAt,
    DateTimeOffset? PublishedAt, DateTimeOffset CheckedAt, string Licence, string Citation, long Observations, Difference Difference)
{
    /// <summary>True when readers see it; false while it is quarantined.</summary>
    public bool IsPublished => Status == "published";

    /// <summary>The date to show: the provider's release, else the retrieval.</summary>
    public DateOnly Date => Released ?? DateOnly.FromDateTime(RetrievedAt.UtcDateTime);
}

/// <summary>What the gate sees before a vintage is published.</summary>
/// <param name="Rows">Observations staged.</param>
/// <param name="Served">The series that have current points, each with what the staged state keeps of them.</param>
public sealed record StagedState(long Rows, IReadOnlyList<ServedSeries> Served);

/// <summary>A series that has current points, compared with the staged state.</summary>
/// <param name="Series">The series.</param>
/// <param name="Points">Its current points.</param>
/// <param name="Kept">Of these, the points that the staged state still has.</param>
/// <param name="Gone">True when the staged state has no row of this series at all: its points stay as they are.</param>
public sealed record ServedSeries(SeriesKey Series, long Points, long Kept, bool Gone);
