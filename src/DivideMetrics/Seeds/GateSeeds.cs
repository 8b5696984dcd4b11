using DivideMetrics.Sources;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Turns what a source declares for the quality gate into records.</summary>
internal static class GateSeeds
{
    public static SourceLimits Limits(JObject? item)
    {
        var usual = new SourceLimits();
        double Share(string key, double otherwise) => (double?)item?[key] ?? otherwise;
        return new(Share("max_rejected_share", usual.MaxRejectedShare), Share("min_coverage_share", usual.MinCoverageShare))
        {
            MinAreaShare = Share("min_area_share", usual.MinAreaShare),
            MinPopulationShare = Share("min_population_share", usual.MinPopulationShare),
            MaxGoneShare = Share("max_gone_share", usual.MaxGoneShare),
            MaxDuplicateShare = Share("max_duplicate_share", usual.MaxDuplicateShare),
            MaxRevisedShare = Share("max_revised_share", usual.MaxRevisedShare),
            MaxRevisionSize = Share("max_revision_size", usual.MaxRevisionSize),
            MaxInconsistentShare = Share("max_inconsistent_share", usual.MaxInconsistentShare),
            MaxOutlierShare = Share("max_outlier_share", usual.MaxOutlierShare),
        };
    }

    public static SourceChecks Checks(JObject? item)
    {
        var usual = new SourceChecks();
        return new()
        {
            Nested = item?["nested"]?.Select(Codes).ToList() ?? usual.Nested,
            Totals = item?["totals"]?.Select(Total).ToList() ?? usual.Totals,
            OutlierScore = (double?)item?["outlier_score"] ?? usual.OutlierScore,
        };
    }

    private static PartsOfTotal Total(JToken item) => new((string)item["total"]!, Codes(item["parts"]!), Rule((string)item["rule"]!))
    {
        From = (int?)item["from"],
        Tolerance = (double?)item["tolerance"],
    };

    private static TotalRule Rule(string text) => text switch { "sum" => TotalRule.Sum, "mean" => TotalRule.Mean, _ => TotalRule.Between };

    private static IReadOnlyList<string> Codes(JToken item) => item.Select(code => (string)code!).ToList();
}
