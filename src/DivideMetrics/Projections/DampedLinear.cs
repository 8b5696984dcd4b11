using DivideMetrics.Documentation;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// Holt's linear trend, damped: each year the trend is φ times that of the year before, so that the course levels off; recent points weigh most.
/// Level, trend and damping are smoothed with α, β ≤ α and φ from 0.8 to 0.98, chosen by least squares of the one-step errors. On the scale of the
/// indicator. A year without a point is stepped over.
/// </summary>
internal sealed class DampedLinear : IProjectionModel
{
    private const int StartPoints = 5;
    private const int Parameters = 5;

    public string Id => "damped-linear";

    public IReadOnlyList<CodeMember> Documented { get; } = [new(typeof(DampedLinear)), new(typeof(HoltSmoothing))];

    public ProjectionFit? Fit(in ProjectionSample sample, ProjectionFit? before, out string? reason)
    {
        reason = sample.TooFew;
        if (reason is not null)
        {
            return null;
        }

        var x = sample.UsableYears;
        var z = sample.Scaled;
        var line = LeastSquares.Fit(x[..StartPoints], z[..StartPoints])!.Value;
        var start = new HoltState(line.At(x[0] - 1), line.Slope);
        var smoothing = HoltSearch.Best(x, z, start);
        var squares = smoothing.Squares(x, z, start, out var end);
        var error = Math.Sqrt(squares / (x.Length - Parameters));
        return new Fitted(sample.Scale, smoothing, end, error)
        {
            Years = ((int)x[0], (int)x[^1]), Points = x.Length, Words = sample.Basis,
        };
    }

    private sealed class Fitted(ProjectionScale scale, HoltSmoothing smoothing, HoltState end, double error) : ProjectionFit(scale)
    {
        internal required (int First, int Last) Years { get; init; }

        internal required int Points { get; init; }

        internal required string Words { get; init; }

        internal override int FirstYear => Years.First;

        internal override string Basis => FormattableString.Invariant($"{Words}, damped by {smoothing.Phi:0.00} a year");

        protected override int Degrees => Points - Parameters;

        internal override (double Centre, double Error) On(double year)
        {
            var ahead = Math.Max(0, year - Years.Last);
            return (end.Level + (end.Trend * smoothing.Steps(ahead)), error * Math.Sqrt(smoothing.Variance(ahead)));
        }
    }
}
