using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The population-weighted mean of each group, year and sex.</summary>
internal static class MeanWeighted
{
    internal static Measure Measure { get; } = new("mean-weighted", MeasureScope.Group, MeasureNeeds.Weights, Compute)
    {
        Documented = [new(typeof(GroupMean)), new(typeof(WeightedMean), nameof(WeightedMean.Of))],
        Title = "Population-weighted mean",
        Unit = "indicator's unit",
        Formula = "Σ p x / Σ p over members with data, p = total population for every sex; published only when members with data hold at least 2/3 "
            + "of the group's population; members whose population is unknown are left out of mean and share",
        Reference = "World Bank, data help desk 198549 (no aggregate when more than 1/3 of the weights is missing)",
        Range = "from the least to the greatest member",
        Laws = MeasureLaws.Average | MeasureLaws.IgnoresWeightless | MeasureLaws.Monotone,
    };

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from grp in context.Groups
        from sex in context.Panel.Sexes
        from year in context.Panel.Years
        select Of(context, grp.Code, sex, year);

    private static Gap Of(GapContext context, string group, Sex sex, int year)
    {
        var mean = context.MeanOf(group, year, sex);
        return context.Gap(Measure.Id, group, year, mean.Mean) with { Sex = sex, Coverage = mean.Coverage };
    }
}
