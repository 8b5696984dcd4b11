using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>How fast an economy, or the provider's world row, must move from its latest value on to stand at the goal in the goal's year.</summary>
public static class RequiredPace
{
    internal static Measure Measure { get; } = new("required-pace", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.Goal, Compute)
    {
        Reads = MeasureReads.Point | MeasureReads.Series,
        Documented = [new(typeof(RequiredPace), nameof(RequiredPace.Of))],
        Title = "Required pace",
        Unit = "indicator's unit a year",
        Formula = "max(0, goal − x_t)/(T − t), or max(0, x_t − goal)/(T − t) where lower is better; t the latest year, T the goal's; "
            + "met when x_t reaches the goal's threshold of \"met\"",
        Reference = "Linear rate from the latest observation to the goal",
        Range = "0 (goal reached or passed) and above",
        HigherIsWider = true,
        Categories = [GapToGoal.Met, GapToGoal.NotMet],
    };

    /// <summary>max(0, d (goal − x)) / (T − t). Unit: the indicator's a year. Category as <see cref="GapToGoal.Of"/> has it.</summary>
    /// <param name="year">t, the year of the value.</param>
    /// <param name="value">Finite value.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>Not assessable, with its category, when the goal's year is not after that of the value.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, no direction.</exception>
    public static Assessed Of(int year, double value, Goal goal, Direction direction)
    {
        var gap = GapToGoal.Of(value, goal, direction);
        if (gap.Value is not { } distance)
        {
            return gap;
        }

        return (goal.Year > year
            ? Assessed.Of(distance / (goal.Year - year))
            : Assessed.Not(FormattableString.Invariant($"no year is left: the value is of {year}, the goal of {goal.Year}")))
            with { Category = gap.Category };
    }

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from row in context.Tracked()
        let year = row.Series.Years[^1]
        select context.Gap(Measure.Id, row.Subject, year, Of(year, row.Series.Values[^1], context.Indicator.Goal!, context.Indicator.Direction));
}
