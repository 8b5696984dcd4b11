namespace DivideMetrics.Sources;

/// <summary>Where the bytes of a source come from: the provider itself, a bundle, an upload. What reads them does not know.</summary>
public interface IByteOrigin
{
    /// <summary>Brings the bytes into the raw store and interprets nothing.</summary>
    /// <exception cref="SourceException">They did not come, or not whole.</exception>
    Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken);
}
