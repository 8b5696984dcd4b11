using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Pictures;

/// <summary>A map in a picture: the shapes, hatch and rings of the page's own.</summary>
internal sealed class MapSvg(SvgText svg, WorldShapes world, ChartTheme theme)
{
    /// <summary>Name of the hatch.</summary>
    public const string Hatch = "hatch";

    /// <summary>Writes the map into a box, as large as it fits.</summary>
    public void Write(MapFigure map, double left, double top, double width, double height)
    {
        var scale = Math.Min(width / WorldProjection.Width, height / WorldProjection.Height);
        var colours = theme.Of(map.Scale.Palette);
        var classes = map.Shapes.ToDictionary(area => area.Code, area => colours[map.Scale.ClassOf(area.Value!.Value)], StringComparer.Ordinal);
        WriteHatch();
        svg.Open("g", ("transform", $"translate({Numbers.Attribute(left + ((width - (scale * WorldProjection.Width)) / 2))} {Numbers.Attribute(top)}) scale({scale.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)})"), ("stroke", theme.Paper), ("stroke-width", "0.6"));
        foreach (var (code, path) in world.Paths)
        {
            svg.Element("path", null, ("d", path), ("fill", classes.GetValueOrDefault(code, $"url(#{Hatch})")));
        }

        foreach (var ring in map.Rings)
        {
            var (x, y) = SmallAreas.PlaceOf(ring.Code);
            svg.Element("circle", null, ("cx", Numbers.Attribute(x)), ("cy", Numbers.Attribute(y)), ("r", "4.5"), ("stroke-width", "1.2"), ("stroke", ring.Value is null ? theme.Muted : theme.Ink), ("fill", ring.Value is { } value ? colours[map.Scale.ClassOf(value)] : theme.Paper));
        }

        svg.Close("g");
    }

    private void WriteHatch() => svg.Open("defs")
        .Open("pattern", ("id", Hatch), ("width", "5"), ("height", "5"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
        .Element("rect", null, ("width", "5"), ("height", "5"), ("fill", theme.NoData)).Element("rect", null, ("width", "1.2"), ("height", "5"), ("fill", theme.Muted), ("fill-opacity", "0.5"))
        .Close("pattern").Close("defs");
}
