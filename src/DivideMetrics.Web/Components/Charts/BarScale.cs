using DivideMetrics.Indicators;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Where values stand on a bar that starts at the indicator's least value (zero when it has none).</summary>
/// <param name="From">Value at the left end.</param>
/// <param name="To">Value at the right end.</param>
public readonly record struct BarScale(double From, double To)
{
    /// <summary>A scale that holds the given values, the goal, and the indicator's bounds where it has both.</summary>
    public static BarScale Of(Indicator indicator, IEnumerable<double> values)
    {
        var from = indicator.Min ?? 0;
        var to = indicator.Max ?? Math.Max(values.DefaultIfEmpty(1).Max(), indicator.Goal?.Value ?? 0);
        return new(from, to > from ? to : from + 1);
    }

    /// <summary>Position in per cent of the width, within 0 and 100.</summary>
    public double At(double value) => Math.Clamp((value - From) / (To - From) * 100, 0, 100);
}
