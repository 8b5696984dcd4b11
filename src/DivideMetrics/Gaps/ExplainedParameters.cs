using System.Globalization;
using DivideMetrics.Indicators;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>What a measure takes from declarations, by what it needs of them.</summary>
internal static class ExplainedParameters
{
    private const MeasureReads Weighted = MeasureReads.Members | MeasureReads.IncomeGroup | MeasureReads.Region | MeasureReads.LeastDeveloped;

    public static IEnumerable<ExplainedParameter> Of(Indicator indicator, Measure measure, string subject)
    {
        IEnumerable<ExplainedParameter> none = [];
        return (measure.Needs.HasFlag(MeasureNeeds.Goal) && indicator.Goal is { } goal ? OfGoal(goal) : none)
            .Concat(measure.Needs.HasFlag(MeasureNeeds.Direction) ? [Direction(indicator)] : none)
            .Concat((measure.Needs & (MeasureNeeds.Bounds | MeasureNeeds.Percentage)) != 0 ? [Bounds(indicator)] : none)
            .Concat((measure.Reads & Weighted) != 0 && indicator.Weights is { } weights ? OfWeights(weights) : none)
            .Concat(measure.Reads.HasFlag(MeasureReads.Series) ? OfSeries(indicator, subject) : none);
    }

    private static IEnumerable<ExplainedParameter> OfGoal(Goal goal)
    {
        yield return new("goal", Text($"{goal.Title}: {goal.Value} by {goal.Year} ({goal.Authority}; {goal.Reference})"), goal.Assumption);
        if (goal.MetFrom != goal.Value)
        {
            yield return new("met from", Text($"{goal.MetFrom}"), goal.Assumption);
        }
    }

    private static ExplainedParameter Direction(Indicator indicator) => new("direction", indicator.Direction switch
    {
        Indicators.Direction.Up => "higher is better",
        Indicators.Direction.Down => "lower is better",
        _ => "none",
    });

    private static ExplainedParameter Bounds(Indicator indicator) => new("bounds", Text($"{indicator.Min} to {indicator.Max}"));

    private static IEnumerable<ExplainedParameter> OfWeights(string weights)
    {
        yield return new(
            "weights",
            Text($"figures of {weights}; linear between two years, carried forward {WeightTable.CarriedYears} years at the most, never backward"));
        yield return new("rule of publication", "members with data hold at least 2/3 of the weights of all members");
    }

    private static IEnumerable<ExplainedParameter> OfSeries(Indicator indicator, string subject)
    {
        yield return new("window", "from the last break that the provider marks (OBS_STATUS B) on; forecasts (F) are left out");
        foreach (var known in indicator.Breaks.Where(known => known.Area is null || known.Area == subject))
        {
            yield return new("declared break", Text($"{known.Year}: {known.Reason}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
