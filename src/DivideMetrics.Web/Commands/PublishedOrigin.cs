using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Snapshots;

namespace DivideMetrics.Web.Commands;

/// <summary>The kept bytes of what this installation published last, as they came from the provider.</summary>
internal sealed class PublishedOrigin(CommandHost host) : IByteOrigin
{
    private static readonly string[] Brought = ["bundle:", "upload:"];

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var queries = host.Get<VintageQueries>();
        var vintage = (await queries.StateAsync(ReadAt.Now, cancellationToken)).FirstOrDefault(vintage => vintage.Source == source.Id)
            ?? throw new SourceException(
                $"Source {source.Id}: expected a published vintage, found none. Import it first, or bundle without --from-snapshots.");
        var files = await queries.FilesAsync(vintage.Id, host.Get<SnapshotStore>().PathOf, cancellationToken);
        if (files.Any(file => Array.Exists(Brought, start => file.Uri.StartsWith(start, StringComparison.Ordinal))))
        {
            throw new SourceException(
                $"Source {source.Id}: its newest vintage came from files that were brought here, "
                + "and how they are read is not in a bundle. Pass those files on.");
        }

        return files.FirstOrDefault(file => !File.Exists(file.Path)) is { } missing
            ? throw new SourceException(
                $"Source {source.Id}: expected the bytes of {missing.Name} at {missing.Path}, found nothing. 'doctor' tells more.")
            : new(files, vintage.Released) { RetrievedAt = vintage.RetrievedAt };
    }
}
