using System.Globalization;
using DivideMetrics.Sources.Delimited;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Sheets;

/// <summary>Where in a workbook the table stands, and what its columns hold.</summary>
/// <param name="Files">The workbooks.</param>
/// <param name="Sheet">Name of the sheet, or its number from 1; null for the first.</param>
/// <param name="HeaderRow">Row of the header, counted from 1; null for the first row that is not blank.</param>
/// <param name="Table">What the columns hold.</param>
internal sealed record SheetLayout(TableFiles Files, string? Sheet, int? HeaderRow, TableLayout Table)
{
    private static readonly string[] Known = ["files", "sheet", "header-row", .. TableLayout.Options];

    /// <summary>Reads the options of a source.</summary>
    /// <exception cref="SourceException">An option is unknown, missing or unreadable.</exception>
    public static SheetLayout Of(SourceDefinition source)
    {
        var options = new OptionReader(source, Known);
        return new(TableFiles.Of(source, options), options.Find("sheet"), HeaderOf(options), TableLayout.Of(options));
    }

    private static int? HeaderOf(OptionReader options) => options.Find("header-row") switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= 1000 => row,
        _ => throw options.Wrong("header-row", "a row from 1 to 1000"),
    };
}
