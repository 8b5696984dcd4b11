using System.Globalization;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>How roles look in a theme.</summary>
internal static class PlotTheme
{
    /// <summary>The colour of a role.</summary>
    public static string Of(this ChartTheme theme, Paint paint) => paint.Role switch
    {
        PaintRole.Ink => theme.Ink,
        PaintRole.Paper => theme.Paper,
        PaintRole.Muted => theme.Muted,
        PaintRole.Hairline => theme.Hairline,
        PaintRole.Goal => theme.GoalLine,
        PaintRole.Accent => theme.Accent,
        PaintRole.Gap => theme.Gap,
        PaintRole.NoData => theme.NoData,
        PaintRole.Category => theme.Categories[paint.Index],
        PaintRole.GapLevel => theme.Gaps[paint.Index],
        PaintRole.Diverging => theme.Diverging[paint.Index],
        _ => theme.Levels[paint.Index],
    };

    /// <summary>A colour <c>#rrggbb</c> with a strength between 0 and 1, as <c>#rrggbbaa</c>.</summary>
    public static string Thinned(string colour, double strength) =>
        strength >= 1 ? colour : colour + ((int)Math.Round(strength * 255)).ToString("x2", CultureInfo.InvariantCulture);

    /// <summary>Lengths of strokes and spaces; null for a solid line.</summary>
    /// <param name="dash">How the line is broken.</param>
    /// <param name="unit">Unit of the lengths, empty where there is none.</param>
    public static string? DashOf(Dash dash, string unit) => dash switch
    {
        Dash.Dashed => $"4{unit},4{unit}",
        Dash.Dotted => $"1{unit},3{unit}",
        _ => null,
    };
}
