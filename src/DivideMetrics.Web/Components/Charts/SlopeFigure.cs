using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A line of a <see cref="SlopeFigure"/>.</summary>
/// <param name="Code">REF_AREA or code of a group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Value of the first year.</param>
/// <param name="After">Value of the second year.</param>
public sealed record SlopeRow(string Code, string Name, double Before, double After);

/// <summary>From one year to another: a straight line an area, its values at both ends.</summary>
public sealed record SlopeFigure : PlotFigure
{
    private const double LabelShare = 0.045;

    /// <summary>More lines than these are not named: their ends would lie over each other.</summary>
    private const int MostNamed = 24;

    /// <summary>The lines.</summary>
    public required IReadOnlyList<SlopeRow> Rows { get; init; }

    /// <summary>The first year.</summary>
    public required int From { get; init; }

    /// <summary>The second year.</summary>
    public required int To { get; init; }

    /// <summary>How values are said.</summary>
    public required Func<double, string> Text { get; init; }

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var values = Rows.SelectMany(row => new[] { row.Before, row.After }).DefaultIfEmpty(1).ToList();
        var (least, most) = (Math.Min(0, values.Min()), values.Max() * 1.04);
        var y = new PlotAxis(least, most > least ? most : least + 1, []);
        var marks = Rows.Index().SelectMany(row => new PlotMark[]
        {
            new LineMark([new(From, row.Item.Before), new(To, row.Item.After)], PaintOf(row.Index)),
            new DotsMark([Dot(row.Item, From, row.Item.Before), Dot(row.Item, To, row.Item.After)], PaintOf(row.Index)),
        });
        var named = Rows.Count <= MostNamed;
        var side = narrow ? 96 : 40 + (int)Math.Ceiling(7 * Rows.Select(row => Letters.Of(row.Name) + Letters.Of(Text(row.After))).DefaultIfEmpty(0).Max());
        return new([new(new(From, To, [new(From, Numbers.Year(From)), new(To, Numbers.Year(To))]), y, [.. marks, .. named ? [Labels(y, narrow)] : Array.Empty<PlotMark>()])])
        {
            Left = named ? 72 : 24,
            Right = named ? Math.Min(side, 320) : 24,
        };
    }

    private LabelsMark Labels(PlotAxis y, bool narrow)
    {
        var (span, distance) = (y.To - y.From, (y.To - y.From) * LabelShare);
        var before = LabelPlacement.Spread(Rows.Select(row => row.Before - y.From).ToList(), distance, span);
        var after = LabelPlacement.Spread(Rows.Select(row => row.After - y.From).ToList(), distance, span);
        return new([.. Rows.Index().SelectMany(row => new PlotLabel[]
        {
            new(From, y.From + before[row.Index], Text(row.Item.Before), PaintOf(row.Index)) { Side = LabelSide.Before },
            new(To, y.From + after[row.Index], narrow ? row.Item.Code : row.Item.Name, PaintOf(row.Index)) { IsCode = narrow, Strong = Text(row.Item.After) },
        })]);
    }

    private Paint PaintOf(int index) => Rows.Count > MostNamed ? Paint.Muted : Rows[index].Code == IndicatorFacts.World ? Paint.Ink : Paint.Category(index);

    private PlotDot Dot(SlopeRow row, int year, double value) => new(year, value, new(row.Name, $"{Numbers.Year(year)}: {Text(value)}", row.Code)) { Size = 7 };
}
