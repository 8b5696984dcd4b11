using DivideMetrics.Indicators;
using DivideMetrics.Sources;

namespace DivideMetrics.Seeds;

/// <summary>Reads and checks <c>seeds/</c>. A broken seed stops the start: the exception says file, line and reason.</summary>
public static class SeedLoader
{
    /// <summary>Reads everything that the folder declares.</summary>
    /// <param name="seedsFolder">Path of the folder <c>seeds</c>.</param>
    /// <param name="knownMeasures">Ids of the measure registry; null leaves the measures of indicators unchecked.</param>
    /// <exception cref="SeedException">Something is missing, unreadable, against its schema, or does not fit together.</exception>
    public static Catalog Load(string seedsFolder, IReadOnlySet<string>? knownMeasures = null)
    {
        var folder = SeedFolder.Read(seedsFolder);
        var problems = new SeedProblems();
        var areas = new AreaSeeds(folder, problems).Load(SeedSchema.Load(folder, "area-names"));
        var documents = new SeedDocuments(
            Read(folder, problems, "sources", "source"),
            Read(folder, problems, "indicators", "indicator"),
            Read(folder, problems, "goals", "goal"),
            ReadCorrections(folder, problems));
        var framework = FrameworkSeeds.Read(folder, problems);
        var bundles = BundleMaps.Load(folder, problems);
        problems.ThrowIfAny();
        var communities = FrameworkSeeds.Framework(framework!.Root);
        var catalog = new Catalog(areas, Indicators(documents, communities), Sources(documents), folder.Fingerprint())
        {
            Framework = communities,
            Corrections = new(documents.Corrections.SelectMany(CorrectionSeeds.Corrections).ToList()),
            Bundles = bundles,
        };
        FrameworkSeeds.Check(framework, problems);
        new IndicatorChecks(problems, catalog).Check(documents);
        new SeedChecks(problems, areas).Check(documents, catalog.Sources, knownMeasures);
        problems.ThrowIfAny();
        return catalog;
    }

    private static List<SeedDocument> ReadCorrections(SeedFolder folder, SeedProblems problems)
    {
        var schema = SeedSchema.Load(folder, "correction");
        return folder.YamlIn("corrections").Select(file => (File: file, Root: schema.Read(file, problems)))
            .Where(read => read.Root is not null).Select(read => new SeedDocument(read.File, read.Root!)).ToList();
    }

    private static List<SeedDocument> Read(SeedFolder folder, SeedProblems problems, string subfolder, string schemaName)
    {
        var schema = SeedSchema.Load(folder, schemaName);
        var documents = new Dictionary<string, SeedDocument>(StringComparer.Ordinal);
        foreach (var file in folder.YamlIn(subfolder))
        {
            if (schema.Read(file, problems) is { } root && new SeedDocument(file, root) is var document && !documents.TryAdd(document.Id, document))
            {
                problems.Add(file.Name, document.LineOf("id"), $"the id '{document.Id}' is already taken by {documents[document.Id].File.Name}");
            }
        }

        return documents.Values.ToList();
    }

    private static List<SourceDefinition> Sources(SeedDocuments documents) =>
        documents.Sources.Select(document => SourceSeeds.Source(document.Root)).ToList();

    private static List<Indicator> Indicators(SeedDocuments documents, Framework framework)
    {
        var goals = GoalSeeds.ByIndicator(documents.Goals);
        return documents.Indicators
            .Select(document => (Order: (int)document.Root["order"]!, Indicator: IndicatorSeeds.Indicator(document.Root, goals[document.Id].ToList())))
            .OrderBy(known => framework.PlaceOf(known.Indicator)).ThenBy(known => known.Order)
            .ThenBy(known => known.Indicator.Id, StringComparer.Ordinal)
            .Select(known => known.Indicator).ToList();
    }
}
