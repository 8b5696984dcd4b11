using DivideMetrics.Seeds;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Origins;

/// <summary>
/// A bundle in place of the network (<c>DIVIDEMETRICS_BUNDLE</c>). It is opened anew for every import, so that it may be replaced while the
/// program runs; of several releases the newest is brought. The files delivered with the product come from where they always are.
/// </summary>
public sealed class BundleOrigin(BundleLocation location, NetworkOrigin delivered, BundleMaps maps, IOptions<SourcesOptions> limits)
    : IByteOrigin
{
    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        if (source.Starter)
        {
            return await delivered.FetchAsync(source, store, cancellationToken);
        }

        try
        {
            using var bundle = Bundle.Open(location, maps, limits.Value);
            return await bundle.ReleasesOf(source.Id)[^1].FetchAsync(source, store, cancellationToken);
        }
        catch (SeedException wrong)
        {
            throw new SourceException($"The map of the bundle {location.Path} is wrong: {wrong.Message}", wrong);
        }
    }
}
