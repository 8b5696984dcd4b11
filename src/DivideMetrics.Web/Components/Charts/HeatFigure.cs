using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A row of a <see cref="HeatFigure"/>.</summary>
/// <param name="Code">REF_AREA or code of a group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">Values by year.</param>
public sealed record HeatRow(string Code, string Name, IReadOnlyDictionary<int, double> Values);

/// <summary>Areas by years: a square a value, in the seven classes of the map; an empty place is no data.</summary>
public sealed record HeatFigure : PlotFigure
{
    private const double Half = 0.46;

    /// <summary>Rows, the first on top.</summary>
    public required IReadOnlyList<HeatRow> Rows { get; init; }

    /// <summary>The years that have a column, in order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The scale, the map's.</summary>
    public required LevelScale Scale { get; init; }

    /// <summary>How values are said.</summary>
    public required Func<double, string> Text { get; init; }

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var names = Rows.Select(row => (row.Code, row.Name)).ToList();
        var places = Years.Index().ToDictionary(year => year.Item, year => year.Index);
        var cells = Rows.Index().SelectMany(row => row.Item.Values.Select(value => (Class: Scale.ClassOf(value.Value), Bar: Cell(row.Index, places[value.Key], row.Item, value.Key))));
        var marks = cells.GroupBy(cell => cell.Class).OrderBy(level => level.Key).Select(level => (PlotMark)new BarsMark(level.Select(cell => cell.Bar).ToList(), new(RoleOf(Scale.Palette), level.Key)));
        var x = new PlotAxis(-0.5, Years.Count - 0.5, TicksOf(narrow ? 5 : 14));
        return new([new(x, NamedRows.Axis(names, narrow), [.. marks])]) { Left = NamedRows.LeftOf(names, narrow) };
    }

    // Years without any value have no column, so places are counted.
    private List<PlotTick> TicksOf(int wanted)
    {
        var step = Math.Max((Years.Count + wanted - 1) / wanted, 1);
        return Years.Index().Where(year => (Years.Count - 1 - year.Index) % step == 0).Select(year => new PlotTick(year.Index, Numbers.Year(year.Item))).ToList();
    }

    private static PaintRole RoleOf(Palette palette) => palette switch { Palette.Gaps => PaintRole.GapLevel, Palette.Diverging => PaintRole.Diverging, _ => PaintRole.Level };

    private PlotBar Cell(int row, int place, HeatRow of, int year) =>
        new(place - Half, place + Half, -row - Half, -row + Half, new(of.Name, $"{Numbers.Year(year)}: {Text(of.Values[year])}", of.Code));
}
