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
    public static Assessed Of(ReadOnlySpan<double> values, double probability)
    {
        var weights = new double[values.Length];
        Array.Fill(weights, 1);
        return Weighted(values, weights, probability);
    }

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

        var points = Sorted(values, weights);
        if (points.Count == 0)
        {
            return Assessed.Not(WeightedMean.NoWeight);
        }

        var middles = Middles(points);
        var target = middles[0] + (probability * (middles[^1] - middles[0]));
        var after = 1;
        while (after < middles.Length && middles[after] < target)
        {
            after++;
        }

        return Assessed.Of(after >= middles.Length ? points[^1].Value : Between(points, middles, after, target));
    }

    private static double Between(List<(double Value, double Weight)> points, double[] middles, int after, double target)
    {
        var share = (target - middles[after - 1]) / (middles[after] - middles[after - 1]);
        var (low, high) = (points[after - 1].Value, points[after].Value);
        return Math.Clamp(low + (share * (high - low)), low, high);
    }

    private static List<(double Value, double Weight)> Sorted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var points = new List<(double Value, double Weight)>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] > 0)
            {
                points.Add((values[i], weights[i]));
            }
        }

        points.Sort();
        return points;
    }

    private static double[] Middles(List<(double Value, double Weight)> points)
    {
        var middles = new double[points.Count];
        double cumulated = 0;
        for (var k = 0; k < middles.Length; k++)
        {
            middles[k] = cumulated + (points[k].Weight / 2);
            cumulated += points[k].Weight;
        }

        return middles;
    }
}
