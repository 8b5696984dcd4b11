using Plotly.Blazor.LayoutLib;
using AnnotationLib = Plotly.Blazor.LayoutLib.AnnotationLib;
using PlotLayout = Plotly.Blazor.Layout;
using ShapeLib = Plotly.Blazor.LayoutLib.ShapeLib;
using XAxisLib = Plotly.Blazor.LayoutLib.XAxisLib;
using YAxisLib = Plotly.Blazor.LayoutLib.YAxisLib;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Axes, thin lines and words of a <see cref="Plot"/> as Plotly takes them.</summary>
internal sealed class PlotFrame(Plot plot, ChartTheme theme)
{
    private const string Clear = "rgba(0,0,0,0)";

    /// <summary>The layout.</summary>
    public PlotLayout Layout() => new()
    {
        Margin = new() { L = plot.Left, R = plot.Right, T = plot.Top, B = plot.Bottom },
        PaperBgColor = Clear,
        PlotBgColor = Clear,
        Font = new() { Color = theme.Muted, Size = 12 },
        ShowLegend = false,
        BarMode = BarModeEnum.Overlay,
        HoverMode = HoverModeEnum.Closest,
        DragMode = DragModeEnum.False,
        HoverLabel = theme.Hover,
        XAxis = plot.Panels.Index().Select(panel => AxisX(panel.Item, panel.Index)).ToList(),
        YAxis = plot.Panels.Index().Select(panel => AxisY(panel.Item, panel.Index)).ToList(),
        Shapes = Each<RuleMark, Shape>(Rule).ToList(),
        Annotations = [.. Each<RuleMark, Annotation>(RuleLabel), .. EachOfMany<LabelsMark, Annotation>(Labels), .. plot.Panels.Index().SelectMany(panel => Titles(panel.Item, panel.Index))],
    };

    private XAxis AxisX(PlotPanel panel, int index)
    {
        var box = plot.BoxOf(index);
        return new()
        {
            FixedRange = true, ShowGrid = panel.X.Grid, GridColor = theme.Hairline, ShowLine = true, LineColor = theme.Hairline, ZeroLine = false,
            Type = panel.X.Log ? XAxisLib.TypeEnum.Log : XAxisLib.TypeEnum.Linear,
            Range = Range(panel.X),
            TickMode = XAxisLib.TickModeEnum.Array,
            TickVals = panel.X.Ticks.Select(tick => (object)tick.At).ToList(),
            TickText = panel.X.Ticks.Select(tick => (object)PlotTraces.Escape(tick.Text)).ToList(),
            TickAngle = 0,
            Title = panel.X.Title is { } title ? new() { Text = PlotTraces.Escape(title), Font = new() { Size = 12, Color = theme.Muted } } : null,
            Domain = [box.Left, box.Right],
            Anchor = PlotTraces.NameOf("y", index),
        };
    }

    private YAxis AxisY(PlotPanel panel, int index)
    {
        var box = plot.BoxOf(index);
        return new()
        {
            FixedRange = true, ShowGrid = panel.Y.Grid, GridColor = theme.Hairline, ZeroLine = false,
            Type = panel.Y.Log ? YAxisLib.TypeEnum.Log : YAxisLib.TypeEnum.Linear,
            Range = Range(panel.Y),
            TickMode = YAxisLib.TickModeEnum.Array,
            TickVals = panel.Y.Ticks.Select(tick => (object)tick.At).ToList(),
            TickText = panel.Y.Ticks.Select(tick => (object)PlotTraces.Escape(tick.Text)).ToList(),
            Domain = [box.Bottom, box.Top],
            Anchor = PlotTraces.NameOf("x", index),
        };
    }

    private static List<object> Range(PlotAxis axis) => axis.Log ? [Math.Log10(axis.From), Math.Log10(axis.To)] : [axis.From, axis.To];

