using DivideMetrics.Areas;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Explore;

namespace DivideMetrics.Web;

/// <summary>Addresses of inequality.</summary>
public static partial class AppUrls
{
    /// <summary>Inequality, of the first indicator that is measured.</summary>
    public const string InequalityStart = "/inequality";

    /// <summary>Inequality of an indicator between the economies of a group.</summary>
    public static string Inequality(string indicator, string group, AreaGroupKind by, ReadAt at = default) => $"{InequalityStart}/{Escape(indicator)}" + Query(
        [("region", group == AreaCatalog.World ? null : group), ("by", by == AreaGroupKind.IncomeGroup ? null : ExploreQuery.CodeOf(by)), .. State(at)]);
}
