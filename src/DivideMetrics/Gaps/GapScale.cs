using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The three ways of saying how far an economy is from a yardstick.</summary>
public static class GapScale
{
    /// <summary>
    /// d (reference − x) with d = 1 where higher is better and −1 where lower is: positive is behind. Unit: the indicator's (percentage points of
    /// a percentage).
    /// </summary>
    /// <param name="value">Finite value of an economy.</param>
    /// <param name="reference">What it is compared with in the same year.</param>
    /// <param name="direction">Which way is better.</param>
    /// <exception cref="ArgumentException">A value that is not finite, no direction.</exception>
    public static Assessed Absolute(double value, double reference, Direction direction)
    {
        Require.Finite(value, nameof(value));
        Require.Finite(reference, nameof(reference));
        return Assessed.Of(GapToGoal.SignOf(direction) * (reference - value));
    }

    /// <summary>gap / reference: the gap as a share of what the economy is compared with, whatever the indicator's unit. Positive is behind.</summary>
    /// <param name="gap">Finite gap in the indicator's unit.</param>
    /// <param name="reference">What the economy is compared with.</param>
    /// <returns>Not assessable for a reference of 0 or below: nothing is a share of it.</returns>
    /// <exception cref="ArgumentException">A value that is not finite.</exception>
    public static Assessed Relative(double gap, double reference)
    {
        Require.Finite(gap, nameof(gap));
        Require.Finite(reference, nameof(reference));
        return reference > 0
            ? Assessed.Of(gap / reference)
            : Assessed.Not(FormattableString.Invariant($"no share of {reference}: it needs a reference above 0"));
    }

    /// <summary>gap / deviation: the gap in standard deviations of the economies' values of the year. Positive is behind.</summary>
    /// <param name="gap">Finite gap in the indicator's unit.</param>
    /// <param name="deviation">Standard deviation of the economies' values of the year, at least 0.</param>
    /// <returns>Not assessable for a deviation of 0: the economies do not differ.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, a deviation below 0.</exception>
    public static Assessed InDeviations(double gap, double deviation)
    {
        Require.Finite(gap, nameof(gap));
        Require.Finite(deviation, nameof(deviation));
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return deviation > 0
            ? Assessed.Of(gap / deviation)
            : Assessed.Not("no standard deviation: all economies with a value in this year have the same");
    }
}
