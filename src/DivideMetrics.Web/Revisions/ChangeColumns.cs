using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;

namespace DivideMetrics.Web.Revisions;

/// <summary>The columns of a report of changes, the same in every file.</summary>
internal static class ChangeColumns
{
    /// <summary>Name and cell of each column: a text, a number, or nothing.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Change, object?> Cell)> All =
    [
        ("KIND", change => KindOf(change.Kind)),
        ("SERIES", change => change.Series.Code),
        ("REF_AREA", change => change.Area),
        ("SEX", change => change.Series.Sex.Code()),
        ("AGE", change => change.Series.Age),
        ("URBANISATION", change => change.Series.Urbanisation),
        ("BREAKDOWN", change => change.Series.Breakdown),
        ("TIME_PERIOD", change => change.Year),
        ("OLD_VALUE", change => change.Old?.Value),
        ("NEW_VALUE", change => change.New?.Value),
        ("DIFFERENCE", change => change.Difference),
        ("OLD_STATUS", change => change.Old?.Status.ToString()),
        ("NEW_STATUS", change => change.New?.Status.ToString()),
    ];

    /// <summary>The word of a kind in files: <c>UPDATE value</c>.</summary>
    public static string KindOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "CREATE",
        ChangeKind.UpdateValue => "UPDATE value",
        ChangeKind.UpdatePrecision => "UPDATE precision",
        ChangeKind.UpdateStatus => "UPDATE status",
        ChangeKind.Withdraw => "WITHDRAW",
        _ => "NO CHANGE",
    };

    /// <summary>How many of each kind, in the order of the kinds.</summary>
    public static IEnumerable<(string Kind, long Points)> CountsOf(ChangeCounts counts) =>
    [
        (KindOf(ChangeKind.Create), counts.Created), (KindOf(ChangeKind.UpdateValue), counts.Revised),
        (KindOf(ChangeKind.UpdatePrecision), counts.Precision), (KindOf(ChangeKind.UpdateStatus), counts.Status),
        (KindOf(ChangeKind.Withdraw), counts.Withdrawn), (KindOf(ChangeKind.None), counts.Same),
    ];

    /// <summary>A cell as text; numbers in the invariant culture and in the shortest form that reads back to the same value.</summary>
    public static string? Text(object? cell) => cell switch
    {
        null => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
