using DivideMetrics.Sources;
using DivideMetrics.Sources.Origins;
using Microsoft.Extensions.Options;

namespace DivideMetrics.Web.Commands;

/// <summary>Which imports are asked for.</summary>
/// <param name="Sources">The sources; empty for all.</param>
/// <param name="Files">Files for the one source.</param>
/// <param name="Dry">True to publish nothing.</param>
internal sealed record PlanRequest(IReadOnlyList<SourceDefinition> Sources, IReadOnlyList<string> Files, bool Dry)
{
    /// <summary>Folder or zip archive; null for the network.</summary>
    public string? Bundle { get; init; }

    /// <summary>Map of the bundle; null for its own.</summary>
    public string? Map { get; init; }

    /// <summary>Adapter for the files; null for the source's own.</summary>
    public string? Adapter { get; init; }

    /// <summary>Options for the adapter; null for the source's own.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Holds the options against each other.</summary>
    /// <exception cref="UsageException">They do not go together.</exception>
    public void Check()
    {
        if (Files.Count > 0 && (Sources.Count != 1 || Bundle is not null))
        {
            throw new UsageException("--file: expected one --source and no --bundle beside it.");
        }

        if (Files.Count == 0 && (Adapter is not null || Options is not null))
        {
            throw new UsageException(
                "--adapter and --option: expected --file beside them. How the files of a bundle are read is said in its map.");
        }

        if (Map is not null && Bundle is null)
        {
            throw new UsageException("--map: expected --bundle beside it.");
        }
    }
}

/// <summary>One import of a plan.</summary>
/// <param name="Title">For progress and results: the source, and which of its releases.</param>
/// <param name="Source">Source id.</param>
/// <param name="Origin">Where the bytes come from; null where that is not known: the source is not declared, or not in the bundle.</param>
/// <param name="Problem">Why it cannot be imported; null when it can.</param>
internal sealed record PlannedImport(string Title, string Source, IByteOrigin? Origin, string? Problem = null);

/// <summary>The imports of one call, in order. Keeps the bundle open.</summary>
internal sealed class IngestPlan : IDisposable
{
    private readonly Bundle? _bundle;

    private IngestPlan(IReadOnlyList<PlannedImport> imports, Bundle? bundle) => (Imports, _bundle) = (imports, bundle);

    /// <summary>The imports, in order.</summary>
    public IReadOnlyList<PlannedImport> Imports { get; }

    /// <summary>Makes the plan.</summary>
    /// <exception cref="SourceException">The bundle cannot be opened.</exception>
    public static IngestPlan Of(PlanRequest request, CommandParts parts, CommandHost host)
    {
        var chosen = request.Sources;
        if (request.Files.Count > 0)
        {
            return new([OfFiles(request, chosen[0], host)], null);
        }

        var usual = host.Get<IByteOrigin>();
        if (request.Bundle is null)
        {
            var wanted = chosen.Count > 0 ? chosen : parts.Catalog.Sources.Where(source => source.Starter || source.Schedule is not null);
            return new(wanted.Select(source => new PlannedImport(source.Id, source.Id, usual)).ToList(), null);
        }

        var bundle = Bundle.Open(new(request.Bundle, request.Map), parts.Catalog.Bundles, host.Get<IOptions<SourcesOptions>>().Value);
        var ids = chosen.Count > 0 ? chosen.Select(source => source.Id) : bundle.Sources;
        return new(ids.SelectMany(id => OfBundle(bundle, id, parts)).ToList(), bundle);
    }

    public void Dispose() => _bundle?.Dispose();

    private static PlannedImport OfFiles(PlanRequest request, SourceDefinition source, CommandHost host)
    {
        var limit = host.Get<IOptions<SourcesOptions>>().Value.MaxResponseBytes;
        var upload = new UploadOrigin(request.Files.Select(UploadedFile.At).ToList(), limit);
        return new(source.Id, source.Id, new ReadAsOrigin(upload, SourceReading.As(source, request.Adapter, request.Options)));
    }

    private static IEnumerable<PlannedImport> OfBundle(Bundle bundle, string id, CommandParts parts)
    {
        if (parts.Catalog.FindSource(id) is null)
        {
            return [new(
                id, id, null,
                $"Source {id}: the bundle has it, and seeds/sources does not declare it. Declare it, or choose others with --source.")];
        }

        try
        {
            var releases = bundle.ReleasesOf(id);
            return releases.Select((origin, index) =>
                new PlannedImport(
                    releases.Count == 1 ? id : FormattableString.Invariant($"{id} (release {index + 1} of {releases.Count})"), id, origin));
        }
        catch (SourceException lacking)
        {
            return [new(id, id, null, lacking.Message)];
        }
    }
}
