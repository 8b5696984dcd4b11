using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Pictures;

/// <summary>The legend of a picture: the classes of a scale, or categories.</summary>
internal sealed class PictureLegend(SvgText svg, ChartTheme theme)
{
    private const double Letter = 7.2;

    /// <summary>Writes the legend of a chart in one line.</summary>
    public void Write(ExploreChart chart, double left, double top, double width)
    {
        if (chart.Scale is { } scale)
        {
            Classes(scale, left, top, width, chart.Figure is MapFigure);
            return;
        }

        var x = left;
        foreach (var entry in chart.Legend)
        {
            svg.Element("circle", null, ("cx", Numbers.Attribute(x + 6)), ("cy", Numbers.Attribute(top + 12)), ("r", "5"), ("fill", theme.Of(entry.Paint)));
            Words(entry.Name, x + 18, top + 16);
            x += 44 + (Letters.Of(entry.Name) * Letter);
        }
    }

    private void Classes(LevelScale scale, double left, double top, double width, bool isMap)
    {
        var step = Math.Min((width - (isMap ? 120 : 0)) / LevelScale.Classes, 120);
        foreach (var (index, colour) in theme.Of(scale.Palette).Index())
        {
            svg.Element("rect", null, ("x", Numbers.Attribute(left + (index * step))), ("y", Numbers.Attribute(top)), ("width", Numbers.Attribute(step)), ("height", "10"), ("fill", colour));
            Words(scale.Labels[index], left + (index * step), top + 24);
        }

        if (isMap)
        {
            var x = left + (LevelScale.Classes * step) + 24;
            svg.Element("rect", null, ("x", Numbers.Attribute(x)), ("y", Numbers.Attribute(top)), ("width", "28"), ("height", "10"), ("fill", $"url(#{MapSvg.Hatch})"));
            Words(T("no data"), x, top + 24);
        }
    }

    private void Words(string words, double x, double y) => svg.Element("text", words, ("x", Numbers.Attribute(x)), ("y", Numbers.Attribute(y)), ("fill", theme.Muted));
}
