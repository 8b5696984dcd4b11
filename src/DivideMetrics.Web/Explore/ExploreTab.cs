using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>The ways of looking at a variable.</summary>
public enum ExploreTab
{
    /// <summary>World map of one year, or of two side by side.</summary>
    Map,

    /// <summary>Lines over time, in one panel or one panel an area.</summary>
    Line,

    /// <summary>From one year to another.</summary>
    Slope,

    /// <summary>One bar an economy.</summary>
    DiscreteBar,

    /// <summary>Two sides an economy: women and men, town and country.</summary>
    Dumbbell,

    /// <summary>One variable against another.</summary>
    Scatter,

    /// <summary>How economies are spread within groups.</summary>
    Distribution,

    /// <summary>What each group adds to the whole.</summary>
    StackedBar,

    /// <summary>Areas by years.</summary>
    HeatMap,

    /// <summary>All values.</summary>
    Table,
}

/// <summary>Codes and names of <see cref="ExploreTab"/>.</summary>
public static class ExploreTabs
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<ExploreTab> All { get; } = Enum.GetValues<ExploreTab>();

    /// <summary>As addresses write it; the names of Our World in Data's grapher where it has the chart.</summary>
    public static string Code(this ExploreTab tab) => tab switch
    {
        ExploreTab.Line => "line",
        ExploreTab.Slope => "slope",
        ExploreTab.DiscreteBar => "discrete-bar",
        ExploreTab.Dumbbell => "dumbbell",
        ExploreTab.Scatter => "scatter",
        ExploreTab.Distribution => "distribution",
        ExploreTab.StackedBar => "stacked-bar",
        ExploreTab.HeatMap => "heatmap",
        ExploreTab.Table => "table",
        _ => "map",
    };

    /// <summary>As readers see it.</summary>
    public static string Label(this ExploreTab tab) => tab switch
    {
        ExploreTab.Line => T("Over time"),
        ExploreTab.Slope => T("Two years"),
        ExploreTab.DiscreteBar => T("By economy"),
        ExploreTab.Dumbbell => T("Two sides"),
        ExploreTab.Scatter => T("Against another"),
        ExploreTab.Distribution => T("Spread"),
        ExploreTab.StackedBar => T("Contributions"),
        ExploreTab.HeatMap => T("Years by area"),
        ExploreTab.Table => T("Table"),
        _ => T("Map"),
    };
}
