using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>A document together with its file, so that later checks can tell the line.</summary>
internal sealed record SeedDocument(SeedFile File, JObject Root)
{
    public string Id => (string)Root["id"]!;

    /// <summary>Line of a value by its path in the document, for example <c>series[0].source</c>; 1 when there is none.</summary>
    public long LineOf(string path) => Root.SelectToken(path) is IJsonLineInfo info ? Math.Max(1, info.LineNumber) : 1;
}

/// <summary>The YAML documents of a load, each valid for itself.</summary>
internal sealed record SeedDocuments(
    IReadOnlyList<SeedDocument> Sources, IReadOnlyList<SeedDocument> Indicators, IReadOnlyList<SeedDocument> Goals,
    IReadOnlyList<SeedDocument> Corrections);
