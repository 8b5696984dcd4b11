using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Components.Pages.Areas;

/// <summary>The plain paragraph of an area's page, made from its figures.</summary>
public static class AreaParagraph
{
    /// <summary>Two to four sentences.</summary>
    public static string Of(AreaModel model)
    {
        if (model.Lead is not { } row)
        {
            return $"No figures for {model.Area.Name} are published yet.";
        }

        var sentences = new List<string> { Value(model.Area, row) };
        if (Comparison(model, row) is { } comparison)
        {
            sentences.Add(comparison);
        }

        if (Outlook(row) is { } outlook)
        {
            sentences.Add(outlook);
        }

        return string.Join(" ", sentences);
    }

    private static string Value(Area area, AreaRow row)
    {
        var indicator = row.Indicator;
        var estimated = StatusText.IsEstimated(row.Figure.Status) ? " (estimated)" : "";
        var value = $"{indicator.Title} stood at {Numbers.Round(indicator, row.Value)} in {area.Name} in {Numbers.Year(row.Figure.Year)}{estimated}";
        return row.Gap switch
        {
            { Category: "met" } => value + $": the {GoalText.Noun(indicator)} of {GoalText.Plain(indicator, indicator.Goal?.Value ?? row.Value)} counts as met.",
            { Value: { } gap, Measure: MeasureIds.GapToGoal } => value + $", {Numbers.RoundDifference(indicator, gap)} short of the {GoalText.Noun(indicator)} for {Numbers.Year(indicator.Goal!.Year)}.",
            { Value: > 0 and var gap } => value + $", {Numbers.RoundDifference(indicator, gap)} behind the frontier.",
            _ => value + ".",
        };
    }

    private static string? Comparison(AreaModel model, AreaRow row)
    {
        var group = model.Groups.FirstOrDefault(group => group.Kind == AreaGroupKind.IncomeGroup);
        var distance = Distance(row.TimeDistance);
        if (row.GroupMean is not { } mean || group is null)
        {
            return distance is null ? null : Findings.Capital(distance) + ".";
        }

        var difference = row.Value - mean;
        var side = Math.Abs(difference) < 0.05 ? "level with" : $"{Numbers.RoundDifference(row.Indicator, Math.Abs(difference))} {(difference > 0 ? "above" : "below")}";
        var text = $"That is {side} the mean of {group.Name.ToLowerInvariant().Replace(' ', '-')} countries ({Numbers.Round(row.Indicator, mean)})";
        return distance is null ? text + "." : $"{text}; {distance}.";
    }

    private static string? Distance(Gap? gap) => gap switch
    {
        { Value: { } value } when Math.Abs(value) < 0.5 => "it stands about where the world stands",
        { Value: > 0 and var years } => $"the world was there {Numbers.Span(years)} earlier",
        { Value: { } years } => $"it was there {Numbers.Span(years)} before the world",
        { Category: "ahead" } => "the world has not been there yet",
        _ => null,
    };

    private static string? Outlook(AreaRow row) => row.Projection switch
    {
        _ when row.Gap?.Category == "met" => null,
        { Value: { } value, Lower: { } lower, Upper: { } upper } =>
            $"If the trend holds, {Numbers.Round(row.Indicator, value)} is expected in {Numbers.Year(row.Projection.Year)}, between {Numbers.Round(row.Indicator, lower)} and {Numbers.Round(row.Indicator, upper)} with 95{Numbers.Thin}% probability.",
        _ => null,
    };
}
