namespace DivideMetrics.Statistics;

/// <summary>By what the squared deviations are divided.</summary>
public enum DeviationKind
{
    /// <summary>By n: the values are all there are.</summary>
    Population,

    /// <summary>By n − 1: the values are a sample.</summary>
    Sample,
}

/// <summary>Spread of values around their mean.</summary>
public static class Dispersion
{
    /// <summary>
    /// Coefficient of variation σ/μ, σ² = Σ p_i (x_i − μ)². Without unit, from 0 (all equal) upward; higher is more unequal.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <returns>Not assessable when nothing has weight or the mean is not above 0.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed VariationWeighted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = WeightedMean.Of(values, weights);
        if (mean.Value is not { } centre)
        {
            return mean;
        }

        return centre > 0
            ? Assessed.Of(Math.Sqrt(Variance(values, weights, centre)) / centre)
            : Assessed.Not(centre == 0 ? "the mean is 0" : "the mean is below 0");
    }

    /// <summary>Coefficient of variation with equal weights 1/n.</summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="kind">Population (n) or sample (n − 1) deviation.</param>
    /// <returns>Not assessable when empty, the mean is not above 0, or a sample has one value.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Variation(ReadOnlySpan<double> values, DeviationKind kind = DeviationKind.Population) =>
        Scaled(VariationWeighted(values, Equal.Weights(values.Length)), values.Length, kind);

    /// <summary>
    /// Standard deviation of ln x with equal weights. Without unit, from 0 (all equal) upward; higher is more unequal. Does not depend on the unit of
    /// the values.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="kind">Population (n) or sample (n − 1) deviation.</param>
    /// <returns>Not assessable when empty, a value is not above 0, or a sample has one value.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed OfLogs(ReadOnlySpan<double> values, DeviationKind kind = DeviationKind.Sample)
    {
        Require.Finite(values, nameof(values));
        var logs = new double[values.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            if (values[i] <= 0)
            {
                return Assessed.Not(FormattableString.Invariant($"a value is not above 0 ({values[i]}): it has no logarithm"));
            }

            logs[i] = Math.Log(values[i]);
        }

        var equal = Equal.Weights(logs.Length);
        var mean = WeightedMean.Of(logs, equal);
        return mean.Value is { } centre ? Scaled(Assessed.Of(Math.Sqrt(Variance(logs, equal, centre))), logs.Length, kind) : mean;
    }

    private static double Variance(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double mean)
    {
        double squares = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
            total += weights[i];
        }

        return squares / total;
    }

    private static Assessed Scaled(Assessed found, int count, DeviationKind kind)
    {
        if (found.Value is not { } value || kind == DeviationKind.Population)
        {
            return found;
        }

        return count > 1 ? Assessed.Of(value * Math.Sqrt(count / (count - 1.0))) : Assessed.Not("one value: a sample of one has no spread");
    }
}
