namespace DivideMetrics.Web.Components.Charts;

/// <summary>A dot on a strip.</summary>
/// <param name="Index">Which of the areas.</param>
/// <param name="X">Distance of its centre from the left end in pixels.</param>
/// <param name="Lane">In which lane, from 0 at the top.</param>
public sealed record StripDot(int Index, double X, int Lane);

/// <summary>Where dots stand on a strip: those that would cover each other stand in lanes of their own.</summary>
/// <param name="Dots">The dots in the order of the areas.</param>
/// <param name="Lanes">How many lanes they need.</param>
public sealed record StripLayout(IReadOnlyList<StripDot> Dots, int Lanes)
{
    /// <summary>Width of a strip in pixels.</summary>
    public const double Width = 224;

    /// <summary>Radius of a dot in pixels.</summary>
    public const double Radius = 8;

    private const double Apart = (2 * Radius) + 1;

    /// <summary>Places dots by their values.</summary>
    /// <param name="values">A value an area; null draws no dot.</param>
    /// <param name="scale">The scale.</param>
    public static StripLayout Of(IReadOnlyList<double?> values, BarScale scale)
    {
        var ends = new List<double>();
        var dots = new List<StripDot>();
        foreach (var (index, x) in values.Select((value, index) => (Index: index, Value: value)).Where(one => one.Value is not null)
                     .Select(one => (one.Index, X: XOf(one.Value!.Value, scale))).OrderBy(one => one.X))
        {
            var free = ends.FindIndex(end => end + Apart <= x);
            var lane = free < 0 ? ends.Count : free;
            if (free < 0)
            {
                ends.Add(x);
            }

            ends[lane] = x;
            dots.Add(new(index, x, lane));
        }

        return new(dots.OrderBy(dot => dot.Index).ToList(), Math.Max(1, ends.Count));
    }

    /// <summary>Distance of a value from the left end in pixels.</summary>
    public static double XOf(double value, BarScale scale) => Radius + 1 + (scale.At(value) / 100 * (Width - (2 * (Radius + 1))));
}
