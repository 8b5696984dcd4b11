using Plotly.Blazor;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Turns a <see cref="Plot"/> into what Plotly draws: one trace a mark that can be pointed at.</summary>
internal sealed class PlotTraces(Plot plot, ChartTheme theme)
{
    private const string Clear = "rgba(0,0,0,0)";
    private const string Template = "%{hovertext}<extra></extra>";

    /// <summary>True for marks that become a trace; the others become shapes and words.</summary>
    public static bool IsTrace(PlotMark mark) => mark is LineMark or BandMark or DotsMark or BarsMark;

    /// <summary>Traces and layout.</summary>
    public Drawing Draw()
    {
        var traces = plot.Panels.Index().SelectMany(panel => panel.Item.Marks.Where(IsTrace).Select(mark => TraceOf(mark, NameOf("x", panel.Index), NameOf("y", panel.Index)))).ToList();
        return new(traces, new PlotFrame(plot, theme).Layout());
    }

    /// <summary>The name of a panel's axis: <c>x</c>, <c>x2</c>, <c>x3</c>.</summary>
    public static string NameOf(string axis, int panel) => panel == 0 ? axis : FormattableString.Invariant($"{axis}{panel + 1}");

    private ITrace TraceOf(PlotMark mark, string x, string y) => mark switch
    {
        LineMark line => Line(line, x, y),
        BandMark band => Band(band, x, y),
        DotsMark dots => Dots(dots, x, y),
        BarsMark bars => Bars(bars, x, y),
        _ => throw new ArgumentException($"Expected a mark that becomes a trace, found {mark.GetType().Name}.", nameof(mark)),
    };

    private Scatter Line(LineMark line, string x, string y) => new()
    {
        XAxis = x,
        YAxis = y,
        X = line.Spots.Select(spot => (object)spot.X).ToList(),
        Y = line.Spots.Select(spot => (object)spot.Y).ToList(),
        Mode = ModeFlag.Lines,
        Line = new() { Color = theme.Of(line.Paint), Width = (decimal)line.Width, Dash = PlotTheme.DashOf(line.Dash, "px") },
        HoverInfo = HoverInfoFlag.Skip,
        ShowLegend = false,
    };

    private Scatter Band(BandMark band, string x, string y)
    {
        var edge = band.Upper.Concat(band.Lower.Reverse()).ToList();
        return new()
        {
            XAxis = x,
            YAxis = y,
            X = edge.Select(spot => (object)spot.X).ToList(),
            Y = edge.Select(spot => (object)spot.Y).ToList(),
            Mode = ModeFlag.Lines,
            Fill = FillEnum.ToSelf,
            FillColor = PlotTheme.Thinned(theme.Of(band.Paint), band.Strength),
            Line = new() { Color = Clear, Width = 0 },
            HoverInfo = HoverInfoFlag.Skip,
            ShowLegend = false,
        };
    }

    private Scatter Dots(DotsMark dots, string x, string y)
    {
        var colour = theme.Of(dots.Paint);
        return new()
        {
            XAxis = x,
            YAxis = y,
            X = dots.Dots.Select(dot => (object)dot.X).ToList(),
            Y = dots.Dots.Select(dot => (object)dot.Y).ToList(),
            Mode = ModeFlag.Markers,
            Marker = new()
            {
                SizeArray = dots.Dots.Select(dot => (decimal?)dot.Size).ToList(),
                ColorArray = dots.Dots.Select(dot => (object)(dot.Hollow ? theme.Paper : PlotTheme.Thinned(colour, dots.Strength))).ToList(),
                Line = new() { Color = colour, Width = dots.Dots.Any(dot => dot.Hollow) ? 1.5m : 1m },
                Opacity = dots.Drawn ? 1 : 0,
            },
            HoverTextArray = dots.Dots.Select(dot => HoverOf(dot.Said)).ToList(),
            HoverTemplate = Template,
            ShowLegend = false,
            ClipOnAxis = false,
        };
    }

    private Bar Bars(BarsMark bars, string x, string y) => new()
    {
        XAxis = x,
        YAxis = y,
        X = bars.Bars.Select(bar => (object)((bar.Left + bar.Right) / 2)).ToList(),
        WidthArray = bars.Bars.Select(bar => (decimal?)(bar.Right - bar.Left)).ToList(),
        BaseArray = bars.Bars.Select(bar => (object)bar.Bottom).ToList(),
        Y = bars.Bars.Select(bar => (object)(bar.Top - bar.Bottom)).ToList(),
        Marker = new() { Color = theme.Of(bars.Paint), Line = new() { Color = theme.Paper, Width = 0.5m } },
        HoverTextArray = bars.Bars.Select(bar => HoverOf(bar.Said)).ToList(),
        HoverTemplate = Template,
        ShowLegend = false,
    };

    private static string HoverOf(Said said) => $"<b>{Escape(said.Name)}</b><br>{Escape(said.Text).Replace("; ", "<br>", StringComparison.Ordinal)}";

    /// <summary>Words for Plotly, which knows a few tags: nothing of a name is taken for one.</summary>
    public static string Escape(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
