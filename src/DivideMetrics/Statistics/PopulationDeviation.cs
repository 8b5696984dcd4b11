namespace DivideMetrics.Statistics;

/// <summary>Standard deviation of a whole population of values.</summary>
public static class PopulationDeviation
{
    /// <summary>Deviations below this share of the greatest absolute value are rounding, not spread.</summary>
    private const double Rounding = 1e-12;

    /// <summary>√(Σ (x − mean)² / n), each value with equal weight. Unit: that of the values. Range: 0 (all equal) and above.</summary>
    /// <param name="values">Finite values in any order, missing ones left out.</param>
    /// <returns>Exactly 0 when all values are equal but for rounding; not assessable when empty.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Of(ReadOnlySpan<double> values)
    {
        Require.Finite(values, nameof(values));
        if (values.IsEmpty)
        {
            return Assessed.Not("no value");
        }

        double sum = 0, greatest = 0;
        foreach (var value in values)
        {
            sum += value;
            greatest = Math.Max(greatest, Math.Abs(value));
        }

        var (mean, squares) = (sum / values.Length, 0.0);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / values.Length);
        return Assessed.Of(deviation <= Rounding * greatest ? 0 : deviation);
    }
}
