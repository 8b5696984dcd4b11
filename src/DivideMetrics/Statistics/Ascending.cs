namespace DivideMetrics.Statistics;

/// <summary>
/// A distribution in rising order of its values, ties by weight, without values of weight 0: what measures of a distribution walk over.
/// Spans that are so already are taken as they are, so that many measures of one distribution cost one sort.
/// </summary>
internal readonly ref struct Ascending
{
    private Ascending(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Values = values;
        Weights = weights;
    }

    /// <summary>Values, rising.</summary>
    internal ReadOnlySpan<double> Values { get; }

    /// <summary>One weight above 0 for each of them.</summary>
    internal ReadOnlySpan<double> Weights { get; }

    /// <summary>Orders values and their weights.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    internal static Ascending Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights) =>
        InOrder(values, weights) ? new(values, weights) : Sorted(values, weights);

    private static bool InOrder(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] <= 0 || (i > 0 && (values[i] < values[i - 1] || (values[i] == values[i - 1] && weights[i] < weights[i - 1]))))
            {
                return false;
            }
        }

        return true;
    }

    private static Ascending Sorted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sortedValues, sortedWeights) = (new double[values.Length], new double[values.Length]);
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] > 0)
            {
                (sortedValues[count], sortedWeights[count++]) = (values[i], weights[i]);
            }
        }

        Array.Sort(sortedValues, sortedWeights, 0, count);
        SortTies(sortedValues.AsSpan(0, count), sortedWeights);
        return new(sortedValues.AsSpan(0, count), sortedWeights.AsSpan(0, count));
    }

    private static void SortTies(ReadOnlySpan<double> values, Span<double> weights)
    {
        for (int from = 0, to = 1; from < values.Length; from = to++)
        {
            while (to < values.Length && values[to] == values[from])
            {
                to++;
            }

            weights[from..to].Sort();
        }
    }
}
