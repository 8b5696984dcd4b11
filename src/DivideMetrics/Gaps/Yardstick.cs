using DivideMetrics.Areas;
using DivideMetrics.Documentation;
using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>What economies are compared with in a year: the goal, the frontier, the mean of a group.</summary>
/// <param name="Id">As ids of measures write it: <c>gap-to-{id}</c>.</param>
/// <param name="Name">In titles: gap to {name}.</param>
/// <param name="Needs">What the indicator must declare.</param>
internal sealed record Yardstick(string Id, string Name, MeasureNeeds Needs)
{
    /// <summary>What <c>reference</c> stands for in the formula.</summary>
    internal required string Formula { get; init; }

    /// <summary>Where that comes from.</summary>
    internal required string Source { get; init; }

    /// <summary>What says how the distance from it is computed.</summary>
    internal required IReadOnlyList<CodeMember> Documented { get; init; }

    /// <summary>Its value for an economy and a year with a value, remark included, or the reason why there is none.</summary>
    internal required Func<GapContext, string, int, Assessed> At { get; init; }

    /// <summary>What is looked at beside the economy's own value.</summary>
    internal MeasureReads Reads { get; init; }

    /// <summary>True when nobody is ahead of it: the gap is never below 0, and classed as met or not.</summary>
    internal bool IsGoal { get; init; }

    /// <summary>The gap of a value, in the indicator's unit.</summary>
    internal Assessed Gap(Indicator indicator, double value, double reference) => IsGoal
        ? GapToGoal.Of(value, indicator.Goal!, indicator.Direction)
        : GapScale.Absolute(value, reference, indicator.Direction);

    /// <summary>All of them, in display order.</summary>
    internal static IReadOnlyList<Yardstick> All { get; } =
    [
        new("goal", "goal", MeasureNeeds.Goal)
        {
            Formula = "reference = goal, the gap at least 0; met when x reaches the goal's threshold of \"met\"",
            Documented = [new(typeof(GapToGoal), nameof(GapToGoal.Of))],
            Source = "Difference of published values; thresholds as declared with the goal",
            At = (context, _, _) => Assessed.Of(context.Indicator.Goal!.Value),
            IsGoal = true,
        },
        new("frontier", "the frontier", MeasureNeeds.None)
        {
            Formula = "reference = frontier, the median of the top ceil(n/10) economies of the year, ties by code",
            Documented = [new(typeof(GapScale), nameof(GapScale.Absolute)), new(typeof(Frontier), nameof(Frontier.Of))],
            Source = "Choice of this product",
            At = (context, _, year) => Assessed.Of(context.CrossSections[year].Frontier),
            Reads = MeasureReads.Economies,
        },
        OfGroupsOf(AreaGroupKind.WorldBankRegion, "region", "World Bank region", MeasureReads.Region),
        OfGroupsOf(AreaGroupKind.IncomeGroup, "income-group", "income group", MeasureReads.IncomeGroup),
        new("ldc", "the least developed countries' average", MeasureNeeds.Weights)
        {
            Formula = Mean("the least developed countries"),
            Documented = OfMean,
            Source = "UN list of the least developed countries; rule of publication as for group means",
            At = (context, _, year) => OfGroup(context, context.Groups.FirstOrDefault(group => group.Code == AreaCatalog.LeastDeveloped), year)
                ?? Assessed.Not("the list of groups has no least developed countries"),
            Reads = MeasureReads.LeastDeveloped,
        },
    ];

    private static CodeMember[] OfMean => [new(typeof(GapScale), nameof(GapScale.Absolute)), new(typeof(GroupMean))];

    private static Yardstick OfGroupsOf(AreaGroupKind kind, string id, string name, MeasureReads reads) => new(id, $"the {name}'s average", MeasureNeeds.Weights)
    {
        Formula = Mean($"the economy's {name}"),
        Documented = OfMean,
        Source = $"{char.ToUpperInvariant(name[0])}{name[1..]}s as the World Bank classifies; rule of publication as for group means",
        At = (context, area, year) => OfGroup(context, context.GroupOf(area, kind), year)
            ?? Assessed.Not($"no {name} in the latest classification"),
        Reads = reads,
    };

    private static string Mean(string group) =>
        $"reference = population-weighted mean of {group} in the same year, latest classification, only where that mean is published";

    private static Assessed? OfGroup(GapContext context, AreaGroup? group, int year) => group is null ? null : context.ReferenceOf(group, year);
}
