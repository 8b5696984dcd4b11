using DivideMetrics.Quality.Checks;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>
/// The scale on which the values of an area are compared with each other: ln((x − Lower)/(Upper − x)), ln(x − Lower), or x.
/// </summary>
/// <param name="Lower">Where the logarithm begins; null leaves values as they are.</param>
/// <param name="Upper">Where it ends; null for one side only.</param>
internal readonly record struct ValueScale(double? Lower, double? Upper)
{
    private const double OutsideBounds = 0.005;
    private const double ShareOfMedian = 0.01;
    private const int OnStack = 128;

    /// <summary>The scale of a series for the values of an area (see <see cref="OutlierScore"/>).</summary>
    public static ValueScale Of(SourceSeries series, ReadOnlySpan<double> values)
    {
        if (series.Unit is "PT" or "IX")
        {
            return series is { Min: { } min, Max: { } max } && max > min
                ? new(min - (OutsideBounds * (max - min)), max + (OutsideBounds * (max - min)))
                : default;
        }

        Span<double> known = values.Length <= OnStack ? stackalloc double[OnStack] : new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (value < 0)
            {
                return default;
            }

            if (!double.IsNaN(value))
            {
                known[count++] = value;
            }
        }

        return Median.Of(known[..count]) is > 0 and var median ? new(-ShareOfMedian * median, null) : default;
    }

    /// <summary>Puts values on the scale; NaN stays.</summary>
    public void Transform(Span<double> values)
    {
        if (Lower is not { } lower)
        {
            return;
        }

        foreach (ref var value in values)
        {
            value = Upper is { } upper ? Math.Log((value - lower) / (upper - value)) : Math.Log(value - lower);
        }
    }
}
