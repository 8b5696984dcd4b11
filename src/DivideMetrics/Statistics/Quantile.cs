namespace DivideMetrics.Statistics;

/// <summary>Quantiles.</summary>
public static class Quantile
{
    /// <summary>
    /// Unweighted quantile, type 7 of Hyndman and Fan (1996): linear between order statistics at (k − 1)/(n − 1). Unit: that of the values.
    /// </summary>
    /// <param name="values">Finite values in any order, missing ones left out.</param>
    /// <param name="probability">From 0 (least) to 1 (greatest).</param>
    /// <returns>Not assessable when empty.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, a probability outside 0–1.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, double probability) =>
        Weighted(values, Equal.Weights(values.Length), probability);

    /// <summary>The same quantile of values that are sorted already, without a copy: for many quantiles of many samples.</summary>
    /// <param name="sorted">Finite values, rising, at least one.</param>
    /// <param name="probability">From 0 (least) to 1 (greatest).</param>
    internal static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var target = probability * (sorted.Length - 1);
        var before = Math.Min((int)target, sorted.Length - 1);
        var after = Math.Min(before + 1, sorted.Length - 1);
        return sorted[before] + ((target - before) * (sorted[after] - sorted[before]));
    }

    /// <summary>
    /// Weighted quantile: linear interpolation of the cumulated weights, point k standing at (m_k − m_1)/(m_n − m_1) with m_k the cumulated
    /// weight up to the middle of its own; type 7 when all weights are equal. Ties are ordered by weight, so the order of input does not count.
    /// </summary>
    /// <param name="values">Finite values in any order, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value; values of weight 0 do not count.</param>
    /// <param name="probability">From 0 (least) to 1 (greatest).</param>
    /// <returns>Not assessable when nothing has weight.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight, a probability outside 0–1.</exception>
    public static Assessed Weighted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double probability)
    {
        Require.Weighted(values, weights);
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability from 0 to 1.");
        }

        var sorted = Ascending.Of(values, weights);
        return sorted.Values.IsEmpty ? Assessed.Not(WeightedMean.NoWeight) : Assessed.Of(At(sorted, probability));
    }

    private static double At(Ascending sorted, double probability)
    {
        var last = sorted.Values.Length - 1;
        double below = 0;
        foreach (var weight in sorted.Weights[..last])
        {
            below += weight;
        }

        var first = sorted.Weights[0] / 2;
        var target = first + (probability * (below + (sorted.Weights[last] / 2) - first));
        var (before, cumulated) = (first, sorted.Weights[0]);
        for (var k = 1; k <= last; k++)
        {
            var middle = cumulated + (sorted.Weights[k] / 2);
            if (middle >= target)
            {
                return Between(sorted.Values[k - 1], sorted.Values[k], (target - before) / (middle - before));
            }

            (before, cumulated) = (middle, cumulated + sorted.Weights[k]);
        }

        return sorted.Values[last];
    }

    private static double Between(double low, double high, double share) => Math.Clamp(low + (share * (high - low)), low, high);
}
