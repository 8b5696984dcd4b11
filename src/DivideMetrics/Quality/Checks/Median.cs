using System.Runtime.InteropServices;

namespace DivideMetrics.Quality.Checks;

/// <summary>Order statistics that may sort what they are given: the gate looks at millions of values.</summary>
internal static class Median
{
    /// <summary>The median; reorders the list. NaN when it is empty.</summary>
    public static double Of(List<double> values) => Of(CollectionsMarshal.AsSpan(values));

    /// <summary>The median; reorders the values, none of which may be NaN. NaN when there is none.</summary>
    public static double Of(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        var middle = values.Length / 2;
        var upper = Select(values, middle);
        return values.Length % 2 == 1 ? upper : (Greatest(values[..middle]) + upper) / 2;
    }

    /// <summary>The interquartile range, between order statistics; reorders the list. 0 when there are less than four.</summary>
    public static double Spread(List<double> values)
    {
        values.Sort();
        return values.Count < 4 ? 0 : values[values.Count * 3 / 4] - values[values.Count / 4];
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

    /// <summary>
    /// The value that would stand at a place if they were sorted; those before the place end up not above it (quickselect, Hoare 1961).
    /// Sorting takes several times as long, and the gate needs a median for every area of every series.
    /// </summary>
    private static double Select(Span<double> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = MiddleOf(values[low], values[low + ((high - low) / 2)], values[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                for (; values[left] < pivot; left++)
                {
                }

                for (; values[right] > pivot; right--)
                {
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            (low, high) = place <= right ? (low, right) : place >= left ? (left, high) : (place, place);
        }

        return values[place];
    }

    private static double MiddleOf(double first, double second, double third) =>
        Math.Max(Math.Min(first, second), Math.Min(Math.Max(first, second), third));

    private static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = values[0];
        foreach (var value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }
}
