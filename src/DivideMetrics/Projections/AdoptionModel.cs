using DivideMetrics.Documentation;
using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// A curve of adoption, fitted by nonlinear least squares on the scale of the indicator to all points. The ceiling is estimated where the fitted
/// curve has its inflection inside the sample and the ceiling stays below the bound; else it is the bound, or the goal where there is no bound.
/// </summary>
internal sealed class AdoptionModel<TCurve>(string id) : IProjectionModel
    where TCurve : struct, IAdoptionCurve<TCurve>
{
    public string Id => id;

    public IReadOnlyList<CodeMember> Documented { get; } = [new(typeof(TCurve)), new(typeof(AdoptionModel<>))];

    public ProjectionFit? Fit(in ProjectionSample sample, ProjectionFit? before, out string? reason)
    {
        reason = sample.TooFew;
        if (reason is not null || AdoptionFrame.Of(sample, out reason) is not { } frame)
        {
            return null;
        }

        var start = before as Fitted;
        var fit = Fit(sample, frame with { IsFree = true }, start) ?? (double.IsFinite(frame.Ceiling) ? Fit(sample, frame, start) : null);
        reason = fit is not null ? null
            : double.IsFinite(frame.Ceiling) ? "the curve could not be fitted"
            : "no inflection in the sample, and neither bound nor goal as a ceiling";
        return fit;
    }

    private static Fitted? Fit(in ProjectionSample sample, AdoptionFrame frame, Fitted? before)
    {
        var count = sample.UsableYears.Length;
        Span<double> x = count <= 128 ? stackalloc double[count] : new double[count];
        Span<double> adopted = count <= 128 ? stackalloc double[count] : new double[count];
        for (var i = 0; i < count; i++)
        {
            x[i] = sample.UsableYears[i] - sample.Middle;
            adopted[i] = frame.Adopted(sample.Scale.Inverse(sample.Scaled[i]));
        }

        var curve = TCurve.In(frame);
        Span<double> parameters = stackalloc double[curve.Parameters];
        return TryStart(curve, frame, before, new Points(x, adopted), parameters)
            && NonlinearLeastSquares.Fit(curve, x, sample.Scaled, parameters) is { } fit
            && (!frame.IsFree || IsIdentified(fit, x[0], x[^1]))
            ? new Fitted(frame, fit) { Years = ((int)sample.UsableYears[0], (int)sample.UsableYears[^1]), Words = sample.Basis, Middle = sample.Middle }
            : null;
    }

    // The fit to the points before is near: from it a few steps are enough.
    private static bool TryStart(TCurve curve, AdoptionFrame frame, Fitted? before, Points points, Span<double> start)
    {
        if (before is not null && before.IsFree == frame.IsFree)
        {
            before.Parameters.CopyTo(start);
            return true;
        }

        if (frame.IsFree)
        {
            start[^1] = frame.FirstParameter;
        }

        return curve.TryStart(points.X, points.Adopted, start);
    }

    private static bool IsIdentified(CurveFit<TCurve> fit, double first, double last) =>
        fit.Curve.Inflection(fit.Parameters) is var inflection && inflection > first && inflection < last
        && fit.Parameters[^1] < AdoptionModel.CeilingBox.Most;

    private readonly ref struct Points(ReadOnlySpan<double> x, ReadOnlySpan<double> adopted)
    {
        internal ReadOnlySpan<double> X { get; } = x;

        internal ReadOnlySpan<double> Adopted { get; } = adopted;
    }

    private sealed class Fitted(AdoptionFrame frame, CurveFit<TCurve> fit) : ProjectionFit(frame.Scale)
    {
        internal required (int First, int Last) Years { get; init; }

        internal required string Words { get; init; }

        internal required double Middle { get; init; }

        internal bool IsFree => frame.IsFree;

        internal ReadOnlySpan<double> Parameters => fit.Parameters;

        internal override int FirstYear => Years.First;

        internal override string Basis => frame.IsFree
            ? FormattableString.Invariant($"{Words}, ceiling {frame.Value(frame.CeilingAt(fit.Parameters[^1], out _)):0.#} estimated")
            : FormattableString.Invariant($"{Words}, ceiling {frame.Value(frame.Ceiling):0.#}");

        protected override int Degrees => fit.Degrees;

        internal override (double Centre, double Error) On(double year) => fit.At(year - Middle);
    }
}

/// <summary>What curves of adoption share.</summary>
internal static class AdoptionModel
{
    private const double Tail = 0.02;
    private const int LeastPoints = 4;

    /// <summary>Box of the ceiling's parameter.</summary>
    internal static (double Least, double Most) CeilingBox => (-8, 4);

    /// <summary>The line through the transformed shares of a ceiling; tails are left out where enough is left, for there the shares are all error.</summary>
    internal static LineFit? LineOf(ReadOnlySpan<double> x, ReadOnlySpan<double> adopted, double ceiling, Func<double, double> transform)
    {
        var isWide = HasPointsInside(adopted, ceiling, Tail);
        var (least, most) = isWide ? (Tail * ceiling, (1 - Tail) * ceiling) : (0, ceiling);
        Span<double> years = x.Length <= 128 ? stackalloc double[x.Length] : new double[x.Length];
        Span<double> shares = x.Length <= 128 ? stackalloc double[x.Length] : new double[x.Length];
        var count = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (adopted[i] > least && adopted[i] < most)
            {
                years[count] = x[i];
                shares[count++] = transform(adopted[i] / ceiling);
            }
        }

        return LeastSquares.Fit(years[..count], shares[..count]);
    }

    private static bool HasPointsInside(ReadOnlySpan<double> adopted, double ceiling, double tail)
    {
        var count = 0;
        foreach (var value in adopted)
        {
            count += value > tail * ceiling && value < (1 - tail) * ceiling ? 1 : 0;
        }

        return count >= LeastPoints;
    }
}
