namespace DivideMetrics.Projections;

/// <summary>Looks for the smoothing with the least squared one-step errors: the best of a grid, then refined with ever shorter steps. Deterministic.</summary>
internal ref struct HoltSearch
{
    private const double LeastAlpha = 0.02;
    private const double LeastTilt = 0.01;
    private const double LeastPhi = 0.80;
    private const double MostPhi = 0.98;
    private const double FirstWidth = 0.15;
    private const int Refinements = 5;

    private static readonly double[] Alphas = [0.1, 0.4, 0.7, 0.98];
    private static readonly double[] Tilts = [0.05, 0.25, 0.6, 0.95];
    private static readonly double[] Phis = [0.80, 0.89, 0.98];

    private readonly ReadOnlySpan<double> _x;
    private readonly ReadOnlySpan<double> _z;
    private readonly HoltState _start;
    private HoltSmoothing _best;
    private double _least;

    private HoltSearch(ReadOnlySpan<double> x, ReadOnlySpan<double> z, HoltState start)
    {
        _x = x;
        _z = z;
        _start = start;
        _least = double.PositiveInfinity;
    }

    /// <summary>The best smoothing of points on a scale, x in years, rising, from a state in the year before the first.</summary>
    internal static HoltSmoothing Best(ReadOnlySpan<double> x, ReadOnlySpan<double> z, HoltState start)
    {
        var search = new HoltSearch(x, z, start);
        search.Grid();
        search.Refine();
        return search._best;
    }

    private void Grid()
    {
        foreach (var alpha in Alphas)
        {
            foreach (var tilt in Tilts)
            {
                foreach (var phi in Phis)
                {
                    Try(new HoltSmoothing(alpha, tilt, phi));
                }
            }
        }
    }

    private void Refine()
    {
        var width = FirstWidth;
        for (var i = 0; i < Refinements; i++, width /= 2)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                Try(_best with { Alpha = Math.Clamp(_best.Alpha + (side * width), LeastAlpha, 1) });
                Try(_best with { Tilt = Math.Clamp(_best.Tilt + (side * width), LeastTilt, 1) });
                Try(_best with { Phi = Math.Clamp(_best.Phi + (side * width / 3), LeastPhi, MostPhi) });
            }
        }
    }

    private void Try(HoltSmoothing candidate)
    {
        var squares = candidate.Squares(_x, _z, _start, out _);
        if (squares < _least)
        {
            (_best, _least) = (candidate, squares);
        }
    }
}
