namespace DivideMetrics.Statistics;

/// <summary>Theil's L index of inequality, the mean logarithmic deviation. It looks at the low end, where T looks at the high end.</summary>
public static class TheilL
{
    /// <summary>
    /// L = Σ p_i ln(μ/x_i). Without unit, from 0 (all equal) upward without limit; higher is more unequal.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, a value is negative, or a value with weight is 0.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = Positive.MeanWithoutZeros(values, weights);
        if (mean.Value is not { } centre)
        {
            return mean;
        }

        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] > 0)
            {
                sum -= weights[i] * Math.Log(values[i] / centre);
                total += weights[i];
            }
        }

        return Assessed.Of(Math.Max(0, sum / total));
    }

    /// <summary>L, L between = Σ w_g ln(μ/μ_g) and L within = Σ w_g L_g, where w_g is the group's share of the population.</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="groups">Label of the group of each value; every value belongs to exactly one.</param>
    /// <returns>Not assessable in the same cases as <see cref="Of"/>.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static TheilParts Decompose(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups) =>
        EntropyDecomposition.Of(new(values, weights, groups), Of, (population, _) => population);
}
