namespace DivideMetrics.Projections;

/// <summary>
/// How a curve of adoption, which rises from 0 to a ceiling, stands in an indicator: y = floor + adopted, or floor − adopted where lower is better.
/// </summary>
/// <param name="Scale">Scale of the fit.</param>
/// <param name="Floor">Value at which nobody has adopted.</param>
/// <param name="Sign">1: y rises from the floor; −1: y falls from it.</param>
/// <param name="Ceiling">Adopted at the end: the bound, or the goal; infinite when there is neither.</param>
/// <param name="Reached">Most adopted so far: the least ceiling when it is estimated.</param>
internal readonly record struct AdoptionFrame(ProjectionScale Scale, double Floor, int Sign, double Ceiling, double Reached)
{
    private const double Edge = 1e-12;

    /// <summary>True when the ceiling is a parameter of the fit, the last one.</summary>
    internal bool IsFree { get; init; }

    /// <summary>A first guess of the ceiling, from which the other parameters start.</summary>
    internal double FirstCeiling => !IsFree ? Ceiling : CeilingAt(FirstParameter, out _);

    /// <summary>The parameter of <see cref="FirstCeiling"/>: 30 % above what was reached without an end, else 70 % of the way to it.</summary>
    internal double FirstParameter => double.IsFinite(Ceiling) ? 0.85 : -1.2;

    /// <summary>The ceiling of a curve's parameters, and how fast it moves with the last of them.</summary>
    internal double CeilingOf(ReadOnlySpan<double> parameters, out double slope)
    {
        slope = 0;
        return IsFree ? CeilingAt(parameters[^1], out slope) : Ceiling;
    }

    /// <summary>The ceiling of a parameter: between what was reached and the end, or any multiple of what was reached.</summary>
    internal double CeilingAt(double parameter, out double slope)
    {
        var power = Math.Exp(parameter);
        if (!double.IsFinite(Ceiling))
        {
            slope = Reached * power;
            return Reached + slope;
        }

        var share = power / (1 + power);
        slope = (Ceiling - Reached) * share * (1 - share);
        return Reached + ((Ceiling - Reached) * share);
    }

    /// <summary>A value of the indicator as adopted.</summary>
    internal double Adopted(double value) => Sign * (value - Floor);

    /// <summary>Adopted as a value of the indicator.</summary>
    internal double Value(double adopted) => Floor + (Sign * adopted);

    /// <summary>Adopted on the scale, and how fast the scale moves with it. At most a billionth of a thousandth from a bound, where numbers end.</summary>
    internal double Scaled(double adopted, out double slope)
    {
        if (Scale.Bounds is not { } bounds)
        {
            slope = Sign;
            return Value(adopted);
        }

        var (left, span) = (bounds.Span - adopted, bounds.Span);
        var isInside = adopted > Edge * span && left > Edge * span;
        slope = isInside ? Sign * span / (adopted * left) : 0;
        var share = Math.Clamp(adopted / span, Edge, 1 - Edge);
        return Sign * Math.Log(share / (1 - share));
    }

    /// <summary>The frame of a sample with the ceiling fixed at the bound or the goal, or the reason why it has none.</summary>
    internal static AdoptionFrame? Of(in ProjectionSample sample, out string? reason)
    {
        var scale = sample.Scale;
        var floor = sample.Sign > 0 ? scale.Lower : scale.Upper;
        reason = floor is null ? "no bound from which adoption starts" : null;
        if (floor is not { } start)
        {
            return null;
        }

        var end = (sample.Sign > 0 ? scale.Upper : scale.Lower) ?? sample.Goal;
        var (first, last) = (sample.Sign * (scale.Inverse(sample.Scaled[0]) - start), sample.Sign * (scale.Inverse(sample.Scaled[^1]) - start));
        reason = last > first ? null : "the series does not rise: no adoption to follow";
        var reached = Most(sample, start);
        var ceiling = end is { } bound ? sample.Sign * (bound - start) : double.PositiveInfinity;
        return reason is null ? new AdoptionFrame(scale, start, sample.Sign, ceiling > reached ? ceiling : double.PositiveInfinity, reached) : null;
    }

    private static double Most(in ProjectionSample sample, double floor)
    {
        double most = 0;
        foreach (var scaled in sample.Scaled)
        {
            most = Math.Max(most, sample.Sign * (sample.Scale.Inverse(scaled) - floor));
        }

        return most;
    }
}
