namespace DivideMetrics.Statistics;

/// <summary>Weighted arithmetic mean.</summary>
public static class WeightedMean
{
    /// <summary>Σ w x / Σ w. Unit: that of the values. Range: from the least to the greatest value of positive weight.</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value, in any unit.</param>
    /// <returns>Not assessable when empty or all weights are 0.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Require.Weighted(values, weights);
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            total += weights[i];
        }

        return total > 0 ? Assessed.Of(sum / total) : Assessed.Not(NoWeight);
    }

    /// <summary>Σ x / n: every value counts alike, however many people stand behind it. Unit: that of the values.</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <returns>Not assessable when empty.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Unweighted(ReadOnlySpan<double> values) => Of(values, Equal.Weights(values.Length));

    /// <summary>Reason when nothing has weight.</summary>
    internal const string NoWeight = "no value with a weight above 0";
}
