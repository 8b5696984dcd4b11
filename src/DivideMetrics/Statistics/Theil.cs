namespace DivideMetrics.Statistics;

/// <summary>Theil's T index of inequality.</summary>
public static class Theil
{
    /// <summary>
    /// T = Σ p_i (x_i/μ) ln(x_i/μ) with 0 · ln 0 = 0. Without unit, from 0 (all equal) to ln(Σw / least w); higher is more unequal.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = Positive.Mean(values, weights);
        if (mean.Value is not { } centre)
        {
            return mean;
        }

        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * RatioTimesLog(values[i] / centre);
            total += weights[i];
        }

        return Assessed.Of(Math.Max(0, sum / total));
    }

    /// <summary>
    /// T, T between = Σ s_g ln(μ_g/μ) and T within = Σ s_g T_g, where s_g = w_g μ_g/μ is the group's share of the amount.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="groups">Label of the group of each value; every value belongs to exactly one.</param>
    /// <returns>Not assessable in the same cases as <see cref="Of"/>.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static TheilParts Decompose(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups) =>
        EntropyDecomposition.Of(new(values, weights, groups), Of, (population, relativeMean) => population * relativeMean);

    private static double RatioTimesLog(double ratio) => ratio > 0 ? ratio * Math.Log(ratio) : 0;
}
