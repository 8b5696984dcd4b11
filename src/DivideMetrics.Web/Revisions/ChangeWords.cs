using DivideMetrics.Revisions;

namespace DivideMetrics.Web.Revisions;

/// <summary>Words for kinds of changes, as files and pages write them.</summary>
internal static class ChangeWords
{
    /// <summary>The word of a kind.</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "CREATE",
        ChangeKind.UpdateValue => "UPDATE value",
        ChangeKind.UpdatePrecision => "UPDATE precision",
        ChangeKind.UpdateStatus => "UPDATE status",
        ChangeKind.Withdraw => "WITHDRAW",
        _ => "NO CHANGE",
    };

    /// <summary>The counts of a comparison, each with its words.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Of(ChangeCounts counts) =>
    [
        new("Common points", counts.Common),
        new(Of(ChangeKind.None), counts.Same),
        new(Of(ChangeKind.UpdateValue), counts.Revised),
        new(Of(ChangeKind.UpdatePrecision), counts.Precision),
        new(Of(ChangeKind.UpdateStatus), counts.Status),
        new(Of(ChangeKind.Withdraw), counts.Withdrawn),
        new(Of(ChangeKind.Create), counts.Created),
    ];
}
