using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>The path of a sparkline, in its own coordinates.</summary>
/// <param name="Path">SVG path of the line.</param>
/// <param name="EndX">Where the last point is.</param>
/// <param name="EndY">Where the last point is.</param>
public sealed record SparkShape(string Path, double EndX, double EndY)
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 120;

    /// <summary>Height of the drawing.</summary>
    public const double Height = 32;

    private const double Inset = 4;

    /// <summary>A line over the years on a vertical scale; null for fewer than two points.</summary>
    public static SparkShape? Of(IReadOnlyList<LinePoint> points, BarScale scale)
    {
        if (points.Count < 2)
        {
            return null;
        }

        var (first, last) = (points[0].Year, points[^1].Year);
        double X(int year) => Inset + ((Width - (2 * Inset)) * (year - first) / (last - first));
        double Y(double value) => Height - Inset - ((Height - (2 * Inset)) * scale.At(value) / 100);
        var steps = points.Select(point => $"{Numbers.Attribute(X(point.Year))} {Numbers.Attribute(Y(point.Value))}");
        return new("M" + string.Join('L', steps), X(last), Y(points[^1].Value));
    }
}
