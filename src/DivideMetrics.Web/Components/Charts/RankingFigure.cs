using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A row of a <see cref="RankingFigure"/>.</summary>
/// <param name="Code">REF_AREA.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Said">What is said of it.</param>
public sealed record RankingRow(string Code, string Name, double Value, string Said);

/// <summary>One bar an economy: the value solid, the way to the goal thin in the colour of the gap, the goal a thin line.</summary>
public sealed record RankingFigure : PlotFigure
{
    private const double Half = 0.32;
    private const double HalfOfGap = 0.1;

    /// <summary>Rows, the first on top.</summary>
    public required IReadOnlyList<RankingRow> Rows { get; init; }

    /// <summary>How values are said.</summary>
    public required Func<double, string> Text { get; init; }

    /// <summary>The goal; null when there is none.</summary>
    public GoalLine? Goal { get; init; }

    /// <summary>True when less is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>Colour of the bars.</summary>
    public Paint Paint { get; init; } = Paint.Accent;

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var names = Rows.Select(row => (row.Code, row.Name)).ToList();
        var (least, most) = (Math.Min(0, Rows.Select(row => row.Value).DefaultIfEmpty(0).Min()), Ticks.RoundUp(Math.Max(Rows.Select(row => row.Value).DefaultIfEmpty(1).Max(), Goal?.Value ?? 0)));
        var axis = new PlotAxis(least, most, Ticks.Of(least, most, narrow ? 3 : 6, Numbers.Axis)) { Grid = true };
        return new([new(axis, NamedRows.Axis(names, narrow), [.. Marks(narrow)])]) { Left = NamedRows.LeftOf(names, narrow), Right = narrow ? 56 : 96 };
    }

    private IEnumerable<PlotMark> Marks(bool narrow)
    {
        if (Goal is { } goal)
        {
            yield return new BarsMark(Rows.Index().Where(row => LowerIsBetter ? row.Item.Value > goal.Value : row.Item.Value < goal.Value)
                .Select(row => Bar(row.Index, row.Item, Math.Min(row.Item.Value, goal.Value), Math.Max(row.Item.Value, goal.Value), HalfOfGap)).ToList(), Paint.Gap);
        }

        yield return new BarsMark(Rows.Index().Select(row => Bar(row.Index, row.Item, Math.Min(0, row.Item.Value), Math.Max(0, row.Item.Value), Half)).ToList(), Paint);
        foreach (var line in GoalLine.MarksOf(Goal, narrow, upright: true))
        {
            yield return line;
        }

        yield return new LabelsMark(Rows.Index().Select(row => new PlotLabel(Math.Max(row.Item.Value, row.Item.Value < Goal?.Value ? Goal.Value : 0), -row.Index, Text(row.Item.Value), Paint.Ink)).ToList());
    }

    private static PlotBar Bar(int index, RankingRow row, double left, double right, double half) =>
        new(left, right, -index - half, -index + half, new(row.Name, row.Said, row.Code));
}
