using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Small multiples: the same lines in a panel each, on one scale or each on its own.</summary>
public sealed record MultiplesFigure : PlotFigure
{
    private const int PanelHeight = 150;
    private const int LongestTitle = 32;
    private const int LongestTitleNarrow = 15;

    /// <summary>The lines.</summary>
    public required LinesFigure Lines { get; init; }

    /// <summary>True when all panels have one scale, so that they compare.</summary>
    public bool Uniform { get; init; } = true;

    /// <summary>Panels in a row.</summary>
    public static int ColumnsOf(bool narrow) => narrow ? 2 : 4;

    /// <summary>Height of a chart with so many panels.</summary>
    public static int HeightOf(int panels, bool narrow) => Math.Max((panels + ColumnsOf(narrow) - 1) / ColumnsOf(narrow), 1) * PanelHeight + 56;

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var years = GroupLines.YearsOf(Lines).DefaultIfEmpty(0).ToList();
        var (first, last) = (years.Min(), Math.Max(years.Max(), years.Min() + 1));
        var columns = ColumnsOf(narrow);
        var panels = Lines.Series.Index().Select(line =>
        {
            var own = Lines with { Series = [line.Item] };
            var (foot, top) = Uniform ? (Lines.Foot, Lines.Top) : (own.Foot, own.Top);
            var ticks = Ticks.Of(foot, top, 2, Numbers.Axis);

            // On one scale only the first column names it.
            var named = !Uniform || line.Index % columns == 0;
            // Where panels are narrow the last year would touch the first one of the next.
            var closes = !narrow || line.Index % columns == columns - 1 || line.Index == Lines.Series.Count - 1;
            return new PlotPanel(
                new(first, last, [new(first, Numbers.Year(first)), new(last, closes ? Numbers.Year(last) : "")]),
                new(foot, top, named ? ticks : [.. ticks.Select(tick => tick with { Text = "" })]) { Grid = true },
                [.. GoalLine.MarksOf(Lines.Goal is { } goal ? new(goal.Value, null) : null, narrow), .. LineMarks.Of(line.Item with { Observed = false }, Paint.Accent, Lines.Text)])
            { Title = Letters.Short(line.Item.Name, narrow ? LongestTitleNarrow : LongestTitle) };
        });
        return new(panels.ToList()) { Columns = columns, Left = 48, Right = 24 };
    }
}
