using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A part of a whole over the years.</summary>
/// <param name="Code">Code of the group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its amount by year.</param>
public sealed record StackPart(string Code, string Name, IReadOnlyDictionary<int, double> Values);

/// <summary>What each group adds to a whole, year by year, as bars on top of each other: in amounts or in shares.</summary>
public sealed record StackFigure : PlotFigure
{
    private const double Half = 0.4;
    private const double LabelShare = 0.05;

    /// <summary>The parts, the lowest first.</summary>
    public required IReadOnlyList<StackPart> Parts { get; init; }

    /// <summary>The years, in order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>How amounts are said.</summary>
    public required Func<double, string> Text { get; init; }

    /// <summary>True for shares of the year's whole.</summary>
    public bool Relative { get; init; }

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var wholes = Years.ToDictionary(year => year, year => Parts.Sum(part => part.Values.GetValueOrDefault(year)));
        var most = Relative ? 1 : Ticks.RoundUp(wholes.Values.DefaultIfEmpty(1).Max());
        var marks = Parts.Index().Select(part => (PlotMark)new BarsMark(Years.Select(year => BarOf(part.Index, year, wholes[year])).ToList(), Paint.Category(part.Index)));
        var (first, last) = (Years.DefaultIfEmpty(0).Min(), Years.DefaultIfEmpty(0).Max());
        var x = new PlotAxis(first - 0.5, last + 0.5, Ticks.Years(first, last, narrow ? 4 : 10));
        var y = new PlotAxis(0, most, Ticks.Of(0, most, 5, value => Relative ? Numbers.Short(value * 100) + Numbers.Thin + "%" : Numbers.Axis(value))) { Grid = true };
        return new([new(x, y, [.. marks, .. narrow ? Array.Empty<PlotMark>() : [Labels(last, wholes, most)]])])
        {
            Left = 72,
            Right = narrow ? 8 : 24 + (int)Math.Ceiling(7 * Parts.Select(part => Letters.Of(part.Name)).DefaultIfEmpty(0).Max()),
        };
    }

    private PlotBar BarOf(int part, int year, double whole)
    {
        var amount = Parts[part].Values.GetValueOrDefault(year);
        var below = Below(part, year);
        var scale = Relative && whole > 0 ? 1 / whole : 1;
        var said = whole > 0 ? $"{Numbers.Year(year)}: {Text(amount)}; {Numbers.Share(amount / whole)}" : $"{Numbers.Year(year)}: {Text(amount)}";
        return new(year - Half, year + Half, below * scale, (below + amount) * scale, new(Parts[part].Name, said));
    }

    private LabelsMark Labels(int year, Dictionary<int, double> wholes, double most)
    {
        var scale = Relative && wholes.GetValueOrDefault(year) is > 0 and var whole ? 1 / whole : 1;
        var shown = Parts.Index().Where(part => part.Item.Values.GetValueOrDefault(year) > 0).ToList();
        var places = LabelPlacement.Spread(shown.ConvertAll(part => (Below(part.Index, year) + (part.Item.Values.GetValueOrDefault(year) / 2)) * scale), most * LabelShare, most);
        return new(shown.Index().Select(part => new PlotLabel(year + Half, places[part.Index], part.Item.Item.Name, Paint.Category(part.Item.Index))).ToList());
    }

    private double Below(int part, int year) => Parts.Take(part).Sum(lower => lower.Values.GetValueOrDefault(year));
}
