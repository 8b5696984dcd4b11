using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns documents that map a folder's files to sources into records.</summary>
internal static class BundleSeeds
{
    /// <summary>The map; null, with the problems told, when it is not usable.</summary>
    public static BundleMap? Read(SeedSchema schema, SeedFile file, SeedProblems problems)
    {
        if (schema.Read(file, problems) is not { } root)
        {
            return null;
        }

        var items = root["sources"]!.Cast<JObject>().ToList();
        var reasons = items.SelectMany(Problems).Concat(Twice(items)).ToList();
        reasons.ForEach(problem => problems.Add(file.Name, LineOf(problem.At), problem.Reason));
        return reasons.Count == 0 ? new(file.Name, Texts(root["recognise"]), items.Select(Entry).ToList()) : null;
    }

    private static IEnumerable<(JToken At, string Reason)> Problems(JObject item)
    {
        if (item["files"] is null == item["releases"] is null)
        {
            yield return (item, $"source '{item["source"]}' needs either 'files' or 'releases'");
        }

        foreach (var token in item.SelectTokens("$..released").OfType<JValue>().Where(day => SourceSeeds.Day((string?)day) is null))
        {
            yield return (token, $"expected a day (yyyy-MM-dd), found '{token}'");
        }
    }

    private static IEnumerable<(JToken At, string Reason)> Twice(IEnumerable<JObject> items) =>
        items.GroupBy(item => (string)item["source"]!).SelectMany(group => group.Skip(1)).Select(item =>
            ((JToken)item, $"source '{item["source"]}' stands twice; list its releases under one entry"));

    /// <summary>What a release does not say is as the entry says.</summary>
    private static BundleEntry Entry(JObject item)
    {
        var common = Release(item, new BundleRelease([]));
        var releases = item["releases"]?.Cast<JObject>().Select(release => Release(release, common)).ToList();
        return new((string)item["source"]!, releases ?? [common]);
    }

    private static BundleRelease Release(JObject item, BundleRelease common) => new(Texts(item["files"]))
    {
        Adapter = (string?)item["adapter"] ?? common.Adapter,
        Options = item["options"] is JObject options ? Options(options) : common.Options,
        Released = SourceSeeds.Day((string?)item["released"]) ?? common.Released,
        Edition = (string?)item["edition"] ?? common.Edition,
    };

    private static Dictionary<string, string> Options(JObject options) =>
        options.Properties().ToDictionary(option => option.Name, option => (string)option.Value!, StringComparer.Ordinal);

    private static List<string> Texts(JToken? list) => list?.Select(text => (string)text!).ToList() ?? [];

    private static long LineOf(JToken token) => Math.Max(1, ((IJsonLineInfo)token).LineNumber);
}
