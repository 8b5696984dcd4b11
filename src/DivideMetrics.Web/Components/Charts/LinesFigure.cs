using System.Net;
using DivideMetrics.Web.Reading;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using AnnotationLib = Plotly.Blazor.LayoutLib.AnnotationLib;
using PlotLayout = Plotly.Blazor.Layout;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A point of a line.</summary>
/// <param name="Year">Year.</param>
/// <param name="Value">Value.</param>
/// <param name="Estimated">True for estimated or imputed values: drawn hollow.</param>
public sealed record LinePoint(int Year, double Value, bool Estimated = false);

/// <summary>A projected year of a line.</summary>
/// <param name="Year">Year after the line's last point.</param>
/// <param name="Value">Expected value.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
public sealed record LineProjection(int Year, double Value, double? Lower, double? Upper);

/// <summary>A line.</summary>
/// <param name="Name">Its label.</param>
/// <param name="Points">Its points by year.</param>
/// <param name="Observed">True for single areas, whose points are drawn; groups are drawn as a line only.</param>
/// <param name="Reference">True for the line against which the others are read (the world): in ink.</param>
public sealed record LineSeries(string Name, IReadOnlyList<LinePoint> Points, bool Observed = true, bool Reference = false)
{
    /// <summary>Its projected years, in order; empty when there is no projection.</summary>
    public IReadOnlyList<LineProjection> Projection { get; init; } = [];
}

/// <summary>A goal as a horizontal line.</summary>
/// <param name="Value">Where the line is.</param>
/// <param name="Label">Goal, year and authority in words.</param>
public sealed record GoalLine(double Value, string Label);

/// <summary>Lines over time: observed solid, estimated points hollow, projection dashed with its 95 % band, the way to it dotted, goal line, direct labels.</summary>
public sealed record LinesFigure : ChartFigure
{
    private const int LabelHeight = 18;
    private const int LongestName = 24;

    /// <summary>The lines, in the order of their colours.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>The goal; null when there is none.</summary>
    public GoalLine? Goal { get; init; }

    /// <summary>Unit after a number, for example <c>%</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Decimals in hovers.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Top of the value axis.</summary>
    public double Top => Math.Max(Goal?.Value ?? 0, Series.SelectMany(Ends).DefaultIfEmpty(1).Max()) * 1.06;

    /// <inheritdoc/>
    public override Drawing Draw(ChartTheme theme, bool narrow = false)
    {
        var traces = new List<ITrace>();
        for (var index = 0; index < Series.Count; index++)
        {
            traces.AddRange(LineTraces.Of(Series[index], ColourOf(index, theme), theme, Text));
        }

        return new(traces, Frame(theme, narrow));
    }

    /// <summary>A value as labels say it.</summary>
    public string Text(double value) => value >= 1e5 ? Numbers.People(value) : Numbers.Exact(value, Decimals) + (Unit.Length == 0 ? "" : "\u00a0" + Unit);

    /// <summary>The colour of a line.</summary>
    public string ColourOf(int index, ChartTheme theme) =>
        CategoryOf(index) is { } category ? theme.Categories[category] : theme.Ink;

    private int RightMargin => 24 + (7 * Series.Select(line => Short(line.Name).Length + Text(EndOf(line)).Length).DefaultIfEmpty(0).Max());

    /// <summary>Where a line's label stands: at its projected end, else at its last point.</summary>
    public static double EndOf(LineSeries line) => line switch
    {
        { Projection: [.., var end] } => end.Value,
        { Points: [.., var last] } => last.Value,
        _ => 0,
    };

    /// <summary>Which of the seven colours a line has; null for the line in ink.</summary>
    public int? CategoryOf(int index) =>
        Series[index].Reference ? null : Series.Take(index).Count(line => !line.Reference) % ChartTheme.Light.Categories.Count;

    private static IEnumerable<double> Ends(LineSeries line) =>
        line.Points.Select(point => point.Value).Concat(line.Projection.Select(year => year.Upper ?? year.Value));

    private PlotLayout Frame(ChartTheme theme, bool narrow) => new()
    {
        Margin = new() { L = 44, R = narrow ? 8 : RightMargin, T = 24, B = 32 },
        PaperBgColor = "rgba(0,0,0,0)",
        PlotBgColor = "rgba(0,0,0,0)",
        Font = new() { Color = theme.Muted, Size = 12 },
        ShowLegend = false,
        HoverMode = Plotly.Blazor.LayoutLib.HoverModeEnum.Closest,
        DragMode = DragModeEnum.False,
        HoverLabel = theme.Hover,
        XAxis = [new() { FixedRange = true, ShowGrid = false, ShowLine = true, LineColor = theme.Hairline, TickFormat = "d", NTicks = 8, ZeroLine = false }],
        YAxis = [new() { FixedRange = true, GridColor = theme.Hairline, ZeroLine = false, Range = [0, Top], NTicks = 6, TickSuffix = Unit == "%" ? Numbers.Thin + "%" : "" }],
        Shapes = Goal is null ? [] : [GoalShape(theme, Goal)],
        Annotations = [.. Labels(theme, narrow), .. Goal is null ? [] : new[] { GoalLabel(theme, Goal) }],
    };

    private IEnumerable<Annotation> Labels(ChartTheme theme, bool narrow)
    {
        var ends = Series.Select(EndOf).ToList();
        var distance = Top * LabelHeight / Math.Max((narrow ? NarrowHeight : Height) - 56, 1);
        var places = LabelPlacement.Spread(ends, distance, Top);
        for (var index = 0; index < Series.Count; index++)
        {
            yield return new()
            {
                XRef = "paper", X = 1, XAnchor = narrow ? AnnotationLib.XAnchorEnum.Right : AnnotationLib.XAnchorEnum.Left, XShift = narrow ? 0 : 8,
                YRef = "y", Y = places[index], YAnchor = narrow ? AnnotationLib.YAnchorEnum.Bottom : AnnotationLib.YAnchorEnum.Middle,
                Text = $"{WebUtility.HtmlEncode(Short(Series[index].Name))} <b>{Text(ends[index])}</b>",
                ShowArrow = false,
                Font = new() { Color = ColourOf(index, theme), Size = 12 },
                Align = AnnotationLib.AlignEnum.Left,
            };
        }
    }

    private static Shape GoalShape(ChartTheme theme, GoalLine goal) => new()
    {
        Type = Plotly.Blazor.LayoutLib.ShapeLib.TypeEnum.Line,
        XRef = "paper", X0 = 0, X1 = 1, YRef = "y", Y0 = goal.Value, Y1 = goal.Value,
        Line = new() { Color = theme.GoalLine, Width = 1.5m },
    };

    private static Annotation GoalLabel(ChartTheme theme, GoalLine goal) => new()
    {
        XRef = "paper", X = 0, XAnchor = AnnotationLib.XAnchorEnum.Left,
        YRef = "y", Y = goal.Value, YAnchor = AnnotationLib.YAnchorEnum.Bottom,
        Text = WebUtility.HtmlEncode(goal.Label),
        ShowArrow = false,
        Font = new() { Color = theme.Muted, Size = 12 },
    };

    private static string Short(string name) => name.Length > LongestName ? name[..(LongestName - 1)].TrimEnd() + "…" : name;
}
