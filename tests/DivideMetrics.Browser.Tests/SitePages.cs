namespace DivideMetrics.Browser.Tests;

/// <summary>Every page of the site, by a name for its screenshots.</summary>
internal static class SitePages
{
    public const string Overview = "/";
    public const string Indicator = "/indicators/internet-users";
    public const string Country = "/countries/KEN";
    public const string Explore = "/explore/internet-users";

    /// <summary>Pages.</summary>
    public static IReadOnlyList<(string Name, string Address)> Pages { get; } =
    [
        ("overview", Overview), ("indicators", "/indicators"), ("indicator", Indicator), ("indicator-line", Indicator + "?tab=line"),
        ("indicator-gaps", Indicator + "?tab=discrete-bar"), ("indicator-table", Indicator + "?tab=table"), ("countries", "/countries"), ("country", Country),
        ("measures", "/countries/KEN/internet-users"), ("group-measures", "/groups/WLD/internet-users"), ("explore", Explore), ("inequality", "/inequality"),
        ("news", "/news"), ("progress", "/progress?region=LIC"), ("methodology", "/methodology"), ("about", "/about"),
        ("compare", "/compare?country=KEN~UGA~LIC"), ("compare-start", "/compare"), ("divides", "/divides"), ("sources", "/sources"), ("source", "/sources/UNSD_SDG"),
        ("source-read", "/sources/UNSD"), ("changes", "/sources/UNSD/changes"), ("history", "/sources/UNSD/history?series=IT_USE_ii99&country=KEN"),
        ("trace", Indicator + "/trace?country=KEN&time=2020"),
        ("search", "/search?q=mobile"), ("explain", "/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2020"),
    ];

    /// <summary>The views of Explore beside its map.</summary>
    public static IReadOnlyList<(string Name, string Address)> Charts { get; } =
    [
        .. new[]
        {
            "line", "line&facet=entity", "slope", "discrete-bar&region=LIC", "dumbbell", "scatter", "distribution", "stacked-bar", "heatmap&region=LIC", "table", "map&time=2005..2020", "map&embed=1",
        }.Select(tab => ("explore-" + tab.Replace('&', '-').Replace('=', '-'), $"{Explore}?tab={tab}")),
    ];

    /// <summary>True for a view of Explore; its charts are looked at awake, those of other pages on a telephone as they sleep.</summary>
    public static bool IsChart(string address) => Charts.Any(chart => chart.Address == address);

    /// <summary>What is opened in one look: every page, and every second chart; all of them when pictures are wanted.</summary>
    /// <param name="part">0 or 1: the even or the odd charts.</param>
    public static TheoryData<string, string> In(int part) =>
        [.. Pages.Concat(Charts.Index().Where(chart => WatchedPage.KeepsPictures || chart.Index % 2 == part).Select(chart => chart.Item)).Select(page => (page.Name, page.Address))];
}
