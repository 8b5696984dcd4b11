using DivideMetrics.Areas;
using DivideMetrics.Observations;
using DivideMetrics.Sources;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>
/// What a schema cannot say of corrections: that what they name exists, and that each has what its action needs and no more.
/// </summary>
internal sealed class CorrectionChecks(SeedProblems problems, AreaCatalog areas, IReadOnlyDictionary<string, SourceDefinition> sources)
{
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["drop"] = [], ["override"] = ["value"], ["scale"] = ["factor"], ["flag"] = ["status"],
    };

    public void Check(SeedDocument document)
    {
        if (!sources.TryGetValue((string)document.Root["source"]!, out var source))
        {
            Tell(document, "source", $"unknown source '{(string?)document.Root["source"]}'; it must stand in seeds/sources");
        }

        foreach (var item in document.Root["corrections"]!.Cast<JObject>())
        {
            if (source is not null && source.Series.All(series => series.Code != (string?)item["series"]))
            {
                Tell(document, item.Path + ".series", $"source '{source.Id}' does not declare the series '{(string?)item["series"]}'");
            }

            Names(document, item);
            Action(document, item);
            Guard(document, item);
        }
    }

    private void Names(SeedDocument document, JObject item)
    {
        foreach (var area in (item["areas"] ?? new JArray()).Where(area => areas.Find((string)area!) is null))
        {
            Tell(document, area.Path, $"unknown area '{(string?)area}'; it must stand in areas.csv");
        }

        if (SourceSeeds.Day((string?)item["date"]) is null)
        {
            Tell(document, item.Path + ".date", $"expected a day (yyyy-MM-dd), found '{(string?)item["date"]}'");
        }
    }

    private void Action(SeedDocument document, JObject item)
    {
        var action = (string)item["action"]!;
        foreach (var key in Keys[action].Where(key => item[key] is null))
        {
            Tell(document, item.Path, $"a correction '{action}' needs '{key}'");
        }

        var others = new[] { "value", "factor", "status" }.Except(Keys[action]).Where(key => (action, key) != ("override", "status"));
        foreach (var key in others.Where(key => item[key] is not null))
        {
            Tell(document, $"{item.Path}.{key}", $"a correction '{action}' has no '{key}'");
        }

        var missing = Enum.TryParse<ObsStatus>((string?)item["status"], out var status) && status.SaysMissing();
        if (action == "flag" && missing)
        {
            Tell(document, item.Path + ".status", "a flag keeps the value; to take it away, override it by 'value: null' with this status");
        }

        if (action == "override" && item["value"] is { } value && (value.Type == JTokenType.Null) != missing)
        {
            Tell(document, item.Path + ".value", "a value has no status that says missing (L, M, O, Q), and a missing value has one");
        }
    }

    private void Guard(SeedDocument document, JObject item)
    {
        if (item["expect"] is not JObject guard)
        {
            return;
        }

        var absent = (bool?)guard["absent"] ?? false;
        if (absent == (guard["value"] is not null || guard["status"] is not null))
        {
            Tell(document, guard.Path, "expected either 'absent: true', or a value, a status or both");
        }

        if (absent && ((string?)item["action"] != "override" || item["areas"] is null || item["periods"] is null))
        {
            Tell(document, guard.Path, "'absent' belongs to an override that names its areas and periods: the points are added");
        }
    }

    private void Tell(SeedDocument document, string path, string reason) => problems.Add(document.File.Name, document.LineOf(path), reason);
}
