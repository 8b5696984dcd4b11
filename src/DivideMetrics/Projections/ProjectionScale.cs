using DivideMetrics.Statistics;

namespace DivideMetrics.Projections;

/// <summary>
/// The scale on which models are fitted, errors are taken and intervals are symmetric: logits between two bounds, so that nothing leaves them; the plain
/// values where one bound at least is missing.
/// </summary>
/// <param name="Lower">Least possible value; null when there is none.</param>
/// <param name="Upper">Greatest possible value; null when there is none.</param>
internal readonly record struct ProjectionScale(double? Lower, double? Upper)
{
    /// <summary>Both bounds; null when one is missing.</summary>
    internal Bounds? Bounds => Lower is { } lower && Upper is { } upper ? new Bounds(lower, upper) : null;

    /// <summary>True for a value that can be fitted: inside its bounds and, on the logit scale, not within <see cref="LogitTrend.Margin"/> of one.</summary>
    internal bool IsUsable(double value) =>
        Bounds is { } bounds ? bounds.IsClear(value) : !(value < Lower) && !(value > Upper);

    /// <summary>False for a level at a bound, which a curve between two bounds never reaches.</summary>
    internal bool CanReach(double level) => Bounds is not { } bounds || bounds.Contains(level);

    /// <summary>
    /// A value at a bound as one just away from it: intervals on the logit scale come as near to a bound as one likes and never hold it.
    /// </summary>
    internal double AwayFromBounds(double value) => Bounds is { } bounds
        ? Math.Clamp(value, bounds.Lower + (LogitTrend.Margin * bounds.Span), bounds.Upper - (LogitTrend.Margin * bounds.Span))
        : value;

    internal double Of(double value) => Bounds is { } bounds ? Logit.Of(value, bounds) : value;

    /// <summary>The value at a point of the scale; one beyond a single bound becomes the bound, and <see cref="IsBeyond"/> says so.</summary>
    internal double Inverse(double scaled) =>
        Bounds is { } bounds ? Logit.Inverse(scaled, bounds) : Math.Min(Math.Max(scaled, Lower ?? double.NegativeInfinity), Upper ?? double.PositiveInfinity);

    /// <summary>True for a point of the plain scale that lies beyond its single bound.</summary>
    internal bool IsBeyond(double scaled) => Bounds is null && (scaled < Lower || scaled > Upper);
}
