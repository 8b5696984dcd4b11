using DivideMetrics.Indicators;

namespace DivideMetrics.Web.Reading;

/// <summary>A goal in words.</summary>
public static class GoalText
{
    /// <summary><c>Goal 100 % by 2030, counted as met from 95 %</c>.</summary>
    public static string Of(Indicator indicator, Goal goal)
    {
        var met = goal.MetFrom.Equals(goal.Value) ? "" : $", counted as met from {Plain(indicator, goal.MetFrom)}";
        return $"Goal {Plain(indicator, goal.Value)} by {Numbers.Year(goal.Year)}{met}{(goal.Assumption ? " (assumption)" : null)}";
    }

    /// <summary>What the gap of an indicator is measured against: <c>goal</c>, or <c>assumed goal</c> where its value is this product's own.</summary>
    public static string Noun(Indicator indicator) => indicator.Goal is { Assumption: true } ? "assumed goal" : "goal";

    /// <summary>A goal's value without needless decimals.</summary>
    public static string Plain(Indicator indicator, double value) =>
        value == Math.Floor(value) ? Numbers.Value(indicator with { Decimals = 0 }, value) : Numbers.Value(indicator, value);
}
