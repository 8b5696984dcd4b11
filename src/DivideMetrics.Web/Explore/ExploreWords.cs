using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Words of codes.</summary>
internal static class ExploreWords
{
    /// <summary>Which two sides.</summary>
    public static string Split(string kind) => kind switch
    {
        ExploreData.BySex => T("women and men"),
        "location" => T("town and country"),
        "age" => T("young and old"),
        "size" => T("size of enterprise"),
        "income" => T("Income"),
        "education" => T("Education"),
        _ => kind,
    };
}
