using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Distance of a value from a goal.</summary>
public static class GapToGoal
{
    /// <summary>Class of a value that reaches the goal's threshold of "met".</summary>
    public const string Met = "met";

    /// <summary>Class of a value that does not.</summary>
    public const string NotMet = "not-met";

    /// <summary>
    /// max(0, d (goal − x)) with d = 1 where higher is better and −1 where lower is. Unit: the indicator's (percentage points of a percentage).
    /// Category <c>met</c> when x reaches <see cref="Goal.MetFrom"/>, which may leave a gap above 0.
    /// </summary>
    /// <param name="value">Finite value of an economy.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="direction">Which way is better.</param>
    /// <exception cref="ArgumentException">A value that is not finite, no direction.</exception>
    public static Assessed Of(double value, Goal goal, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(goal);
        Require.Finite(value, nameof(value));
        var sign = SignOf(direction);
        var met = sign * (value - goal.MetFrom) >= 0;
        return Assessed.Of(Math.Max(0, sign * (goal.Value - value))) with { Category = met ? Met : NotMet };
    }

    /// <summary>1 for up, −1 for down.</summary>
    /// <exception cref="ArgumentException">No direction.</exception>
    internal static int SignOf(Direction direction) => direction switch
    {
        Direction.Up => 1,
        Direction.Down => -1,
        _ => throw new ArgumentException("Expected a direction, up or down: without one nothing is behind.", nameof(direction)),
    };
}
