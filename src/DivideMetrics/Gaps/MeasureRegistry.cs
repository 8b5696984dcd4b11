using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Progress;
using DivideMetrics.Projections;

namespace DivideMetrics.Gaps;

/// <summary>Every measure of the product. To add one: a file that defines it, a line here, a test.</summary>
public static class MeasureRegistry
{
    /// <summary>The measures, in display order.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        GapToGoal.Measure,
        GapToFrontier.Measure,
        GapToIncomeGroup.Measure,
        PeopleOffline.Measure,
        GenderParity.Measure,
        GenderGap.Measure,
        TimeDistanceToWorld.Measure,
        ProgressMeasure.Measure,
        Projection2030.Measure,
        ProjectionPath.Measure,
        GoalYear.Measure,
        MeanWeighted.Measure,
        GiniBetweenEconomies.Measure,
        TheilBetweenEconomies.Total,
        TheilBetweenEconomies.Between,
        TheilBetweenEconomies.Within,
        PeopleOfflineGroup.Measure,
    ];

    /// <summary>The measures of composites (<see cref="IndexMeasures"/>): no indicator wants them and <see cref="GapEngine"/> does not compute them.</summary>
    public static IReadOnlyList<Measure> OfComposites => IndexMeasures.All;

    /// <summary>The ids that indicators may want, for validating seeds.</summary>
    public static IReadOnlyList<string> Ids { get; } = All.Select(measure => measure.Id).ToList();

    /// <summary>
    /// The measure with this id, or null. What stands after a colon names the part of a composite that the measure is of, and is no part of the id.
    /// </summary>
    public static Measure? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Wanted(id) ?? OfComposites.FirstOrDefault(measure => measure.Id == id) : OfComposites.FirstOrDefault(measure => measure.Id == id[..colon]);
    }

    /// <summary>
    /// What keeps an indicator from having the measures that it wants: unknown ids, and declarations that a measure needs and that are absent.
    /// Empty when all is well. For seed validation; <see cref="GapEngine"/> throws on the same problems.
    /// </summary>
    public static IReadOnlyList<string> Problems(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Measures.SelectMany(id => ProblemsOf(indicator, id)).ToList();
    }

    private static IEnumerable<string> ProblemsOf(Indicator indicator, string id)
    {
        if (Wanted(id) is not { } measure)
        {
            return [$"indicator '{indicator.Id}': unknown measure '{id}'; known are {string.Join(", ", Ids)}"];
        }

        return Missing(indicator, measure.Needs)
            .Select(what => $"indicator '{indicator.Id}': measure '{id}' needs {what}; declare it or leave the measure out");
    }

    private static IEnumerable<string> Missing(Indicator indicator, MeasureNeeds needs)
    {
        (MeasureNeeds Need, bool Given, string What)[] rules =
        [
            (MeasureNeeds.Direction, indicator.Direction != Direction.None, "a direction (up or down)"),
            (MeasureNeeds.Goal, indicator.Goal is not null, "a goal"),
            (MeasureNeeds.Bounds, indicator is { Min: not null, Max: not null }, "both bounds (min and max)"),
            (MeasureNeeds.Weights, indicator.Weights is not null, "weights (an indicator id)"),
            (MeasureNeeds.Percentage, indicator is { Min: 0, Max: 100 }, "a percentage (min 0, max 100)"),
            (MeasureNeeds.Sexes, indicator.BySex, "series by sex"),
        ];
        return rules.Where(rule => needs.HasFlag(rule.Need) && !rule.Given).Select(rule => rule.What);
    }

    private static Measure? Wanted(string id) => All.FirstOrDefault(measure => measure.Id == id);
}
