using DivideMetrics.Observations;
using DivideMetrics.Revisions;
using DivideMetrics.Web.Api;

namespace DivideMetrics.Web.Revisions;

/// <summary>
/// Changes between two states of a source as CSV: numbers in the invariant culture, in the shortest form that reads back to the same value.
/// Texts are the provider's, so one that a spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
internal static class ChangeCsv
{
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>The columns.</summary>
    public static IReadOnlyList<CsvColumn<Change>> Columns { get; } =
    [
        new("KIND", "CREATE, UPDATE value, UPDATE precision, UPDATE status or WITHDRAW", change => ChangeWords.Of(change.Kind)),
        new("SERIES", "The provider's series code", change => Text(change.Series.Code)),
        new("REF_AREA", "Reference area: ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate (WLD)",
            change => Text(change.Area)),
        new("SEX", "_T both, F female, M male", change => change.Series.Sex.Code()),
        new("AGE", "SDMX AGE; _T all", change => Text(change.Series.Age)),
        new("URBANISATION", "U urban, R rural, _T both", change => Text(change.Series.Urbanisation)),
        new("BREAKDOWN", "Further breakdown as NAME=CODE pairs; _T none", change => Text(change.Series.Breakdown)),
        new("TIME_PERIOD", "Year", change => CsvText.Of(change.Year)),
        new("OLD_VALUE", "Value before; empty when there was none", change => CsvText.Of(change.Old?.Value)),
        new("NEW_VALUE", "Value now; empty when there is none", change => CsvText.Of(change.New?.Value)),
        new("DIFFERENCE", "New less old; empty when one is missing", change => CsvText.Of(change.Difference)),
        new("OLD_STATUS", "SDMX CL_OBS_STATUS before; empty when the point is new", change => change.Old?.Status.ToString()),
        new("NEW_STATUS", "SDMX CL_OBS_STATUS now; empty when the point is withdrawn", change => change.New?.Status.ToString()),
    ];

    /// <summary>Writes the changes, read once; the stream stays open.</summary>
    public static Task WriteAsync(Stream target, IEnumerable<Change> changes, CancellationToken cancellationToken) =>
        CsvRows.WriteAsync(Columns, changes, target, cancellationToken);

    private static string Text(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
