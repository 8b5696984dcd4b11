using MathNet.Numerics.Distributions;

namespace DivideMetrics.Statistics;

/// <summary>Quantiles of Student's t distribution (MathNet.Numerics).</summary>
public static class StudentQuantile
{
    /// <summary>The t with P(|T| ≤ t) = confidence, for example 2.4469 for 0.95 and 6 degrees of freedom. Without unit, above 0.</summary>
    /// <param name="confidence">Between 0 and 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A confidence or degrees outside their range.</exception>
    public static double TwoSided(double confidence, int degrees)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a confidence between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return StudentT.InvCDF(0, 1, degrees, (1 + confidence) / 2);
    }
}
