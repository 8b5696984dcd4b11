namespace DivideMetrics.Statistics;

/// <summary>Gini coefficient of the distribution of a value over a population.</summary>
public static class Gini
{
    /// <summary>
    /// Population-weighted Gini by the trapezoid rule: values sorted, P the cumulated share of weight, L the cumulated share of weight · value,
    /// G = 1 − Σ (P_k − P_k−1)(L_k + L_k−1) = Σ Σ p_i p_j |x_i − x_j| / 2μ. Without unit, from 0 (all equal) to below 1; higher is more unequal.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Weighted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = Positive.Mean(values, weights);
        if (mean.Value is null)
        {
            return mean;
        }

        var sorted = Ascending.Of(values, weights);
        double population = 0, amount = 0, area = 0;
        for (var k = 0; k < sorted.Values.Length; k++)
        {
            var before = amount;
            amount += sorted.Weights[k] * sorted.Values[k];
            population += sorted.Weights[k];
            area += sorted.Weights[k] * (amount + before);
        }

        return Assessed.Of(Math.Max(0, 1 - (area / population / amount)));
    }

    /// <summary>Gini with equal weights 1/n, without the correction n/(n − 1).</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <returns>Not assessable when empty, the mean is 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Unweighted(ReadOnlySpan<double> values) => Weighted(values, Equal.Weights(values.Length));
}
