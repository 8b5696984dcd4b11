using DivideMetrics.Web.Components.Charts.Plots;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Turns one line into marks: band, the way to the projection, projection, observed.</summary>
internal static class LineMarks
{
    private const double EstimatedSize = 7;

    /// <summary>The marks of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="paint">Its colour.</param>
    /// <param name="text">How a value is said.</param>
    public static IEnumerable<PlotMark> Of(LineSeries line, Paint paint, Func<double, string> text)
    {
        if (line is { Projection: [var first, ..], Points: [.., var last] })
        {
            yield return new BandMark(
                line.Projection.Select(year => new Spot(year.Year, year.Upper ?? year.Value)).ToList(), line.Projection.Select(year => new Spot(year.Year, year.Lower ?? year.Value)).ToList(), paint);

            // The trend need not pass through the last point: what leads from one to the other is neither observed nor projected.
            yield return new LineMark([new(last.Year, last.Value), new(first.Year, first.Value)], paint) { Dash = Dash.Dotted, Width = 1 };
            yield return new LineMark(line.Projection.Select(year => new Spot(year.Year, year.Value)).ToList(), paint) { Dash = Dash.Dashed };
            yield return new DotsMark(line.Projection.Select(year => new PlotDot(year.Year, year.Value, new(line.Name, Projected(year, text)))).ToList(), paint) { Drawn = false };
        }

        yield return new LineMark(line.Points.Select(point => new Spot(point.Year, point.Value)).ToList(), paint) { Width = line.Reference ? 3 : 2 };
        yield return new DotsMark(line.Points.Select(point => DotOf(line, point, text)).ToList(), paint) { Drawn = line.Observed };
    }

    private static PlotDot DotOf(LineSeries line, LinePoint point, Func<double, string> text) =>
        new(point.Year, point.Value, new(line.Name, point.Estimated ? T("{0}: {1} (estimated)", Numbers.Year(point.Year), text(point.Value)) : T("{0}: {1}", Numbers.Year(point.Year), text(point.Value)), line.Area))
        {
            Hollow = point.Estimated,
            Size = point.Estimated ? EstimatedSize : 6,
        };

    private static string Projected(LineProjection year, Func<double, string> text) => year is { Lower: { } lower, Upper: { } upper }
        ? T("{0}: {1} projected; 95\u202f% interval {2} to {3}", Numbers.Year(year.Year), text(year.Value), text(lower), text(upper))
        : T("{0}: {1} projected", Numbers.Year(year.Year), text(year.Value));
}
