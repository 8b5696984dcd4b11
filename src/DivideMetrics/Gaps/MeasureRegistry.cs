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
        .. GapTo.Measures,
        PercentileRank.Measure,
        PeopleOffline.Measure,
        ShareOfOffline.Measure,
        .. TwoSides.Measures,
        .. TimeDistanceTo.Measures,
        TimeStep.Measure,
        .. CatchUpWith.Measures,
        ObservedPace.Measure,
        RequiredPace.Measure,
        PaceRatio.Measure,
        GoalOutcome.Measure,
        GoalOutcomeGroup.Measure,
        ProgressSummary.Measure,
        ProgressMeasures.Unsd,
        ProgressMeasures.OpenSdgRatio,
        ProgressMeasures.OpenSdgScore,
        ProgressMeasures.Linear,
        ProgressMeasures.Projection,
        ProgressMeasures.CurrentStatus,
        ProgressMeasures.Anticipated,
        ProgressMeasures.Sdr,
        ProgressMeasures.Band,
        Projection2030.Measure,
        Projection2030.Narrow,
        ProjectionPath.Measure,
        GoalYear.Measure,
        BackTestMeasures.Error,
        BackTestMeasures.Coverage80,
        BackTestMeasures.Coverage95,
        MeanWeighted.Measure,
        PeopleOfflineGroup.Measure,
        MeanUnweighted.Measure,
        MedianOfGroup.Weighted,
        MedianOfGroup.Unweighted,
        MeanBandOfGroup.Measure,
        GiniBetweenEconomies.Measure,
        .. TheilBetweenEconomies.All,
        .. AtkinsonBetweenEconomies.All,
        ConcentrationByIncome.Index,
        ConcentrationByIncome.Erreygers,
        ShareRatios.Palma,
        ShareRatios.Twenty,
        ShareRatios.Percentiles,
        VariationBetweenEconomies.Weighted,
        VariationBetweenEconomies.Unweighted,
        SigmaConvergence.OfVariation,
        SigmaConvergence.OfLogs,
        .. BetaConvergenceOfGroup.All,
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
        var whole = WholeOf(id);
        return (whole == id ? Wanted(id) : null) ?? OfComposites.FirstOrDefault(measure => measure.Id == whole);
    }

    /// <summary>The id without the part of a composite that may stand after a colon: who asks for <c>index-part</c> gets those of all parts.</summary>
    public static string WholeOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? id : id[..colon];
    }

    /// <summary>Ids of all measures that may be asked for of an indicator: those that it wants, and of a composite what is known of its scores.</summary>
    public static IReadOnlyList<string> IdsOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Composite is null ? indicator.Measures : [.. indicator.Measures, .. OfComposites.Select(measure => measure.Id)];
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

    /// <summary>True when the indicator declares everything that the measure needs.</summary>
    internal static bool Suits(Measure measure, Indicator indicator) => !Missing(indicator, measure).Any();

    private static IEnumerable<string> ProblemsOf(Indicator indicator, string id)
    {
        if (Wanted(id) is not { } measure)
        {
            return [$"indicator '{indicator.Id}': unknown measure '{id}'; known are {string.Join(", ", Ids)}"];
        }

        return Missing(indicator, measure)
            .Select(what => $"indicator '{indicator.Id}': measure '{id}' needs {what}; declare it or leave the measure out");
    }

    private static IEnumerable<string> Missing(Indicator indicator, Measure measure)
    {
        (MeasureNeeds Need, bool Given, string What)[] rules =
        [
            (MeasureNeeds.Direction, indicator.Direction != Direction.None, "a direction (up or down)"),
            (MeasureNeeds.Goal, indicator.Goal is not null, "a goal"),
            (MeasureNeeds.Bounds, indicator is { Min: not null, Max: not null }, "both bounds (min and max)"),
            (MeasureNeeds.Weights, indicator.Weights is not null, "weights (an indicator id)"),
            (MeasureNeeds.Percentage, indicator is { Min: 0, Max: 100 }, "a percentage (min 0, max 100)"),
            (MeasureNeeds.Sexes, indicator.BySex, "series by sex"),
            (MeasureNeeds.Contrast, indicator.Contrasts.Count(contrast => contrast.Kind == measure.Contrast) == 1,
                $"one contrast of the kind '{measure.Contrast}', not none and not several"),
            (MeasureNeeds.GoalOfEconomies, OneAYear(GoalOutcome.GoalsOf(indicator)), "a goal for every economy, and no two of one year"),
            (MeasureNeeds.GoalOfGroups, OneAYear(GoalOutcomeGroup.GoalsOf(indicator)), "a goal for a group's mean, and no two of one group and year"),
        ];
        return rules.Where(rule => measure.Needs.HasFlag(rule.Need) && !rule.Given).Select(rule => rule.What);
    }

    private static bool OneAYear(IReadOnlyList<Goal> goals) =>
        goals.Count > 0 && goals.DistinctBy(goal => (goal.Group, goal.Year)).Count() == goals.Count;

    private static Measure? Wanted(string id) => All.FirstOrDefault(measure => measure.Id == id);
}
