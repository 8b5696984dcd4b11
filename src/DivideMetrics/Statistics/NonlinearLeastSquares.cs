namespace DivideMetrics.Statistics;

/// <summary>
/// Least squares of a curve by Levenberg and Marquardt with analytic derivatives; steps are cut at the ends of the parameters' box. Written for thousands
/// of short series: no allocation but the result. Deterministic.
/// </summary>
internal static class NonlinearLeastSquares
{
    /// <summary>Most parameters of a curve.</summary>
    internal const int MostParameters = 4;

    private const int MostSteps = 50;
    private const double FirstDamping = 1e-3;
    private const double LeastDamping = 1e-12;
    private const double MostDamping = 1e6;
    private const double Enough = 1e-7;

    /// <summary>Fits a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="x">Finite values.</param>
    /// <param name="y">One finite value for each x.</param>
    /// <param name="start">Starting values inside the box; on return the values found.</param>
    /// <returns>The fit; null with no more points than parameters, or when the curve is not defined at the start, does not settle or is not identified.</returns>
    internal static CurveFit<TCurve>? Fit<TCurve>(TCurve curve, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> start)
        where TCurve : struct, ICurve
    {
        Require.Same(x.Length, y.Length, nameof(y));
        var search = new Search<TCurve>(curve, x, y, stackalloc double[2 * MostParameters]);
        if (x.Length <= curve.Parameters || !search.Descend(start))
        {
            return null;
        }

        var size = curve.Parameters;
        var spread = new double[size * size];
        return search.TryInvert(start, spread)
            ? new CurveFit<TCurve>(curve, start.ToArray(), spread, Math.Sqrt(search.Cost(start) / (x.Length - size)), x.Length - size)
            : null;
    }

