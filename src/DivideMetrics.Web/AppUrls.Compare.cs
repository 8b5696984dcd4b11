using DivideMetrics.Web.Compare;

namespace DivideMetrics.Web;

/// <summary>Addresses of comparisons.</summary>
public static partial class AppUrls
{
    /// <summary>Compare, with nothing chosen.</summary>
    public const string CompareStart = "/compare";

    /// <summary>A comparison as CSV, without its parameters.</summary>
    public const string CompareFile = CompareStart + ".csv";

    /// <summary>A comparison.</summary>
    public static string Compare(CompareState state) => CompareStart + Query(Chosen(state));

    /// <summary>What a comparison shows as CSV.</summary>
    public static string CompareCsv(CompareState state) => CompareFile + FileQuery(Chosen(state));

    /// <summary>The query parameters of a comparison; null where the default is chosen.</summary>
    public static (string Name, string? Value)[] Chosen(CompareState state) =>
        [("country", Joined(state.Areas)), ("community", state.Community), .. State(state.At)];
}
