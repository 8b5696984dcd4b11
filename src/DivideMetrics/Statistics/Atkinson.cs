namespace DivideMetrics.Statistics;

/// <summary>Atkinson's index of inequality: the share of the mean that could be given up for an equal distribution of the same worth.</summary>
public static class Atkinson
{
    /// <summary>
    /// A(ε) = 1 − [Σ p_i (x_i/μ)^(1−ε)]^(1/(1−ε)); A(1) = 1 − exp(Σ p_i ln x_i)/μ = 1 − e^−L. Without unit, from 0 (all equal) to below 1; higher is
    /// more unequal, and the more so the greater ε. Source: A. B. Atkinson, On the measurement of inequality (1970).
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="aversion">ε above 0: how much more the low end counts.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, a value is negative, or, for ε of 1 and above, a value with weight is 0.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight, an ε that is not above 0.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double aversion)
    {
        if (!(aversion > 0 && double.IsFinite(aversion)))
        {
            throw new ArgumentOutOfRangeException(nameof(aversion), aversion, "Expected a finite aversion above 0.");
        }

        if (aversion == 1)
        {
            var deviation = TheilL.Of(values, weights);
            return deviation.Value is { } theil ? Assessed.Of(1 - Math.Exp(-theil)) : deviation;
        }

        var mean = aversion < 1 ? Positive.Mean(values, weights) : Positive.MeanWithoutZeros(values, weights);
        return mean.Value is { } centre
            ? Assessed.Of(Math.Clamp(1 - PowerMean(values, weights, (centre, 1 - aversion)), 0, 1))
            : mean;
    }

    /// <summary>[Σ p (x/μ)^k]^(1/k).</summary>
    private static double PowerMean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, (double Centre, double Power) of)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] > 0)
            {
                sum += weights[i] * Math.Pow(values[i] / of.Centre, of.Power);
                total += weights[i];
            }
        }

        return Math.Pow(sum / total, 1 / of.Power);
    }
}
