namespace DivideMetrics.Statistics;

/// <summary>The least and the greatest value that those without data can have.</summary>
/// <param name="Least">Finite.</param>
/// <param name="Greatest">Finite, at least <paramref name="Least"/>.</param>
public readonly record struct Extremes(double Least, double Greatest);

/// <summary>Between which values a mean must lie, whatever those without data have.</summary>
public static class MeanBand
{
    /// <summary>
    /// The mean with its band: (W μ + M least)/(W + M) to (W μ + M greatest)/(W + M), W the weight of those with data and M of those without. Unit:
    /// that of the mean. The partial identification bounds of C. Manski (1989).
    /// </summary>
    /// <param name="mean">Finite mean of those with data.</param>
    /// <param name="informed">Weight of those with data, above 0.</param>
    /// <param name="missing">Weight of those without, at least 0.</param>
    /// <param name="extremes">What those without data can have.</param>
    /// <returns>The mean, with the band as its interval; the mean lies inside when it lies between the extremes.</returns>
    /// <exception cref="ArgumentException">A number that is not finite, a weight below its range, the least above the greatest.</exception>
    public static Assessed Of(double mean, double informed, double missing, Extremes extremes)
    {
        Require.Finite([mean, informed, missing, extremes.Least, extremes.Greatest], nameof(mean));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(informed);
        ArgumentOutOfRangeException.ThrowIfNegative(missing);
        if (extremes.Least > extremes.Greatest)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected the least not above the greatest, found {extremes.Least} and {extremes.Greatest}."), nameof(extremes));
        }

        var share = missing / (informed + missing);
        return Assessed.Of(mean) with
        {
            Lower = mean + (share * (extremes.Least - mean)),
            Upper = mean + (share * (extremes.Greatest - mean)),
        };
    }
}
