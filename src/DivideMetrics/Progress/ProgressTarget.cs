using DivideMetrics.Indicators;

namespace DivideMetrics.Progress;

/// <summary>Where a series is to arrive.</summary>
/// <param name="Direction">Which way is better; not <see cref="Direction.None"/>.</param>
/// <param name="Value">Target value; null: no numeric target.</param>
/// <param name="MetFrom">Value from which the target counts as met; null: only when there is neither a target nor a natural limit.</param>
/// <param name="Year">Target year.</param>
public sealed record ProgressTarget(Direction Direction, double? Value, double? MetFrom, int Year)
{
    /// <summary>The target year when no goal says another.</summary>
    public const int DefaultYear = 2030;

    private const double PointFromLimit = 1;

    /// <summary>Natural limit in the better direction, for example 100 of a percentage; null when there is none.</summary>
    public double? Limit { get; init; }

    /// <summary>1 where higher is better, −1 where lower is.</summary>
    internal int Sign => Direction == Direction.Down ? -1 : 1;

    /// <summary>The target in words, for remarks.</summary>
    internal string Words => Value is { } value
        ? FormattableString.Invariant($"target {value} in {Year}")
        : FormattableString.Invariant($"no numeric target, {Year}");

    /// <summary>
    /// The target of an indicator: its goal's, met from the goal's own threshold and, for percentages (bounds 0 and 100), at the latest within one
    /// point of the better bound.
    /// </summary>
    public static ProgressTarget Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var goal = indicator.Goal;
        double? limit = indicator is { Min: 0, Max: 100 }
            ? indicator.Direction == Direction.Up ? 100 - PointFromLimit : PointFromLimit
            : null;
        var metFrom = indicator.Direction == Direction.Up ? Least(goal?.MetFrom, limit) : Greatest(goal?.MetFrom, limit);
        return new ProgressTarget(indicator.Direction, goal?.Value, metFrom, goal?.Year ?? DefaultYear)
        {
            Limit = indicator.Direction == Direction.Up ? indicator.Max : indicator.Min,
        };
    }

    /// <summary>True when a value counts as meeting the target.</summary>
    public bool IsMet(double value) =>
        MetFrom is { } threshold && (Direction == Direction.Up ? value >= threshold : value <= threshold);

    /// <summary>What keeps a stretch from being compared with the numeric target: none, over, or already behind the base; null when nothing does.</summary>
    internal string? Obstacle(ProgressStretch stretch)
    {
        if (Value is not { } goal)
        {
            return "no numeric target";
        }

        if (Year <= stretch.LatestYear)
        {
            return FormattableString.Invariant($"the target year {Year} is over");
        }

        return Sign * (goal - stretch.Base) <= 0
            ? FormattableString.Invariant($"the base value {stretch.Base} ({stretch.BaseYear}) already stood at the target {goal} or beyond")
            : null;
    }

    private static double? Least(double? a, double? b) => a is null || b < a ? b : a;

    private static double? Greatest(double? a, double? b) => a is null || b > a ? b : a;
}
