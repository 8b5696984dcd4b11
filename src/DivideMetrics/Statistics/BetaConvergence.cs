namespace DivideMetrics.Statistics;

/// <summary>
/// β-convergence (R. Barro, X. Sala-i-Martin 1992): do those who start lower grow faster? (z_T − z_0)/τ = α − [(1 − e^−λτ)/τ] z_0 + ε, fitted by
/// ordinary least squares, z the logarithm of the level, or the logit of a bounded one. The slope is b = −(1 − e^−λτ)/τ.
/// </summary>
public sealed class BetaConvergence
{
    /// <summary>Confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    private readonly double _years;

    private BetaConvergence(LineFit line, double years)
    {
        Line = line;
        _years = years;
    }

    /// <summary>The line: growth a year over the start, both on the scale of the logarithms or logits.</summary>
    public LineFit Line { get; }

    /// <summary>
    /// λ = −ln(1 + b τ)/τ: the share of the distance that is closed each year. Unit: 1/year; above 0 the economies converge, below 0 they part. Interval:
    /// that of the slope at 95 %, transformed; without an upper end where the slope's lower end lets the order be overturned.
    /// </summary>
    /// <returns>Not assessable when 1 + b τ is not above 0: those who started lower have overtaken.</returns>
    public Assessed Speed
    {
        get
        {
            if (SpeedAt(Line.Slope) is not { } speed)
            {
                return Assessed.Not($"those who started lower have overtaken the others: no speed of convergence ({Basis})");
            }

            var half = StudentQuantile.TwoSided(Confidence, Line.Count - 2) * Line.SlopeError;
            return Assessed.Of(speed, Basis) with { Lower = SpeedAt(Line.Slope + half), Upper = SpeedAt(Line.Slope - half) };
        }
    }

    /// <summary>
    /// ln 2/λ: after how many years half of the distance is closed. Unit: years, above 0. Interval: from the ends of <see cref="Speed"/>, absent
    /// where they give none.
    /// </summary>
    /// <returns>Not assessable when the economies do not converge.</returns>
    public Assessed HalfLife
    {
        get
        {
            var speed = Speed;
            return speed.Value switch
            {
                null => speed,
                <= 0 => Assessed.Not(FormattableString.Invariant($"no convergence: λ is {speed.Value:0.####} a year ({Basis})")),
                { } value => Assessed.Of(Math.Log(2) / value, Basis) with { Lower = Half(speed.Upper), Upper = Half(speed.Lower) },
            };
        }
    }

    /// <summary>What the fit rests on, in words: slope, its standard error and the number of economies.</summary>
    public string Basis =>
        FormattableString.Invariant($"slope {Line.Slope:0.#####} a year, standard error {Line.SlopeError:0.#####}, {Line.Count} economies");

    /// <summary>Fits the line.</summary>
    /// <param name="start">Logarithm or logit of each economy's level at the start.</param>
    /// <param name="end">The same at the end.</param>
    /// <param name="years">Years from start to end (τ), above 0.</param>
    /// <returns>The fit; null with fewer than 3 economies, or when all started from one level.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, no time between start and end.</exception>
    public static BetaConvergence? Fit(ReadOnlySpan<double> start, ReadOnlySpan<double> end, double years)
    {
        Require.Same(start.Length, end.Length, nameof(end));
        Require.Finite(years, nameof(years));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        var growth = new double[start.Length];
        for (var i = 0; i < growth.Length; i++)
        {
            growth[i] = (end[i] - start[i]) / years;
        }

        return LeastSquares.Fit(start, growth) is { } line ? new(line, years) : null;
    }

    private static double? Half(double? speed) => speed > 0 ? Math.Log(2) / speed : null;

    private double? SpeedAt(double slope)
    {
        var left = 1 + (slope * _years);
        return left > 0 ? -Math.Log(left) / _years : null;
    }
}
