using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>The views of an indicator.</summary>
public enum IndicatorTab
{
    /// <summary>World map of one year.</summary>
    Map,

    /// <summary>Lines over time of chosen areas.</summary>
    Line,

    /// <summary>One bar an economy, with the gap to the goal.</summary>
    DiscreteBar,

    /// <summary>All values of one year.</summary>
    Table,
}

/// <summary>Texts of <see cref="IndicatorTab"/>.</summary>
public static class IndicatorTabs
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<IndicatorTab> All = [IndicatorTab.Map, IndicatorTab.Line, IndicatorTab.DiscreteBar, IndicatorTab.Table];

    /// <summary>As URLs write it.</summary>
    public static string Code(this IndicatorTab tab) => tab switch
    {
        IndicatorTab.Line => "line",
        IndicatorTab.DiscreteBar => "discrete-bar",
        IndicatorTab.Table => "table",
        _ => "map",
    };

    /// <summary>As readers see it.</summary>
    public static string Label(this IndicatorTab tab) => tab switch
    {
        IndicatorTab.Line => T("Over time"),
        IndicatorTab.DiscreteBar => T("Gap by economy"),
        IndicatorTab.Table => T("Table"),
        _ => T("Map"),
    };
}
