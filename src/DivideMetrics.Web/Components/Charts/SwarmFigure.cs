using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>A row of a <see cref="SwarmFigure"/>: a group of economies.</summary>
/// <param name="Code">Code of the group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Its economies.</param>
/// <param name="Mean">Its published mean; null when there is none.</param>
public sealed record SwarmRow(string Code, string Name, IReadOnlyList<RankingRow> Points, double? Mean);

/// <summary>How the economies of each group are spread: a dot an economy, moved aside only where dots would lie over each other.</summary>
public sealed record SwarmFigure : PlotFigure
{
    /// <summary>Height of a row, pixels.</summary>
    public const int RowHeight = 96;

    private const double Dot = 7;
    private const double DotRoom = 8;
    private const int Inner = 900;
    private const int InnerNarrow = 240;

    /// <summary>The groups, the first on top.</summary>
    public required IReadOnlyList<SwarmRow> Rows { get; init; }

    /// <summary>Ends of the axis, the same in every year.</summary>
    public required (double From, double To) Range { get; init; }

    /// <summary>The goal; null when there is none.</summary>
    public GoalLine? Goal { get; init; }

    /// <inheritdoc/>
    public override Plot PlotOf(bool narrow)
    {
        var names = Rows.Select(row => (row.Code, row.Name)).ToList();
        var x = new PlotAxis(Range.From, Range.To, Ticks.Of(Range.From, Range.To, narrow ? 4 : 8, Numbers.Axis)) { Grid = true };
        var marks = Rows.Index().SelectMany(row => MarksOf(row.Item, row.Index, x, narrow ? InnerNarrow : Inner));
        return new([new(x, NamedRows.Axis(names, narrow), [.. GoalLine.MarksOf(Goal, narrow, upright: true), .. marks])])
        {
            Left = NamedRows.LeftOf(names, narrow),
        };
    }

    private static IEnumerable<PlotMark> MarksOf(SwarmRow row, int index, PlotAxis x, int inner)
    {
        var sorted = row.Points.OrderBy(point => point.Value).ToList();
        var moved = Swarm(sorted.ConvertAll(point => x.At(point.Value) * inner));
        yield return new DotsMark(sorted.Select((point, place) => new PlotDot(point.Value, -index + moved[place], new(point.Name, point.Said, point.Code)) { Size = Dot }).ToList(), Paint.Category(index)) { Strength = 0.85 };
        if (row.Mean is { } mean)
        {
            yield return new LineMark([new(mean, -index - 0.45), new(mean, -index + 0.45)], Paint.Ink);
        }
    }

    /// <summary>How far each dot moves from the middle of its row, in rows: the least distance that keeps it clear of those before it.</summary>
    /// <param name="places">Places along the axis in pixels, in order.</param>
    internal static IReadOnlyList<double> Swarm(IReadOnlyList<double> places)
    {
        var moved = new double[places.Count];
        for (var index = 0; index < places.Count; index++)
        {
            var near = Enumerable.Range(0, index).Where(other => places[index] - places[other] < DotRoom).ToList();
            moved[index] = Offsets().First(offset => Math.Abs(offset) > (RowHeight / 2.0) - DotRoom || near.TrueForAll(other => IsClear(places[index] - places[other], offset - moved[other])));
        }

        return [.. moved.Select(offset => offset / RowHeight)];
    }

    private static bool IsClear(double across, double up) => (across * across) + (up * up) >= DotRoom * DotRoom;

    private static IEnumerable<double> Offsets()
    {
        yield return 0;
        for (var offset = 1.0; ; offset++)
        {
            yield return offset;
            yield return -offset;
        }
    }
}
