using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>A level and how it moves.</summary>
/// <param name="Value">The level in the indicator's unit.</param>
/// <param name="PerYear">Its change per year; above 0 rising.</param>
public readonly record struct MovingLevel(double Value, double PerYear);

/// <summary>When an economy catches up with a benchmark if both keep their pace.</summary>
public static class CatchUp
{
    /// <summary>Class of an economy that stands at the benchmark or ahead of it.</summary>
    public const string CaughtUp = "caught-up";

    /// <summary>Class of an economy that moves faster than the benchmark.</summary>
    public const string CatchesUp = "catches-up";

    /// <summary>Class of an economy that moves faster, but not fast enough to catch up before <see cref="Horizon"/> is over.</summary>
    public const string TooLate = "too-late";

    /// <summary>Class of an economy that moves no faster than the benchmark: the time is infinite.</summary>
    public const string Never = "does-not-catch-up";

    /// <summary>Years after this one are not named: a pace does not carry that far.</summary>
    public const int Horizon = 2100;

    /// <summary>
    /// t + (x_j − x_i)/(r_i − r_j) with constant paces r. Unit: calendar year, as a fraction.
    /// </summary>
    /// <param name="year">t, the year of both levels.</param>
    /// <param name="economy">x_i and r_i.</param>
    /// <param name="benchmark">x_j and r_j.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>Always with a class; a value with <see cref="CatchesUp"/> only.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, no direction.</exception>
    public static Assessed Of(int year, MovingLevel economy, MovingLevel benchmark, Direction direction)
    {
        Require.Finite([economy.Value, economy.PerYear, benchmark.Value, benchmark.PerYear], nameof(economy));
        var sign = GapToGoal.SignOf(direction);
        var behind = sign * (benchmark.Value - economy.Value);
        if (behind <= 0)
        {
            return Assessed.Not("stands at the benchmark or ahead of it") with { Category = CaughtUp };
        }

        var faster = sign * (economy.PerYear - benchmark.PerYear);
        if (faster <= 0)
        {
            return Assessed.Not("does not catch up: moves no faster than the benchmark") with { Category = Never };
        }

        var met = year + (behind / faster);
        return met <= Horizon
            ? Assessed.Of(met) with { Category = CatchesUp }
            : Assessed.Not(FormattableString.Invariant($"does not catch up by {Horizon}")) with { Category = TooLate };
    }
}
