namespace DivideMetrics.Statistics;

/// <summary>A curve fitted by <see cref="NonlinearLeastSquares"/>.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Spread">(JᵀJ)⁻¹ row by row, 0 for parameters that stand at an end of their box.</param>
/// <param name="ResidualError">s = √(Σ e²/degrees).</param>
/// <param name="Degrees">Points less parameters, at least 1.</param>
internal sealed record CurveFit<TCurve>(TCurve Curve, double[] Parameters, double[] Spread, double ResidualError, int Degrees)
    where TCurve : struct, ICurve
{
    /// <summary>The curve at x, and the standard error of a prediction there: s √(1 + gᵀ (JᵀJ)⁻¹ g), g the gradient at x.</summary>
    internal (double Value, double Error) At(double x)
    {
        var size = Parameters.Length;
        Span<double> gradient = stackalloc double[size];
        var value = Curve.At(x, Parameters, gradient);
        double leverage = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                leverage += gradient[row] * Spread[(row * size) + column] * gradient[column];
            }
        }

        return (value, ResidualError * Math.Sqrt(1 + Math.Max(0, leverage)));
    }
}
