using Cronos;
using DivideMetrics.Areas;
using DivideMetrics.Sources;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>What a schema cannot say: that documents fit together.</summary>
internal sealed class SeedChecks(SeedProblems problems, AreaCatalog areas)
{
    private readonly GateSeedChecks _gate = new(problems, areas);

    public void Check(SeedDocuments documents, IReadOnlyList<SourceDefinition> sources, IReadOnlySet<string>? knownMeasures)
    {
        foreach (var (document, source) in documents.Sources.Zip(sources))
        {
            Source(document, source);
            _gate.Source(document);
        }

        var byId = sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        var indicators = documents.Indicators.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in documents.Indicators)
        {
            Indicator(document, byId);
            Names(document, "weights", indicators);
            Measures(document, knownMeasures);
            _gate.Indicator(document);
        }

        foreach (var goal in documents.Goals)
        {
            Names(goal, "indicator", indicators);
        }

        var corrections = new CorrectionChecks(problems, areas, byId);
        foreach (var document in documents.Corrections)
        {
            corrections.Check(document);
        }
    }

    private void Source(SeedDocument document, SourceDefinition source)
    {
        if (source.Schedule is { } cron && !CronExpression.TryParse(cron, CronFormat.Standard, out _))
        {
            Tell(document, "schedule", $"expected a cron expression of five fields, found '{cron}'");
        }

        if ((string?)document.Root["released"] is { } day && source.Released is null)
        {
            Tell(document, "released", $"expected a day (yyyy-MM-dd), found '{day}'");
        }

        Bounds(document, "");
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < source.Series.Count; index++)
        {
            var path = FormattableString.Invariant($"series[{index}]");
            Bounds(document, path + ".");
            if (!codes.Add(source.Series[index].Code))
            {
                Tell(document, path + ".code", $"the series '{source.Series[index].Code}' stands twice");
            }
        }
    }

    private void Indicator(SeedDocument document, Dictionary<string, SourceDefinition> sources)
    {
        if (document.Id != document.File.Stem)
        {
            Tell(document, "id", $"the file must be named after the id: expected '{document.Id}.yml'");
        }

        Bounds(document, "");
        Series(document, sources);
    }

    private void Measures(SeedDocument document, IReadOnlySet<string>? known)
    {
        foreach (var measure in Listed(document).Where(measure => known?.Contains((string)measure!) is false))
        {
            Tell(document, measure.Path, $"unknown measure '{(string?)measure}'; known are {string.Join(", ", known!.Order(StringComparer.Ordinal))}");
        }
    }

    private static IEnumerable<JToken> Listed(SeedDocument document) => document.Root.SelectTokens("measures[*]").Concat(document.Root.SelectTokens("except[*]"));

    /// <summary>That the indicator named under a key exists.</summary>
    private void Names(SeedDocument document, string key, HashSet<string> indicators)
    {
        if ((string?)document.Root[key] is { } id && !indicators.Contains(id))
        {
            Tell(document, key, $"unknown indicator '{id}'; it must stand in seeds/indicators");
        }
    }

    private void Series(SeedDocument document, Dictionary<string, SourceDefinition> sources)
    {
        foreach (var item in document.Root.SelectTokens("series[*]"))
        {
            var (id, code) = ((string)item["source"]!, (string)item["code"]!);
            if (!sources.TryGetValue(id, out var source))
            {
                Tell(document, item.Path + ".source", $"unknown source '{id}'; it must stand in seeds/sources");
            }
            else if (source.Series.All(series => series.Code != code))
            {
                Tell(document, item.Path + ".code", $"source '{id}' does not declare the series '{code}'");
            }
        }
    }

    private void Bounds(SeedDocument document, string prefix)
    {
        var (min, max) = ((double?)document.Root.SelectToken(prefix + "min"), (double?)document.Root.SelectToken(prefix + "max"));
        if (min > max)
        {
            Tell(document, prefix + "max", FormattableString.Invariant($"max ({max}) is below min ({min})"));
        }
    }

    private void Tell(SeedDocument document, string path, string reason) => problems.Add(document.File.Name, document.LineOf(path), reason);
}
