namespace DivideMetrics.Projections;

/// <summary>Level and trend of a damped linear trend after a year.</summary>
internal readonly record struct HoltState(double Level, double Trend);

/// <summary>Parameters of a damped linear trend. <c>l = l₋ + φ b₋ + α e, b = φ b₋ + β e, e = z − l₋ − φ b₋</c> (Hyndman and others, ETS(A,Ad,N)).</summary>
/// <param name="Alpha">Share of an error that moves the level, from 0.02 to 1.</param>
/// <param name="Tilt">β/α, from 0.01 to 1.</param>
/// <param name="Phi">Damping a year, from 0.8 to 0.98.</param>
internal readonly record struct HoltSmoothing(double Alpha, double Tilt, double Phi)
{
    private double Beta => Alpha * Tilt;

    /// <summary>Σ e² of the one-step errors, those after a hole of years divided by their greater variance; and the state after the last point.</summary>
    internal double Squares(ReadOnlySpan<double> x, ReadOnlySpan<double> z, HoltState start, out HoltState end)
    {
        var (level, trend, year, sum) = (start.Level, start.Trend, x[0] - 1, 0.0);
        var (alpha, beta, phi) = (Alpha, Beta, Phi);
        for (var i = 0; i < x.Length; i++)
        {
            var ahead = x[i] - year;
            for (var step = 0; step < ahead; step++)
            {
                trend *= phi;
                level += trend;
            }

            var error = z[i] - level;
            sum += ahead > 1 ? error * error / Variance(ahead) : error * error;
            level += alpha * error;
            trend += beta * error;
            year = x[i];
        }

        end = new HoltState(level, trend);
        return sum;
    }

    /// <summary>φ + φ² + … to a number of years, fractions allowed.</summary>
    internal double Steps(double years) => Phi * (1 - Math.Pow(Phi, years)) / (1 - Phi);

    /// <summary>Variance of an error so many years ahead, that of one year being 1: 1 + Σ (α + β (φ + … + φʲ))², j below the years; linear between years.</summary>
    internal double Variance(double years)
    {
        double sum = 1, steps = 0, power = 1;
        for (var j = 1; j < years; j++)
        {
            power *= Phi;
            steps += power;
            var weight = Alpha + (Beta * steps);
            sum += weight * weight * Math.Min(1, years - j);
        }

        return sum;
    }
}
