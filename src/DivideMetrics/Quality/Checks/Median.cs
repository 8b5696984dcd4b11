using System.Runtime.InteropServices;

namespace DivideMetrics.Quality.Checks;

/// <summary>Order statistics that may sort what they are given: the gate looks at millions of values.</summary>
internal static class Median
{
    /// <summary>The median; reorders the list. NaN when it is empty.</summary>
    public static double Of(List<double> values) => Of(CollectionsMarshal.AsSpan(values));

    /// <summary>The median; reorders the values. NaN when there is none.</summary>
    public static double Of(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length == 0 ? double.NaN : values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>The interquartile range, between order statistics; reorders the values. 0 when there are less than four.</summary>
    public static double Spread(Span<double> values)
    {
        values.Sort();
        return values.Length < 4 ? 0 : values[values.Length * 3 / 4] - values[values.Length / 4];
    }

    /// <summary>The median absolute deviation from a centre; overwrites the values.</summary>
    public static double AbsoluteDeviation(Span<double> values, double centre)
    {
        foreach (ref var value in values)
        {
            value = Math.Abs(value - centre);
        }

        return Of(values);
    }
}
