using DivideMetrics.Areas;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>That what sources and indicators say about their quality names what exists.</summary>
internal sealed class GateSeedChecks(SeedProblems problems, AreaCatalog areas)
{
    /// <summary>The checks of a source name its own series, and no total is part of itself.</summary>
    public void Source(SeedDocument document)
    {
        var declared = document.Root["series"]!.Select(series => (string)series["code"]!).ToHashSet(StringComparer.Ordinal);
        var chains = document.Root.SelectTokens("checks.nested[*][*]");
        var totals = document.Root.SelectTokens("checks.totals[*].total").Concat(document.Root.SelectTokens("checks.totals[*].parts[*]"));
        foreach (var code in chains.Concat(totals).Where(code => !declared.Contains((string)code!)))
        {
            Tell(document, code, $"this source does not declare the series '{(string?)code}'");
        }

        foreach (var total in document.Root.SelectTokens("checks.totals[*]").Where(IsPartOfItself))
        {
            Tell(document, total["total"]!, $"'{(string?)total["total"]}' cannot be a part of itself");
        }
    }

    /// <summary>The known breaks of an indicator name known areas.</summary>
    public void Indicator(SeedDocument document)
    {
        foreach (var area in document.Root.SelectTokens("breaks[*].area").Where(area => areas.Find((string)area!) is null))
        {
            Tell(document, area, $"unknown area '{(string?)area}'; it must stand in areas.csv");
        }
    }

    private static bool IsPartOfItself(JToken total) => total["parts"]!.Any(part => JToken.DeepEquals(part, total["total"]));

    private void Tell(SeedDocument document, JToken at, string reason) =>
        problems.Add(document.File.Name, document.LineOf(at.Path), reason);
}
