using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>
/// Draws a <see cref="Plot"/> as SVG, without a script: into a page, where it takes whatever size its place has, or into a picture of a fixed size.
/// </summary>
internal static class PlotSvg
{
    /// <summary>More marks than these have no hovering title of their own in a page: the table says what each is.</summary>
    private const int MostTitles = 700;

    /// <summary>
    /// Into a page: an element that fills its place, whose margins are the place's padding. Colours are the page's own, so that it follows day and
    /// night.
    /// </summary>
    public static string OnPage(Plot plot)
    {
        var marks = plot.Panels.Sum(panel => panel.Marks.Sum(mark => mark switch { DotsMark dots => dots.Dots.Count, BarsMark bars => bars.Bars.Count, _ => 0 }));
        var svg = new SvgText().Open("svg", ("class", "plot"), ("width", "100%"), ("height", "100%"), ("aria-hidden", "true"), ("focusable", "false"));
        foreach (var (index, panel) in plot.Panels.Index())
        {
            var (left, right, bottom, top) = plot.BoxOf(index);
            svg.Open("svg", ("x", Numbers.Percent(left * 100)), ("y", Numbers.Percent((1 - top) * 100)), ("width", Numbers.Percent((right - left) * 100)), ("height", Numbers.Percent((top - bottom) * 100)), ("overflow", "visible"));
            new PanelSvg(svg, panel, PlotSurface.Page, ChartTheme.Page) { Titled = marks <= MostTitles }.Write();
            svg.Close("svg");
        }

        return svg.Close("svg").ToString();
    }

    /// <summary>The place's padding.</summary>
    public static string PaddingOf(Plot plot) => FormattableString.Invariant($"padding:{plot.Top}px {plot.Right}px {plot.Bottom}px {plot.Left}px");

    /// <summary>Into a picture: a group at its upper left corner.</summary>
    /// <param name="plot">What is drawn.</param>
    /// <param name="theme">By day or by night.</param>
    /// <param name="width">Pixels, margins included.</param>
    /// <param name="height">Pixels, margins included.</param>
    public static string InPicture(Plot plot, ChartTheme theme, double width, double height)
    {
        var svg = new SvgText();
        var (across, up) = (width - plot.Left - plot.Right, height - plot.Top - plot.Bottom);
        foreach (var (index, panel) in plot.Panels.Index())
        {
            var (left, right, bottom, top) = plot.BoxOf(index);
            svg.Open("g", ("transform", $"translate({Numbers.Attribute(plot.Left + (left * across))} {Numbers.Attribute(plot.Top + ((1 - top) * up))})"));
            new PanelSvg(svg, panel, new((right - left) * across, (top - bottom) * up), theme).Write();
            svg.Close("g");
        }

        return svg.ToString();
    }
}
