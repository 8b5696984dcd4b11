namespace DivideMetrics.Sources;

/// <summary>The provider itself: the source's adapter asks for the bytes.</summary>
public sealed class NetworkOrigin(SourceRegistry registry) : IByteOrigin
{
    /// <inheritdoc/>
    public Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken) =>
        registry.For(source).FetchAsync(source, store, cancellationToken);
}
