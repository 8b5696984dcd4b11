using MathNet.Numerics.Distributions;

namespace DivideMetrics.Statistics;

/// <summary>Quantiles of Student's t distribution (MathNet.Numerics).</summary>
public static class StudentQuantile
{
    private const int Tabled = 100;

    // Every projection asks for these two; the inverse of the distribution costs more than a fit.
    private static readonly double[] Of80 = Table(0.80);
    private static readonly double[] Of95 = Table(0.95);

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
        return degrees <= Tabled && TableOf(confidence) is { } table ? table[degrees - 1] : Compute(confidence, degrees);
    }

    private static double[]? TableOf(double confidence) => confidence == 0.95 ? Of95 : confidence == 0.80 ? Of80 : null;

    private static double[] Table(double confidence)
    {
        var table = new double[Tabled];
        for (var i = 0; i < Tabled; i++)
        {
            table[i] = Compute(confidence, i + 1);
        }

        return table;
    }

    private static double Compute(double confidence, int degrees) => StudentT.InvCDF(0, 1, degrees, (1 + confidence) / 2);
}
