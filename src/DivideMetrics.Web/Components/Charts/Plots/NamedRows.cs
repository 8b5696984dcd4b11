namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Rows of a chart that have names on its left: a row an economy, the first on top.</summary>
internal static class NamedRows
{
    /// <summary>Height of a row, pixels.</summary>
    public const int RowHeight = 24;

    private const int Longest = 40;
    private const int LongestNarrow = 18;
    private const int OfLetter = 7;

    /// <summary>The axis of some rows: row 0 is on top.</summary>
    public static PlotAxis Axis(IReadOnlyList<(string Code, string Name)> rows, bool narrow) =>
        new(-rows.Count + 0.5, 0.5, rows.Index().Select(row => new PlotTick(-row.Index, Short(row.Item.Name, narrow))).ToList());

    /// <summary>Room for the names.</summary>
    public static int LeftOf(IReadOnlyList<(string Code, string Name)> rows, bool narrow) =>
        12 + (int)Math.Ceiling(OfLetter * rows.Select(row => Letters.Of(Short(row.Name, narrow))).DefaultIfEmpty(0).Max());

    /// <summary>Height of the chart, axes included.</summary>
    public static int HeightOf(int rows) => Math.Max((rows * RowHeight) + 72, 160);

    private static string Short(string name, bool narrow) => Letters.Short(name, narrow ? LongestNarrow : Longest);
}