    private Shape Rule(RuleMark rule, PlotPanel panel, int index) => new()
    {
        Type = ShapeLib.TypeEnum.Line,
        Layer = ShapeLib.LayerEnum.Below,
        XRef = rule.Upright ? PlotTraces.NameOf("x", index) : PlotTraces.NameOf("x", index) + " domain",
        YRef = rule.Upright ? PlotTraces.NameOf("y", index) + " domain" : PlotTraces.NameOf("y", index),
        X0 = rule.Upright ? rule.At : 0, X1 = rule.Upright ? rule.At : 1,
        Y0 = rule.Upright ? 0 : rule.At, Y1 = rule.Upright ? 1 : rule.At,
        Line = new() { Color = theme.GoalLine, Width = 1.5m },
    };

    private Annotation? RuleLabel(RuleMark rule, PlotPanel panel, int index) => rule.Label is null ? null : new()
    {
        XRef = rule.Upright ? PlotTraces.NameOf("x", index) : PlotTraces.NameOf("x", index) + " domain",
        YRef = rule.Upright ? PlotTraces.NameOf("y", index) + " domain" : PlotTraces.NameOf("y", index),
        X = rule.Upright ? Placed(panel.X, rule.At) : 0, XAnchor = rule.EndsBefore(panel) ? AnnotationLib.XAnchorEnum.Right : AnnotationLib.XAnchorEnum.Left, XShift = rule.Upright ? (rule.EndsBefore(panel) ? -4 : 4) : 0,
        Y = rule.Upright ? 1 : Placed(panel.Y, rule.At), YAnchor = AnnotationLib.YAnchorEnum.Bottom,
        Text = PlotTraces.Escape(rule.Label),
        ShowArrow = false,
        Font = new() { Color = theme.Muted, Size = 12 },
    };

    private IEnumerable<Annotation> Labels(LabelsMark labels, PlotPanel panel, int index) => labels.Labels.Select(label => new Annotation
    {
        XRef = PlotTraces.NameOf("x", index),
        YRef = PlotTraces.NameOf("y", index),
        X = Placed(panel.X, label.X),
        Y = Placed(panel.Y, label.Y),
        XAnchor = label.Side switch { LabelSide.After => AnnotationLib.XAnchorEnum.Left, LabelSide.Before => AnnotationLib.XAnchorEnum.Right, _ => AnnotationLib.XAnchorEnum.Center },
        YAnchor = label.Side == LabelSide.Above ? AnnotationLib.YAnchorEnum.Bottom : AnnotationLib.YAnchorEnum.Middle,
        XShift = label.Side switch { LabelSide.After => 8, LabelSide.Before => -8, _ => 0 },
        YShift = label.Side == LabelSide.Above ? 4 : 0,
        Text = PlotTraces.Escape(label.Text) + (label.Strong is null ? null : $" <b>{PlotTraces.Escape(label.Strong)}</b>"),
        ShowArrow = false,
        Font = new() { Color = theme.Of(label.Paint), Size = 12 },
    });

    private IEnumerable<Annotation> Titles(PlotPanel panel, int index)
    {
        if (panel.Title is { } title)
        {
            yield return new()
            {
                XRef = PlotTraces.NameOf("x", index) + " domain", YRef = PlotTraces.NameOf("y", index) + " domain",
                X = 0, Y = 1, XAnchor = AnnotationLib.XAnchorEnum.Left, YAnchor = AnnotationLib.YAnchorEnum.Bottom, YShift = 4,
                Text = $"<b>{PlotTraces.Escape(title)}</b>", ShowArrow = false, Font = new() { Color = theme.Ink, Size = 12 },
            };
        }
    }

    // Words on a logarithmic axis stand at the logarithm; shapes and points at the value itself.
    private static double Placed(PlotAxis axis, double value) => axis.Log ? Math.Log10(value) : value;

    private IEnumerable<TOut> Each<TMark, TOut>(Func<TMark, PlotPanel, int, TOut?> make)
        where TMark : PlotMark
        where TOut : class =>
        plot.Panels.Index().SelectMany(panel => panel.Item.Marks.OfType<TMark>().Select(mark => make(mark, panel.Item, panel.Index))).OfType<TOut>();

    private IEnumerable<TOut> EachOfMany<TMark, TOut>(Func<TMark, PlotPanel, int, IEnumerable<TOut>> make)
        where TMark : PlotMark =>
        plot.Panels.Index().SelectMany(panel => panel.Item.Marks.OfType<TMark>().SelectMany(mark => make(mark, panel.Item, panel.Index)));
}
