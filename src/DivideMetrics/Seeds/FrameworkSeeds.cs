using DivideMetrics.Indicators;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Reads <c>seeds/framework.yml</c>.</summary>
internal static class FrameworkSeeds
{
    private const string FileName = "framework.yml";

    /// <summary>The framework's document; null, with the problems told, where it is not as its schema wants it.</summary>
    /// <exception cref="SeedException">The file or its schema is missing.</exception>
    public static SeedDocument? Read(SeedFolder folder, SeedProblems problems)
    {
        var file = folder.Get(FileName);
        return SeedSchema.Load(folder, "framework").Read(file, problems) is { } root ? new(file, root) : null;
    }

    public static Framework Framework(JObject root) => new(root["communities"]!.Cast<JObject>().Select(Community).ToList());

    /// <summary>That no id and, inside a community, no title stands twice.</summary>
    public static void Check(SeedDocument document, SeedProblems problems)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in document.Root.SelectTokens("communities[*].id").Concat(document.Root.SelectTokens("communities[*].dimensions[*].id")))
        {
            Once(document, problems, ids, id);
        }

        foreach (var community in document.Root["communities"]!)
        {
            var titles = new HashSet<string>(StringComparer.Ordinal);
            foreach (var title in community.SelectTokens("dimensions[*].title"))
            {
                Once(document, problems, titles, title);
            }
        }
    }

    private static void Once(SeedDocument document, SeedProblems problems, HashSet<string> known, JToken token)
    {
        if (!known.Add((string)token!))
        {
            problems.Add(document.File.Name, document.LineOf(token.Path), $"'{(string?)token}' stands twice in the framework");
        }
    }

    private static FrameworkCommunity Community(JObject item) =>
        new(Text(item, "id"), Text(item, "title"), (string?)item["phrase"], item["dimensions"]!.Cast<JObject>().Select(Dimension).ToList());

    private static FrameworkDimension Dimension(JObject item) => new(Text(item, "id"), Text(item, "title"), (string?)item["phrase"]);

    private static string Text(JObject item, string key) => (string)item[key]!;
}
