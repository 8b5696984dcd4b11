using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Draws one panel: axes, then its marks in order, then words.</summary>
internal sealed class PanelSvg(SvgText svg, PlotPanel panel, PlotSurface surface, ChartTheme theme)
{
    /// <summary>BCP 47 for what is in none.</summary>
    private const string NoLanguage = "zxx";

    /// <summary>True when each mark says what it is when it is pointed at.</summary>
    public bool Titled { get; init; } = true;

    /// <summary>Writes the panel.</summary>
    public void Write()
    {
        WriteLines();
        WriteTicks();
        foreach (var mark in panel.Marks)
        {
            WriteMark(mark);
        }

        if (panel.Title is { } title)
        {
            Words(title, surface.X(0), surface.Y(1), 0, -8, "start", theme.Ink, bold: true);
        }
    }

    private void WriteLines()
    {
        foreach (var tick in panel.Y.Grid ? panel.Y.Ticks : [])
        {
            Straight(0, 1, panel.Y.At(tick.At), panel.Y.At(tick.At), theme.Hairline, 1);
        }

        foreach (var tick in panel.X.Grid ? panel.X.Ticks : [])
        {
            Straight(panel.X.At(tick.At), panel.X.At(tick.At), 0, 1, theme.Hairline, 1);
        }

        Straight(0, 1, 0, 0, theme.Hairline, 1);
    }

    private void WriteTicks()
    {
        foreach (var tick in panel.X.Ticks)
        {
            Words(tick.Text, surface.X(panel.X.At(tick.At)), surface.Y(0), 0, 18, "middle", theme.Muted);
        }

        foreach (var tick in panel.Y.Ticks)
        {
            Words(tick.Text, surface.X(0), surface.Y(panel.Y.At(tick.At)), -6, 4, "end", theme.Muted);
        }

        if (panel.X.Title is { } title)
        {
            Words(title, surface.X(0.5), surface.Y(0), 0, 36, "middle", theme.Muted);
        }
    }

    private void WriteMark(PlotMark mark)
    {
        switch (mark)
        {
            case LineMark line:
                Path("M" + string.Join('L', line.Spots.Select(Corner)), ("fill", "none"), ("stroke", theme.Of(line.Paint)), ("stroke-width", Numbers.Attribute(line.Width)), ("stroke-dasharray", PlotTheme.DashOf(line.Dash, "")));
                break;
            case BandMark band:
                Path("M" + string.Join('L', band.Upper.Concat(band.Lower.Reverse()).Select(Corner)) + "Z", ("fill", theme.Of(band.Paint)), ("fill-opacity", Numbers.Attribute(band.Strength)));
                break;
            case DotsMark { Drawn: true } dots:
                Dots(dots);
                break;
            case BarsMark bars:
                Bars(bars);
                break;
            case RuleMark rule:
                Rule(rule);
                break;
            case LabelsMark labels:
                Labels(labels);
                break;
        }
    }

    private void Dots(DotsMark dots)
    {
        var colour = theme.Of(dots.Paint);
        svg.Open("g", ("fill", colour), ("stroke", colour), ("fill-opacity", dots.Strength < 1 ? Numbers.Attribute(dots.Strength) : null));
        foreach (var dot in dots.Dots)
        {
            Mark(dot.Said, "circle", ("cx", surface.X(panel.X.At(dot.X))), ("cy", surface.Y(panel.Y.At(dot.Y))), ("r", Numbers.Attribute(dot.Size / 2)), ("fill", dot.Hollow ? theme.Paper : null), ("fill-opacity", dot.Hollow ? "1" : null));
        }

        svg.Close("g");
    }

    private void Bars(BarsMark bars)
    {
        svg.Open("g", ("fill", theme.Of(bars.Paint)));
        foreach (var bar in bars.Bars)
        {
            var (left, right, bottom, top) = (panel.X.At(bar.Left), panel.X.At(bar.Right), panel.Y.At(bar.Bottom), panel.Y.At(bar.Top));
            Mark(bar.Said, "rect", ("x", surface.X(left)), ("y", surface.Y(top)), ("width", surface.Across(right - left)), ("height", surface.Up(top - bottom)));
        }

        svg.Close("g");
    }

    private void Mark(Said said, string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (Titled)
        {
            svg.Open(element, attributes).Element("title", said.Line).Close(element);
        }
        else
        {
            svg.Element(element, null, attributes);
        }
    }

    private void Rule(RuleMark rule)
    {
        var at = rule.Upright ? panel.X.At(rule.At) : panel.Y.At(rule.At);
        Straight(rule.Upright ? at : 0, rule.Upright ? at : 1, rule.Upright ? 0 : at, rule.Upright ? 1 : at, theme.GoalLine, 1.5);
        if (rule.Label is { } label)
        {
            var before = rule.EndsBefore(panel);
            Words(label, surface.X(rule.Upright ? at : 0), surface.Y(rule.Upright ? 1 : at), rule.Upright ? (before ? -4 : 4) : 0, -5, before ? "end" : "start", theme.Muted);
        }
    }

    private void Labels(LabelsMark labels)
    {
        foreach (var label in labels.Labels)
        {
            var (dx, dy, anchor) = label.Side switch { LabelSide.After => (8, 4, "start"), LabelSide.Before => (-8, 4, "end"), _ => (0, -8, "middle") };
            Words(label.Strong is null ? label.Text : $"{label.Text} {label.Strong}", surface.X(panel.X.At(label.X)), surface.Y(panel.Y.At(label.Y)), dx, dy, anchor, theme.Of(label.Paint), label.Strong is not null, "label", label.IsCode);
        }
    }

    private void Straight(double x1, double x2, double y1, double y2, string colour, double width) => svg.Element(
        "line", null, ("x1", surface.X(x1)), ("x2", surface.X(x2)), ("y1", surface.Y(y1)), ("y2", surface.Y(y2)), ("stroke", colour), ("stroke-width", Numbers.Attribute(width)));

    private void Words(string words, string x, string y, int dx, int dy, string anchor, string colour, bool bold = false, string? kind = null, bool isCode = false) => svg.Element(
        "text", words, ("class", surface.IsPage ? kind : null), ("lang", isCode ? NoLanguage : null), ("x", x), ("y", y), ("dx", dx == 0 ? null : Numbers.Attribute(dx)), ("dy", dy == 0 ? null : Numbers.Attribute(dy)),
        ("text-anchor", anchor == "start" ? null : anchor), ("fill", colour), ("font-weight", bold ? "600" : null));

    // On a page the box of the path is stretched to its place, and the stroke keeps its width.
    private void Path(string d, params ReadOnlySpan<(string Name, string? Value)> looks)
    {
        if (surface.IsPage)
        {
            svg.Open("svg", ("width", "100%"), ("height", "100%"), ("viewBox", "0 0 100 100"), ("preserveAspectRatio", "none"), ("overflow", "visible"));
        }

        svg.Element("path", null, [("d", d), ("vector-effect", surface.IsPage ? "non-scaling-stroke" : null), .. looks]);
        if (surface.IsPage)
        {
            svg.Close("svg");
        }
    }

    private string Corner(Spot spot) => surface.Corner(panel.X.At(spot.X), panel.Y.At(spot.Y));
}
