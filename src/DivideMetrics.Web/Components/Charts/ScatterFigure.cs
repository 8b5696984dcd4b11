using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A bubble.</summary>
/// <param name="Code">REF_AREA.</param>
/// <param name="Name">Its name.</param>
/// <param name="X">Value of the horizontal variable.</param>
/// <param name="Y">Value of the vertical one.</param>
/// <param name="People">Its population; null when unknown: drawn smallest.</param>
/// <param name="Category">Which of the categories it belongs to.</param>
/// <param name="Said">What is said of it.</param>
public sealed record Bubble(string Code, string Name, double X, double Y, double? People, int Category, string Said)
{
    /// <summary>True when its name stands beside it.</summary>
    public bool Named { get; init; }
}

/// <summary>One variable against another: a bubble an economy, as large as its people, in the colour of its group.</summary>
public sealed record ScatterFigure : PlotFigure
{
    private const double Largest = 56;
    private const double Smallest = 6;

    /// <summary>Bubbles; the large ones are drawn first, so that small ones are seen.</summary>
    public required IReadOnlyList<Bubble> Bubbles { get; init; }

    /// <summary>What lies along the horizontal axis.</summary>
    public required string TitleX { get; init; }

    /// <summary>The same in fewer words, for narrow charts; null where there are none.</summary>
    public string? ShortTitleX { get; init; }

    /// <summary>Ends of the horizontal axis, the same in every year.</summary>
    public required (double From, double To) RangeX { get; init; }

    /// <summary>Ends of the vertical axis, the same in every year.</summary>
    public required (double From, double To) RangeY { get; init; }

    /// <summary>The greatest population in any year: the largest bubble.</summary>
    public required double MostPeople { get; init; }

    /// <summary>True for a logarithmic horizontal axis.</summary>
    public bool LogX { get; init; }

    /// <summary>True for a logarithmic vertical axis.</summary>
    public bool LogY { get; init; }

    /// <summary>The goal of the vertical variable; null when there is none.</summary>
    public GoalLine? Goal { get; init; }

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var dots = Bubbles.GroupBy(bubble => bubble.Category).OrderBy(category => category.Key)
            .Select(category => (PlotMark)new DotsMark(category.OrderByDescending(bubble => bubble.People ?? 0).Select(bubble => DotOf(bubble, narrow)).ToList(), Paint.Category(category.Key)) { Strength = 0.72 });
        var named = new LabelsMark(Bubbles.Where(bubble => bubble.Named).Select(bubble => new PlotLabel(bubble.X, bubble.Y, narrow ? bubble.Code : bubble.Name, Paint.Ink) { IsCode = narrow, Side = LabelSide.Above }).ToList());
        return new([new(Axis(RangeX, LogX, narrow ? 4 : 7) with { Title = narrow ? ShortTitleX ?? TitleX : TitleX }, Axis(RangeY, LogY, 6), [.. GoalLine.MarksOf(Goal, narrow), .. dots, named])])
        {
            Left = 56,
            Bottom = 48,
        };
    }

    private PlotDot DotOf(Bubble bubble, bool narrow)
    {
        var size = bubble.People is { } people && MostPeople > 0 ? Largest * Math.Sqrt(people / MostPeople) : 0;
        return new(bubble.X, bubble.Y, new(bubble.Name, bubble.Said, bubble.Code)) { Size = Math.Max(narrow ? size * 0.6 : size, Smallest) };
    }

    private static PlotAxis Axis((double From, double To) range, bool log, int wanted) =>
        new(range.From, range.To, log ? Ticks.Powers(range.From, range.To, wanted, Numbers.Axis) : Ticks.Of(range.From, range.To, wanted, Numbers.Axis)) { Log = log, Grid = true };
}
