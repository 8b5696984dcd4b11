using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Pictures;

/// <summary>What stands around a chart in its picture.</summary>
/// <param name="Sources">A line a source: citation, vintage, licence.</param>
/// <param name="Address">Where the chart is to be found.</param>
/// <param name="World">The world's shapes.</param>
internal sealed record PictureParts(IReadOnlyList<string> Sources, string Address, WorldShapes World);

/// <summary>How a picture looks.</summary>
/// <param name="Theme">By day or by night.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels; null for as many as the chart needs.</param>
internal sealed record PictureLook(ChartTheme Theme, int Width = PictureLook.UsualWidth, int? Height = null)
{
    /// <summary>The usual width.</summary>
    public const int UsualWidth = 1200;

    /// <summary>What other sites show beside a link.</summary>
    public static PictureLook Preview { get; } = new(ChartTheme.Light, 1200, 630);
}

/// <summary>A chart as a picture that speaks for itself wherever it is taken: finding, subtitle, drawing, legend, source, vintage, licence, address.</summary>
internal sealed class ChartPicture(ExploreChart chart, PictureParts parts, PictureLook look)
{
    private const double Edge = 40;
    private const double TitleSize = 30;
    private const double SubtitleSize = 16;
    private const double SmallSize = 12;
    private const int MostSources = 4;

    private readonly SvgText _svg = new();

    private double Inner => look.Width - (2 * Edge);

    /// <summary>The picture as SVG.</summary>
    public string Svg()
    {
        var title = PictureText.Wrap(chart.Finding, Inner, TitleSize, 2);
        var subtitle = PictureText.Wrap(chart.Subtitle, Inner, SubtitleSize, 2);
        var foot = FootLines();
        var top = Edge + (title.Count * TitleSize * 1.2) + (subtitle.Count * SubtitleSize * 1.45) + 16;
        var bottom = (foot.Count * SmallSize * 1.5) + 24 + (HasLegend ? 40 : 0);
        var drawing = look.Height is { } height ? Math.Max(height - top - bottom, 120) : NaturalHeight;
        var whole = look.Height ?? (int)Math.Ceiling(top + drawing + bottom);

        _svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", Numbers.Attribute(look.Width)), ("height", Numbers.Attribute(whole)), ("viewBox", FormattableString.Invariant($"0 0 {look.Width} {whole}")),
            ("role", "img"), ("xml:lang", Language.Current == Language.English ? null : Language.Current.Code), ("font-family", ChartTheme.FontFamily), ("font-size", "12"));
        _svg.Element("title", chart.Finding).Element("desc", chart.Words);
        _svg.Element("rect", null, ("width", "100%"), ("height", "100%"), ("fill", look.Theme.Paper));
        Lines(title, Edge, TitleSize, 1.2, look.Theme.Ink, bold: true);
        Lines(subtitle, Edge + (title.Count * TitleSize * 1.2) + 4, SubtitleSize, 1.45, look.Theme.Muted);
        Draw(top, drawing);
        if (HasLegend)
        {
            new PictureLegend(_svg, look.Theme).Write(chart, Edge, top + drawing + 8, Inner);
        }

        _svg.Element("line", null, ("x1", Numbers.Attribute(Edge)), ("x2", Numbers.Attribute(look.Width - Edge)), ("y1", Numbers.Attribute(whole - bottom + (HasLegend ? 44 : 8))), ("y2", Numbers.Attribute(whole - bottom + (HasLegend ? 44 : 8))), ("stroke", look.Theme.Hairline));
        Lines(foot, whole - (foot.Count * SmallSize * 1.5) - 14, SmallSize, 1.5, look.Theme.Muted);
        return _svg.Close("svg").ToString();
    }

    // Lines of a language from right to left begin on the right.
    private static bool IsMirrored => Language.Current.IsRightToLeft;

    private bool HasLegend => chart.Scale is not null || chart.Legend.Count > 0;

    private double NaturalHeight => chart.Figure switch
    {
        null => 40,
        MapFigure when chart.Second is not null => Inner / 2 * WorldProjection.Height / WorldProjection.Width,
        MapFigure => Inner * WorldProjection.Height / WorldProjection.Width,
        var figure => figure.Height,
    };

    private List<string> FootLines()
    {
        var sources = parts.Sources.Take(MostSources).SelectMany(source => PictureText.Wrap(source, Inner, SmallSize, 2)).ToList();
        if (parts.Sources.Count > MostSources)
        {
            sources.Add(T("and {0} more sources, named at the address below", Numbers.Count(parts.Sources.Count - MostSources)));
        }

        return [.. sources, parts.Address];
    }

    private void Draw(double top, double height)
    {
        var map = new MapSvg(_svg, parts.World, look.Theme);
        switch (chart.Figure)
        {
            case MapFigure first when chart.Second is MapFigure second:
                map.Write(first, Edge, top, (Inner / 2) - 12, height);
                map.Write(second, Edge + (Inner / 2) + 12, top, (Inner / 2) - 12, height);
                break;
            case MapFigure one:
                map.Write(one, Edge, top, Inner, height);
                break;
            case PlotFigure plot:
                _svg.Open("g", ("transform", $"translate({Numbers.Attribute(Edge)} {Numbers.Attribute(top)})"));
                _svg.Raw(PlotSvg.InPicture(plot.PlotOf(narrow: look.Width < 640), look.Theme, Inner, height)).Close("g");
                break;
        }
    }

    private void Lines(IReadOnlyList<string> lines, double top, double size, double leading, string colour, bool bold = false)
    {
        foreach (var (index, line) in lines.Index())
        {
            _svg.Element("text", line, ("x", Numbers.Attribute(IsMirrored ? look.Width - Edge : Edge)), ("direction", IsMirrored ? Language.Current.Direction : null), ("y", Numbers.Attribute(top + size + (index * size * leading))), ("font-size", Numbers.Attribute(size)), ("fill", colour), ("font-weight", bold ? "700" : null));
        }
    }
}
