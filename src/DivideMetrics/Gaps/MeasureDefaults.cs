using DivideMetrics.Indicators;

namespace DivideMetrics.Gaps;

/// <summary>Which measures an indicator has when it does not list them.</summary>
public static class MeasureDefaults
{
    private const string Context = "context";

    /// <summary>Units of amounts that grow with the size of an economy: persons, counts, money.</summary>
    private static readonly string[] Amounts = ["PS", "NUM", "USD"];

    /// <summary>What is computed for parts of another indicator and for composite indices.</summary>
    private static readonly Measure[] Few = [MeasureRegistry.Find("gap-to-goal")!, MeasureRegistry.Find("gap-to-frontier")!, MeanWeighted.Measure];

    /// <summary>
    /// Ids of the measures, in the registry's order: every one whose needs the indicator declares. A part of another indicator and a composite
    /// have only the distance to goal and frontier and the weighted mean, so that a breakdown does not multiply the rows. Context has none, and
    /// neither has an amount in persons, counts or money: economies of unlike size are compared by rates.
    /// </summary>
    public static IReadOnlyList<string> Of(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.Composite is null && (indicator.Community == Context || Amounts.Contains(indicator.Unit, StringComparer.Ordinal)))
        {
            return [];
        }

        var candidates = indicator.PartOf is null && indicator.Composite is null ? MeasureRegistry.All : Few;
        return candidates.Where(measure => MeasureRegistry.Suits(measure, indicator)).Select(measure => measure.Id).ToList();
    }
}
