using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>
/// Where a panel is drawn: in percent of a place whose size only the browser knows, or in pixels of a picture. Shares run from 0 to 1, to the
/// right and upwards.
/// </summary>
/// <param name="Width">Pixels of the panel; null on a page.</param>
/// <param name="Height">Pixels of the panel; null on a page.</param>
internal readonly record struct PlotSurface(double? Width, double? Height)
{
    /// <summary>On a page: as large as its place.</summary>
    public static PlotSurface Page => default;

    /// <summary>True on a page.</summary>
    public bool IsPage => Width is null;

    /// <summary>Coordinate of a mark.</summary>
    public string X(double share) => Width is { } width ? Numbers.Attribute(share * width) : Numbers.Percent(share * 100);

    /// <summary>Coordinate of a mark.</summary>
    public string Y(double share) => Height is { } height ? Numbers.Attribute((1 - share) * height) : Numbers.Percent((1 - share) * 100);

    /// <summary>Length along the horizontal axis.</summary>
    public string Across(double share) => Width is { } width ? Numbers.Attribute(share * width) : Numbers.Percent(share * 100);

    /// <summary>Length along the vertical axis.</summary>
    public string Up(double share) => Height is { } height ? Numbers.Attribute(share * height) : Numbers.Percent(share * 100);

    /// <summary>A corner of a path. Paths know no percentages: on a page they stand in a box of 100 by 100 that is stretched.</summary>
    public string Corner(double x, double y) => $"{Numbers.Attribute(x * (Width ?? 100))} {Numbers.Attribute((1 - y) * (Height ?? 100))}";
}
