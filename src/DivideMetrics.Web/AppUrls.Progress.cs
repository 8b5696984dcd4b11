using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web;

/// <summary>Addresses of the matrix of progress.</summary>
public static partial class AppUrls
{
    /// <summary>Progress of every economy to every goal.</summary>
    public const string ProgressPage = "/progress";

    /// <summary>The matrix in a state.</summary>
    public static string Progress(ProgressState state) => ProgressPage + Query(Chosen(state));

    /// <summary>What the matrix shows in a state, as CSV.</summary>
    public static string ProgressCsv(ProgressState state) => $"{ProgressPage}.csv" + FileQuery(Chosen(state));

    private static (string Name, string? Value)[] Chosen(ProgressState state) =>
    [
        (ProgressState.RuleName, state.JudgedBy == ProgressRule.Default ? null : state.JudgedBy.Code),
        (ProgressState.RegionName, state.Group),
        (ProgressState.StatusName, state.Status),
        (ProgressState.CommunityName, state.Community),
        .. State(state.At),
    ];
}
