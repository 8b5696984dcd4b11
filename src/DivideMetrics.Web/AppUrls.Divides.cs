using DivideMetrics.Web.Divides;
using DivideMetrics.Web.Explore;

namespace DivideMetrics.Web;

/// <summary>Addresses of the divides inside countries.</summary>
public static partial class AppUrls
{
    /// <summary>All divides, of all economies.</summary>
    public const string DividesStart = "/divides";

    /// <summary>The divides in a state.</summary>
    public static string Divides(DividesState state) => DividesStart + Query(Chosen(state));

    /// <summary>The figures of both sides that the page is made from.</summary>
    public static string DividesCsv(DividesState state) => $"{DividesStart}.csv" + FileQuery(Chosen(state));

    /// <summary>The two sides of an indicator, economy by economy.</summary>
    public static string Dumbbell(string indicator, string kind, DividesState state) =>
        Explore(new ExploreState { Indicator = indicator, Tab = ExploreTab.Dumbbell, Split = kind, Group = state.Group, At = state.At });

    /// <summary>The query parameters of the divides; null where the default is chosen.</summary>
    public static (string Name, string? Value)[] Chosen(DividesState state) => [("split", state.Split), ("region", state.Group), .. State(state.At)];
}
