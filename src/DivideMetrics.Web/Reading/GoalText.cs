using DivideMetrics.Indicators;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>A goal in words.</summary>
public static class GoalText
{
    /// <summary><c>Goal 100 % by 2030, counted as met from 95 %</c>.</summary>
    public static string Of(Indicator indicator, Goal goal)
    {
        var (value, year, met) = (Plain(indicator, goal.Value), Numbers.Year(goal.Year), Plain(indicator, goal.MetFrom));
        return (goal.MetFrom.Equals(goal.Value), goal.Assumption) switch
        {
            (true, _) => Short(indicator, goal),
            (false, false) => T("Goal {0} by {1}, counted as met from {2}", value, year, met),
            (false, true) => T("Goal {0} by {1}, counted as met from {2} (assumption)", value, year, met),
        };
    }

    /// <summary><c>Goal 100 % by 2030</c>.</summary>
    public static string Short(Indicator indicator, Goal goal) => goal.Assumption
        ? T("Goal {0} by {1} (assumption)", Plain(indicator, goal.Value), Numbers.Year(goal.Year))
        : T("Goal {0} by {1}", Plain(indicator, goal.Value), Numbers.Year(goal.Year));

    /// <summary>True when the goal's value is this product's own.</summary>
    public static bool IsAssumed(Indicator indicator) => indicator.Goal is { Assumption: true };

    /// <summary>A goal's value without needless decimals.</summary>
    public static string Plain(Indicator indicator, double value) =>
        value == Math.Floor(value) ? Numbers.Value(indicator with { Decimals = 0 }, value) : Numbers.Value(indicator, value);
}
