namespace DivideMetrics.Statistics;

/// <summary>A straight line fitted by ordinary least squares: y = <see cref="Intercept"/> + <see cref="Slope"/> · x.</summary>
/// <param name="Intercept">y at x = 0.</param>
/// <param name="Slope">Change of y for one unit of x.</param>
/// <param name="ResidualError">Residual standard error s = √(Σ e² / (n − 2)).</param>
/// <param name="Count">Number of points n, at least 3.</param>
/// <param name="MeanX">Mean of x.</param>
/// <param name="MeanY">Mean of y.</param>
/// <param name="SpreadX">Σ (x − mean of x)², above 0.</param>
public readonly record struct LineFit(
    double Intercept, double Slope, double ResidualError, int Count, double MeanX, double MeanY, double SpreadX)
{
    /// <summary>Standard error of the slope: s/√(Σ (x − mean of x)²).</summary>
    public double SlopeError => ResidualError / Math.Sqrt(SpreadX);

    /// <summary>The line's y at x.</summary>
    public double At(double x) => MeanY + (Slope * (x - MeanX));

    /// <summary>
    /// Half the width of the prediction interval at x: t · s · √(1 + 1/n + (x − mean of x)²/Σ(x − mean of x)²), t Student's quantile with n − 2
    /// degrees of freedom.
    /// </summary>
    /// <param name="x">Where.</param>
    /// <param name="confidence">Between 0 and 1, for example 0.95.</param>
    public double HalfWidthAt(double x, double confidence) => StudentQuantile.TwoSided(confidence, Count - 2) * ErrorAt(x);

    /// <summary>Standard error of a prediction at x: s · √(1 + 1/n + (x − mean of x)²/Σ(x − mean of x)²).</summary>
    public double ErrorAt(double x) => ResidualError * Math.Sqrt(1 + (1.0 / Count) + ((x - MeanX) * (x - MeanX) / SpreadX));

    /// <summary>t · s of a two-sided interval.</summary>
    /// <param name="confidence">Between 0 and 1, for example 0.95.</param>
    public double Margin(double confidence) => StudentQuantile.TwoSided(confidence, Count - 2) * ResidualError;
}

/// <summary>Ordinary least squares with one regressor.</summary>
public static class LeastSquares
{
    /// <summary>Fits a line.</summary>
    /// <param name="x">Finite values, missing pairs left out.</param>
    /// <param name="y">One finite value for each x.</param>
    /// <returns>The line; null with fewer than 3 points or when all x are equal, for then neither slope nor error is defined.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite.</exception>
    public static LineFit? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Require.Same(x.Length, y.Length, nameof(y));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        // Told by the values and not by the spread: the mean of equal values can be off by a rounding error.
        if (x.Length < 3 || !x.ContainsAnyExcept(x[0]))
        {
            return null;
        }

        var (meanX, meanY) = (Mean(x), Mean(y));
        double spread = 0, product = 0;
        for (var i = 0; i < x.Length; i++)
        {
            spread += (x[i] - meanX) * (x[i] - meanX);
            product += (x[i] - meanX) * (y[i] - meanY);
        }

        if (spread == 0)
        {
            return null;
        }

        var slope = product / spread;
        var fit = new LineFit(meanY - (slope * meanX), slope, 0, x.Length, meanX, meanY, spread);
        return fit with { ResidualError = ResidualError(x, y, fit) };
    }

    private static double ResidualError(ReadOnlySpan<double> x, ReadOnlySpan<double> y, LineFit fit)
    {
        double squares = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = y[i] - fit.At(x[i]);
            squares += residual * residual;
        }

        return Math.Sqrt(squares / (x.Length - 2));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
