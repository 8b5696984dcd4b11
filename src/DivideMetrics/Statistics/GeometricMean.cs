namespace DivideMetrics.Statistics;

/// <summary>Weighted geometric mean.</summary>
public static class GeometricMean
{
    /// <summary>
    /// exp(Σ w ln x / Σ w). Unit: that of the values. Range: from the least to the greatest value of positive weight, never above the arithmetic
    /// mean; 0 as soon as one value of positive weight is 0.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value, in any unit.</param>
    /// <returns>Not assessable when empty, all weights are 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.Weighted(values, weights);
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                return Assessed.Not(FormattableString.Invariant($"a value is negative ({values[i]}): it has no geometric mean"));
            }

            sum += weights[i] > 0 ? weights[i] * Math.Log(values[i]) : 0;
            total += weights[i];
        }

        return total > 0 ? Assessed.Of(Math.Exp(sum / total)) : Assessed.Not(WeightedMean.NoWeight);
    }
}
