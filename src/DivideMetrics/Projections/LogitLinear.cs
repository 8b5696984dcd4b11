using DivideMetrics.Documentation;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>A straight line through the logits of the points since 2015: see <see cref="LogitTrend"/>. Between two bounds only.</summary>
internal sealed class LogitLinear : IProjectionModel
{
    public string Id => "logit-linear";

    public IReadOnlyList<CodeMember> Documented { get; } = [new(typeof(LogitLinear)), new(typeof(LogitTrend))];

    public ProjectionFit? Fit(in ProjectionSample sample, ProjectionFit? before, out string? reason)
    {
        if (sample.Scale.Bounds is not { } bounds)
        {
            reason = "a bounded trend needs both bounds";
            return null;
        }

        var first = sample.Years.IndexOfAnyInRange(sample.TrendFrom, int.MaxValue);
        var from = first < 0 ? sample.Years.Length : first;
        var trend = LogitTrend.Fit(sample.Years[from..], sample.Values[from..], bounds, out var few);
        reason = trend is null ? FormattableString.Invariant($"no trend since {sample.TrendFrom}: {few}") : null;
        return trend is null ? null : new Fitted(trend, sample.Scale);
    }

    private sealed class Fitted(LogitTrend trend, ProjectionScale scale) : ProjectionFit(scale)
    {
        internal override int FirstYear => trend.FirstYear;

        internal override string Basis => trend.Basis;

        protected override int Degrees => trend.Line.Count - 2;

        internal override (double Centre, double Error) On(double year) => (trend.Line.At(year), trend.Line.ErrorAt(year));

        internal override Assessed YearOf(double level, int sign, int latest) => trend.YearOf(level);

        internal override bool LeadsOn(int sign, int latest) => sign * trend.Line.Slope > 0;
    }
}
