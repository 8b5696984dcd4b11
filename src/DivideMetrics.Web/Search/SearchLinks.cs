using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Components.Pages.Overview;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Search;

/// <summary>Where what was found is, and what is said of it.</summary>
internal static class SearchLinks
{
    /// <summary>The page of what was found: of a group its measures of the indicator that the overview leads with.</summary>
    public static string AddressOf(SearchHit hit, Catalog catalog, ReadAt at = default) => hit.Kind switch
    {
        SearchKind.Area => AppUrls.Area(hit.Code, at),
        SearchKind.Group => AppUrls.GroupMeasures(hit.Code, (OverviewModel.IndicatorOf(catalog) ?? catalog.Indicators[0]).Id, at),
        _ => AppUrls.Indicator(hit.Code, new(At: at)),
    };

    /// <summary>What results of a kind are headed by.</summary>
    public static string HeadingOf(SearchKind kind) => kind switch
    {
        SearchKind.Area => T("Countries and economies"),
        SearchKind.Group => T("Groups of economies"),
        _ => T("Indicators"),
    };

    /// <summary>Says by which word something was found, with that word's place; null where its name says so already.</summary>
    public static string? NoteOf(FoundBy by) => by switch
    {
        FoundBy.Code => Later("code {0}"),
        FoundBy.OtherName => Later("also called {0}"),
        FoundBy.OtherWord => Later("in other words: {0}"),
        FoundBy.Dimension => Later("dimension: {0}"),
        _ => null,
    };
}
