using DivideMetrics.Documentation;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The distance of an economy from each yardstick, said in three ways: every <see cref="Yardstick"/> times every way is a measure.</summary>
internal static class GapTo
{
    /// <summary>The measures, by yardstick: absolute, relative, in standard deviations.</summary>
    internal static IReadOnlyList<Measure> Measures { get; } = [.. Yardstick.All.SelectMany(yardstick => new[]
    {
        new Way("", "", "indicator's unit", "reference − x (x − reference where lower is better)", (gap, _, _) => Assessed.Of(gap)) { Documented = [] },
        new Way(
            "-relative",
            ", relative",
            "share of the reference",
            "(reference − x) / reference, the sign turned where lower is better",
            (gap, reference, _) => GapScale.Relative(gap, reference)) { Documented = [new(typeof(GapScale), nameof(GapScale.Relative))] },
        new Way(
            "-sd",
            ", in standard deviations",
            "standard deviations",
            "(reference − x) / s, the sign turned where lower is better; s = population standard deviation of the values of all economies with a value "
                + "in the same year, each with equal weight",
            (gap, _, year) => InDeviations(gap, year)) { Documented = [new(typeof(GapScale), nameof(GapScale.InDeviations))] },
    }.Select(way => Measure(yardstick, way)))];

    private static Measure Measure(Yardstick yardstick, Way way)
    {
        var id = $"gap-to-{yardstick.Id}{way.Suffix}";
        return new(id, MeasureScope.Economy, MeasureNeeds.Direction | yardstick.Needs, context => Compute(context, id, yardstick, way))
        {
            Reads = MeasureReads.Point | yardstick.Reads,
            Documented = [.. way.Documented, .. yardstick.Documented],
            Title = $"Gap to {yardstick.Name}{way.Title}",
            Unit = way.Unit,
            Formula = $"{way.Formula}; {yardstick.Formula}",
            Reference = yardstick.Source,
            Range = yardstick.IsGoal ? "0 (goal reached or passed) and above" : "any; below 0 for economies ahead",
            HigherIsWider = true,
            Categories = yardstick.IsGoal ? [GapToGoal.Met, GapToGoal.NotMet] : [],
        };
    }

    private static IEnumerable<Gap> Compute(GapContext context, string id, Yardstick yardstick, Way way) =>
        context.Totals().Select(row =>
        {
            var reference = yardstick.At(context, row.Area, row.Year);
            var found = reference.Value is { } known
                ? Of(yardstick.Gap(context.Indicator, row.Value, known), known, context.CrossSections[row.Year], way).Remarked(reference.Reason)
                : reference;
            return context.Gap(id, row.Area, row.Year, found);
        });

    private static Assessed Of(Assessed gap, double reference, CrossSection year, Way way) => gap.Value is { } distance
        ? way.Express(distance, reference, year) with { Category = gap.Category }
        : gap;

    private static Assessed InDeviations(double gap, CrossSection year) =>
        year.Deviation.Value is { } deviation ? GapScale.InDeviations(gap, deviation) : year.Deviation;

    private sealed record Way(string Suffix, string Title, string Unit, string Formula, Func<double, double, CrossSection, Assessed> Express)
    {
        /// <summary>What says how it is computed, beside the yardstick.</summary>
        internal required IReadOnlyList<CodeMember> Documented { get; init; }
    }
}
