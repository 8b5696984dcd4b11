using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Whether a goal was met: each goal of every economy, judged in its year.</summary>
public static class GoalOutcome
{
    /// <summary>Class of a goal whose year is over and whose threshold was not reached.</summary>
    public const string Missed = "missed";

    /// <summary>Class of a goal that is not reached and whose year is not over.</summary>
    public const string Open = "open";

    /// <summary>Class of a goal that cannot be judged; the reason says why.</summary>
    public const string NotAssessable = "not-assessable";

    /// <summary>How many years before the goal's year the figure may be that it is judged by.</summary>
    public const int OldestFigure = 5;

    internal const string Formula = "the gap to the goal (as in gap-to-goal) in the figure of the goal's year, else in the latest before it, not more than five "
        + "years older; met when it reaches the goal's threshold; else missed when the goal is declared closed or there is a figure of its year or later, and open until then";

    internal static IReadOnlyList<string> Categories { get; } = [GapToGoal.Met, Missed, Open, NotAssessable];

    internal static Measure Measure { get; } = new("goal-outcome", MeasureScope.Economy, MeasureNeeds.Direction | MeasureNeeds.GoalOfEconomies, Compute)
    {
        Documented = [new(typeof(GoalOutcome), nameof(GoalOutcome.Of))],
        Title = "Goal met or missed",
        Unit = "indicator's unit",
        Formula = Formula + "; every goal that is not of a group, each in its year; economies and the provider's world row",
        Reference = "Goals and thresholds as declared",
        Range = "0 (goal reached or passed) and above",
        HigherIsWider = true,
        Categories = Categories,
    };

    /// <summary>
    /// Judges a goal by a series: the gap as <see cref="GapToGoal.Of"/> has it, in the figure of the goal's year or the latest before it. Unit: the
    /// indicator's. A goal is open as long as it is not declared closed and the series has no figure of its year or later.
    /// </summary>
    /// <param name="years">Years, rising.</param>
    /// <param name="values">One finite value for each year.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>
    /// Always with a class: met, <see cref="Missed"/>, <see cref="Open"/>, or <see cref="NotAssessable"/> without a figure in the goal's year and
    /// the <see cref="OldestFigure"/> years before it, once the goal is closed.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, Goal goal, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(goal);
        Require.Series(years, values);
        var last = LastUntil(years, goal.Year);
        if (last < 0)
        {
            return Not(years.IsEmpty ? "no value" : FormattableString.Invariant($"no value up to {goal.Year}"));
        }

        var closed = goal.Closed || years[^1] >= goal.Year;
        if (closed && goal.Year - years[last] > OldestFigure)
        {
            return Not(FormattableString.Invariant($"the latest value up to {goal.Year} is of {years[last]}"));
        }

        var gap = GapToGoal.Of(values[last], goal, direction);
        return gap with
        {
            Category = gap.Category == GapToGoal.Met ? GapToGoal.Met : closed ? Missed : Open,
            Reason = FormattableString.Invariant($"{goal.Title}{(goal.Assumption ? " (assumption)" : "")}: by the value of {years[last]}"),
        };
    }

    /// <summary>The goals that every economy is to reach.</summary>
    internal static IReadOnlyList<Goal> GoalsOf(Indicator indicator) => [.. AllOf(indicator).Where(goal => goal.Group is null)];

    /// <summary>Every goal of an indicator.</summary>
    internal static IReadOnlyList<Goal> AllOf(Indicator indicator) =>
        indicator.Goals.Count > 0 ? indicator.Goals : indicator.Goal is { } goal ? [goal] : [];

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from area in context.Economies.Append(GapContext.World)
        let series = context.Panel.SeriesOf(area)
        where series.Count > 0
        from goal in GoalsOf(context.Indicator)
        select context.Gap(Measure.Id, area, goal.Year, Of(series.Years, series.Values, goal, context.Indicator.Direction));

    private static int LastUntil(ReadOnlySpan<int> years, int year)
    {
        var found = years.BinarySearch(year);
        return found >= 0 ? found : ~found - 1;
    }

    private static Assessed Not(string reason) => Assessed.Not(reason) with { Category = NotAssessable };
}
