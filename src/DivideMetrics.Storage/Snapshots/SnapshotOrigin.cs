using DivideMetrics.Sources;

namespace DivideMetrics.Storage.Snapshots;

/// <summary>Where kept bytes came from: the sidecar beside them.</summary>
/// <param name="Sha256">Checksum of the bytes.</param>
/// <param name="Source">Source id.</param>
/// <param name="Provider">Who publishes them.</param>
/// <param name="Name">Name inside the vintage.</param>
/// <param name="Uri">Where they were fetched.</param>
/// <param name="MediaType">Media type as delivered.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="RetrievedAt">When they were first fetched.</param>
/// <param name="Licence">Licence of the figures.</param>
/// <param name="Citation">How to cite them.</param>
public sealed record SnapshotOrigin(
    string Sha256,
    string Source,
    string Provider,
    string Name,
    string Uri,
    string MediaType,
    long Length,
    DateTimeOffset RetrievedAt,
    Licence Licence,
    string Citation)
{
    /// <summary>The origin of a fetched file.</summary>
    public static SnapshotOrigin Of(RawFile file, SourceDefinition source, DateTimeOffset retrievedAt) => new(
        file.Sha256, source.Id, source.Provider, file.Name, file.Uri, file.MediaType, file.Length, retrievedAt, source.Licence,
        source.Citation);
}
