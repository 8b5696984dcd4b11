using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>The plain paragraph of an area's page, made from its figures.</summary>
public static class AreaParagraph
{
    /// <summary>Two to four sentences.</summary>
    public static string Of(AreaModel model) => model.Lead is { } row
        ? string.Join(' ', new[] { Value(model.Area, row), Comparison(model, row), Outlook(row) }.OfType<string>())
        : T("No figures for {0} are published yet.", Names.Of(model.Area));

    private static string Value(Area area, AreaRow row)
    {
        var indicator = row.Indicator;
        var (title, value, name) = (T(indicator.Title), Numbers.Round(indicator, row.Value), Names.Of(area));
        var year = StatusText.IsEstimated(row.Figure.Status) ? T("{0} (estimated)", Numbers.Year(row.Figure.Year)) : Numbers.Year(row.Figure.Year);
        return (row.Gap, indicator.Goal?.Assumption) switch
        {
            ({ Category: "met" }, true) => T("{0} stood at {1} in {2} in {3}: the assumed goal of {4} counts as met.", title, value, name, year, GoalOf(row)),
            ({ Category: "met" }, _) => T("{0} stood at {1} in {2} in {3}: the goal of {4} counts as met.", title, value, name, year, GoalOf(row)),
            ({ Value: { } gap, Measure: MeasureIds.GapToGoal }, true) =>
                T("{0} stood at {1} in {2} in {3}, {4} short of the assumed goal for {5}.", title, value, name, year, Numbers.RoundDifference(indicator, gap), Numbers.Year(indicator.Goal!.Year)),
            ({ Value: { } gap, Measure: MeasureIds.GapToGoal }, _) =>
                T("{0} stood at {1} in {2} in {3}, {4} short of the goal for {5}.", title, value, name, year, Numbers.RoundDifference(indicator, gap), Numbers.Year(indicator.Goal!.Year)),
            ({ Value: > 0 and var gap }, _) => T("{0} stood at {1} in {2} in {3}, {4} behind the frontier.", title, value, name, year, Numbers.RoundDifference(indicator, gap)),
            _ => T("{0} stood at {1} in {2} in {3}.", title, value, name, year),
        };
    }

    private static string GoalOf(AreaRow row) => GoalText.Plain(row.Indicator, row.Indicator.Goal?.Value ?? row.Value);

    private static string? Comparison(AreaModel model, AreaRow row)
    {
        var group = model.Groups.FirstOrDefault(group => group.Kind == AreaGroupKind.IncomeGroup);
        if (row.GroupMean is not { } mean || group is null)
        {
            return Distance(row.TimeDistance);
        }

        var (said, value, difference) = (MeanOf(group), Numbers.Round(row.Indicator, mean), row.Value - mean);
        var size = Numbers.RoundDifference(row.Indicator, Math.Abs(difference));
        return (Level: Math.Abs(difference) < 0.05, IsAbove: difference > 0, Then: Clause(row.TimeDistance)) switch
        {
            (true, _, null) => T("That is level with {0} ({1}).", said, value),
            (true, _, var then) => T("That is level with {0} ({1}); {2}.", said, value, then),
            (_, true, null) => T("That is {0} above {1} ({2}).", size, said, value),
            (_, true, var then) => T("That is {0} above {1} ({2}); {3}.", size, said, value, then),
            (_, _, null) => T("That is {0} below {1} ({2}).", size, said, value),
            (_, _, var then) => T("That is {0} below {1} ({2}); {3}.", size, said, value, then),
        };
    }

    private static string MeanOf(AreaGroup income) => income.Code switch
    {
        "LIC" => T("the mean of low-income countries"),
        "LMC" => T("the mean of lower-middle-income countries"),
        "UMC" => T("the mean of upper-middle-income countries"),
        "HIC" => T("the mean of high-income countries"),
        _ => T("the mean of the group “{0}”", Names.Of(income)),
    };

    private static string? Clause(Gap? gap) => gap switch
    {
        { Value: { } value } when Math.Abs(value) < 0.5 => T("it stands about where the world stands"),
        { Value: > 0 and var years } => T("the world was there {0} earlier", Numbers.Span(years)),
        { Value: { } years } => T("it was there {0} before the world", Numbers.Span(years)),
        { Category: "ahead" } => T("the world has not been there yet"),
        _ => null,
    };

    private static string? Distance(Gap? gap) => gap switch
    {
        { Value: { } value } when Math.Abs(value) < 0.5 => T("It stands about where the world stands."),
        { Value: > 0 and var years } => T("The world was there {0} earlier.", Numbers.Span(years)),
        { Value: { } years } => T("It was there {0} before the world.", Numbers.Span(years)),
        { Category: "ahead" } => T("The world has not been there yet."),
        _ => null,
    };

    private static string? Outlook(AreaRow row) => row.Projection switch
    {
        _ when row.Gap?.Category == "met" => null,
        { Value: { } value, Lower: { } lower, Upper: { } upper } => T(
            "If the trend holds, {0} is expected in {1}, between {2} and {3} with 95\u202f% probability.",
            Numbers.Round(row.Indicator, value), Numbers.Year(row.Projection.Year), Numbers.Round(row.Indicator, lower), Numbers.Round(row.Indicator, upper)),
        _ => null,
    };
}
