using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A row of a <see cref="DumbbellFigure"/>.</summary>
/// <param name="Code">REF_AREA.</param>
/// <param name="Name">Its name.</param>
/// <param name="First">Value of the first side.</param>
/// <param name="Second">Value of the second side.</param>
/// <param name="Year">Year of both.</param>
public sealed record DumbbellRow(string Code, string Name, double First, double Second, int Year);

/// <summary>Two sides an economy, women and men or country and town, and the gap between them drawn.</summary>
public sealed record DumbbellFigure : PlotFigure
{
    private const double HalfOfGap = 0.1;
    private const int DotSize = 10;

    /// <summary>Rows, the first on top.</summary>
    public required IReadOnlyList<DumbbellRow> Rows { get; init; }

    /// <summary>Name of the first side.</summary>
    public required string First { get; init; }

    /// <summary>Name of the second side.</summary>
    public required string Second { get; init; }

    /// <summary>How values are said.</summary>
    public required Func<double, string> Text { get; init; }

    /// <summary>Colour of the first side.</summary>
    private static Paint FirstPaint => Paint.Accent;

    /// <summary>Colour of the second side.</summary>
    private static Paint SecondPaint => Paint.Ink;

    /// <summary>What the colours stand for.</summary>
    public static IReadOnlyList<LegendEntry> LegendOf(string first, string second) => [new(first, FirstPaint), new(second, SecondPaint), new(T("the gap between them"), Paint.Gap)];

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var names = Rows.Select(row => (row.Code, row.Name)).ToList();
        var values = Rows.SelectMany(row => new[] { row.First, row.Second }).DefaultIfEmpty(0).ToList();
        var (least, most) = (Math.Min(0, values.Min()), Ticks.RoundUp(values.Max()));
        var axis = new PlotAxis(least, most, Ticks.Of(least, most, narrow ? 3 : 6, value => Numbers.Short(value))) { Grid = true };
        var marks = new PlotMark[]
        {
            new BarsMark(Rows.Index().Select(row => new PlotBar(
                Math.Min(row.Item.First, row.Item.Second), Math.Max(row.Item.First, row.Item.Second), -row.Index - HalfOfGap, -row.Index + HalfOfGap,
                new(row.Item.Name, T("{0} {1}, {2} {3}, {4}", First, Text(row.Item.First), Second, Text(row.Item.Second), Numbers.Year(row.Item.Year)), row.Item.Code))).ToList(), Paint.Gap),
            new DotsMark(Rows.Index().Select(row => Dot(row.Index, row.Item, row.Item.First, First)).ToList(), FirstPaint),
            new DotsMark(Rows.Index().Select(row => Dot(row.Index, row.Item, row.Item.Second, Second)).ToList(), SecondPaint),
        };
        return new([new(axis, NamedRows.Axis(names, narrow), marks)]) { Left = NamedRows.LeftOf(names, narrow), Right = 24 };
    }

    private PlotDot Dot(int index, DumbbellRow row, double value, string side) =>
        new(value, -index, new(row.Name, $"{side}, {Numbers.Year(row.Year)}: {Text(value)}", row.Code)) { Size = DotSize };
}
