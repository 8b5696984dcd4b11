using DivideMetrics.Indicators;
using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

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
    /// <summary>REF_AREA or code of a group; empty for lines that are no areas.</summary>
    public string Code { get; init; } = "";

    /// <summary>REF_AREA to which a click on a point leads; null for a group.</summary>
    public string? Area { get; init; }

    /// <summary>Its projected years, in order; empty when there is no projection.</summary>
    public IReadOnlyList<LineProjection> Projection { get; init; } = [];
}

/// <summary>A goal as a thin line.</summary>
/// <param name="Value">Where the line is.</param>
/// <param name="Label">Goal, year and threshold in words; null where it has no room.</param>
/// <param name="Short">The same in fewer words, for narrow charts; null where there are none.</param>
public sealed record GoalLine(double Value, string? Label, string? Short = null)
{
    /// <summary>The line of a goal; null without one.</summary>
    public static GoalLine? Of(Indicator indicator, Goal? goal) => goal is null ? null : new(goal.Value, GoalText.Of(indicator, goal), GoalText.Short(indicator, goal));

    /// <summary>The line as a mark; none without a goal.</summary>
    /// <param name="goal">The goal; null for none.</param>
    /// <param name="narrow">True where the label must be short.</param>
    /// <param name="upright">True when values run across.</param>
    public static IReadOnlyList<PlotMark> MarksOf(GoalLine? goal, bool narrow, bool upright = false) =>
        goal is null ? [] : [new RuleMark(goal.Value, narrow ? goal.Short ?? goal.Label : goal.Label) { Upright = upright }];
}

/// <summary>Lines over time: observed solid, estimated points hollow, projection dashed with its 95 % band, the way to it dotted, goal line, direct labels.</summary>
public sealed record LinesFigure : PlotFigure
{
    private const int LabelHeight = 18;
    private const int LongestName = 30;

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

    /// <summary>Foot of the value axis: zero, unless values lie below.</summary>
    public double Foot => Math.Min(0, Series.SelectMany(Feet).DefaultIfEmpty(0).Min() * 1.06);

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow) => new([PanelOf(narrow)]) { Right = narrow ? 8 : RightMargin };

    /// <summary>A value as labels say it.</summary>
    public string Text(double value) => Math.Abs(value) >= 1e5 ? Numbers.People(value) : Numbers.Exact(value, Decimals) + (Unit.Length == 0 ? "" : "\u00a0" + T(Unit));

    /// <summary>The colour of a line.</summary>
    public Paint PaintOf(int index) => CategoryOf(index) is { } category ? Paint.Category(category) : Paint.Ink;

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

    private int RightMargin => 24 + (int)Math.Ceiling(7.4 * Series.Select(line => Letters.Of(Short(line.Name)) + Letters.Of(Text(EndOf(line)))).DefaultIfEmpty(0).Max());

    private PlotPanel PanelOf(bool narrow)
    {
        var years = GroupLines.YearsOf(this).DefaultIfEmpty(0).ToList();
        var (first, last) = (years.Min(), years.Max());
        var y = new PlotAxis(Foot, Top, Ticks.Of(Foot, Top, 6, value => AxisText(value))) { Grid = true };
        return new(
            new(first, last == first ? first + 1 : last, Ticks.Years(first, last, narrow ? 4 : 8)), y,
            [.. GoalLine.MarksOf(Goal, narrow), .. Series.Index().SelectMany(line => LineMarks.Of(line.Item, PaintOf(line.Index), Text)), new LabelsMark(Labels(last, y, narrow))]);
    }

    private List<PlotLabel> Labels(int last, PlotAxis y, bool narrow)
    {
        var ends = Series.Select(EndOf).ToList();
        var distance = (y.To - y.From) * LabelHeight / Math.Max((narrow ? NarrowHeight : Height) - 56, 1);
        var places = LabelPlacement.Spread(ends.ConvertAll(end => end - y.From), distance, y.To - y.From);
        return Series.Index().Select(line => new PlotLabel(last, y.From + places[line.Index], Short(line.Item.Name), PaintOf(line.Index))
        {
            Strong = Text(ends[line.Index]),
            Side = narrow ? LabelSide.Before : LabelSide.After,
        }).ToList();
    }

    private string AxisText(double value) => Numbers.Axis(value) + (Unit == "%" ? Numbers.Thin + "%" : "");

    private static IEnumerable<double> Ends(LineSeries line) =>
        line.Points.Select(point => point.Value).Concat(line.Projection.Select(year => year.Upper ?? year.Value));

    private static IEnumerable<double> Feet(LineSeries line) =>
        line.Points.Select(point => point.Value).Concat(line.Projection.Select(year => year.Lower ?? year.Value));

    private static string Short(string name) => Letters.Short(name, LongestName);
}