    private readonly ref struct Search<TCurve>
        where TCurve : struct, ICurve
    {
        private readonly TCurve _curve;
        private readonly ReadOnlySpan<double> _x;
        private readonly ReadOnlySpan<double> _y;
        private readonly Span<double> _least;
        private readonly Span<double> _greatest;

        internal Search(TCurve curve, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> box)
        {
            _curve = curve;
            _x = x;
            _y = y;
            _least = box[..MostParameters];
            _greatest = box[MostParameters..];
            curve.Box(_least, _greatest);
        }

        /// <summary>Walks to the least squares; false when the start is not defined or the walk does not settle.</summary>
        internal bool Descend(Span<double> at)
        {
            var size = at.Length;
            Span<double> normal = stackalloc double[size * size];
            Span<double> slope = stackalloc double[size];
            var (damping, cost) = (FirstDamping, Cost(at));
            for (var step = 0; step < MostSteps && double.IsFinite(cost); step++)
            {
                Normal(at, normal, slope);
                var gain = Step(at, normal, slope, new Progress(cost, damping));
                if (cost - gain.Cost <= Enough * cost)
                {
                    return true;
                }

                (cost, damping) = (gain.Cost, gain.Damping);
            }

            return false;
        }

        /// <summary>Σ (y − curve)²; infinite where the curve is not defined.</summary>
        internal double Cost(ReadOnlySpan<double> at)
        {
            Span<double> gradient = stackalloc double[MostParameters];
            double sum = 0;
            for (var i = 0; i < _x.Length; i++)
            {
                var error = _y[i] - _curve.At(_x[i], at, gradient);
                sum += error * error;
            }

            return double.IsFinite(sum) ? sum : double.PositiveInfinity;
        }

        /// <summary>(JᵀJ)⁻¹ over the parameters that are free at the point found.</summary>
        internal bool TryInvert(ReadOnlySpan<double> at, Span<double> inverse)
        {
            var size = at.Length;
            Span<double> normal = stackalloc double[size * size];
            Span<double> column = stackalloc double[size];
            Normal(at, normal, column);
            for (var i = 0; i < size; i++)
            {
                if (IsAtEnd(at, i))
                {
                    Fix(normal, size, i);
                }
            }

            if (!SmallCholesky.TryFactor(normal, size))
            {
                return false;
            }

            for (var i = 0; i < size; i++)
            {
                column.Clear();
                column[i] = IsAtEnd(at, i) ? 0 : 1;
                SmallCholesky.Solve(normal, column);
                column.CopyTo(inverse[(i * size)..]);
            }

            return true;
        }

        /// <summary>The best step at hand: raises the damping until the cost falls, or gives up where it no longer can.</summary>
        private Progress Step(Span<double> at, ReadOnlySpan<double> normal, ReadOnlySpan<double> slope, Progress from)
        {
            Span<double> damped = stackalloc double[normal.Length];
            Span<double> trial = stackalloc double[at.Length];
            for (var damping = from.Damping; damping <= MostDamping; damping *= 8)
            {
                Damp(normal, damping, damped);
                slope.CopyTo(trial);
                var cost = TrySolve(at, damped, trial) ? Try(at, trial) : double.PositiveInfinity;
                if (cost < from.Cost)
                {
                    trial.CopyTo(at);
                    return new Progress(cost, Math.Max(damping / 8, LeastDamping));
                }

                if (cost - from.Cost <= Enough * from.Cost)
                {
                    return from;
                }
            }

            return from;
        }

        private static void Damp(ReadOnlySpan<double> normal, double damping, Span<double> damped)
        {
            normal.CopyTo(damped);
            var size = (int)Math.Sqrt(normal.Length);
            for (var i = 0; i < size; i++)
            {
                damped[(i * size) + i] += (damping * damped[(i * size) + i]) + LeastDamping;
            }
        }

        /// <summary>Solves for a step; parameters that it would push out of their box stand still, and the others are solved for again.</summary>
        private bool TrySolve(ReadOnlySpan<double> at, ReadOnlySpan<double> damped, Span<double> step)
        {
            var size = at.Length;
            Span<double> factor = stackalloc double[damped.Length];
            Span<double> right = stackalloc double[size];
            step.CopyTo(right);
            var stuck = 0;
            for (var found = true; found;)
            {
                damped.CopyTo(factor);
                right.CopyTo(step);
                Hold(factor, step, stuck);
                if (!SmallCholesky.TryFactor(factor, size))
                {
                    return false;
                }

                SmallCholesky.Solve(factor, step);
                var now = stuck | Stuck(at, step);
                (found, stuck) = (now != stuck, now);
            }

            return true;
        }

        private static void Hold(Span<double> normal, Span<double> right, int stuck)
        {
            for (var i = 0; i < right.Length; i++)
            {
                if ((stuck & (1 << i)) != 0)
                {
                    Fix(normal, right.Length, i);
                    right[i] = 0;
                }
            }
        }

        private int Stuck(ReadOnlySpan<double> at, ReadOnlySpan<double> step)
        {
            var stuck = 0;
            for (var i = 0; i < at.Length; i++)
            {
                stuck |= (at[i] <= _least[i] && step[i] < 0) || (at[i] >= _greatest[i] && step[i] > 0) ? 1 << i : 0;
            }

            return stuck;
        }

        private double Try(ReadOnlySpan<double> at, Span<double> trial)
        {
            for (var i = 0; i < trial.Length; i++)
            {
                trial[i] = Math.Clamp(at[i] + trial[i], _least[i], _greatest[i]);
            }

            return Cost(trial);
        }

        /// <summary>JᵀJ and Jᵀe.</summary>
        private void Normal(ReadOnlySpan<double> at, Span<double> normal, Span<double> slope)
        {
            var size = at.Length;
            Span<double> gradient = stackalloc double[size];
            normal.Clear();
            slope.Clear();
            for (var i = 0; i < _x.Length; i++)
            {
                var error = _y[i] - _curve.At(_x[i], at, gradient);
                for (var row = 0; row < size; row++)
                {
                    slope[row] += gradient[row] * error;
                    for (var column = 0; column < size; column++)
                    {
                        normal[(row * size) + column] += gradient[row] * gradient[column];
                    }
                }
            }
        }

        private static void Fix(Span<double> normal, int size, int i)
        {
            for (var other = 0; other < size; other++)
            {
                normal[(i * size) + other] = normal[(other * size) + i] = i == other ? 1 : 0;
            }
        }

        private bool IsAtEnd(ReadOnlySpan<double> at, int i) => at[i] <= _least[i] || at[i] >= _greatest[i];
    }

    private readonly record struct Progress(double Cost, double Damping);
}
