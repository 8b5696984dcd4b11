namespace DivideMetrics.Seeds;

/// <summary>The maps of <c>seeds/bundles</c>, and the reading of others against the same schema.</summary>
public sealed class BundleMaps
{
    private readonly SeedSchema? _schema;

    private BundleMaps(SeedSchema? schema, IReadOnlyList<BundleMap> known) => (_schema, Known) = (schema, known);

    /// <summary>No map, and none can be read: for catalogs that no seeds folder stands behind.</summary>
    public static BundleMaps None { get; } = new(null, []);

    /// <summary>The maps delivered with the seeds, by file name.</summary>
    public IReadOnlyList<BundleMap> Known { get; }

    /// <summary>Reads a map.</summary>
    /// <param name="name">File name for messages.</param>
    /// <param name="bytes">Its bytes: YAML.</param>
    /// <exception cref="SeedException">It is not as <c>seeds/schema/bundle.schema.json</c> wants it; says file, line and
    /// reason.</exception>
    /// <exception cref="InvalidOperationException">This is <see cref="None"/>.</exception>
    public BundleMap Read(string name, byte[] bytes)
    {
        var problems = new SeedProblems();
        var schema = _schema ?? throw new InvalidOperationException("There is no schema to read a map with.");
        var map = BundleSeeds.Read(schema, new(name, bytes), problems);
        problems.ThrowIfAny();
        return map!;
    }

    /// <summary>Reads the maps of the seeds.</summary>
    internal static BundleMaps Load(SeedFolder folder, SeedProblems problems)
    {
        var schema = SeedSchema.Load(folder, "bundle");
        var maps = folder.YamlIn("bundles").Select(file => BundleSeeds.Read(schema, file, problems)).OfType<BundleMap>().ToList();
        return new(schema, maps);
    }
}
