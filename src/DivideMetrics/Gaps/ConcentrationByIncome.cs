using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Concentration along income: whether an indicator is high where income per person is.</summary>
internal static class ConcentrationByIncome
{
    private const string Ranked =
        "economies ranked by income per person of the year, or of the nearest earlier year up to five years back; members without income are left out; "
        + "where members with value and income hold at least 2/3 of the group's population";

    private const MeasureLaws Laws = MeasureLaws.OfPeople | MeasureLaws.WithinOne | MeasureLaws.ZeroWhenEqual;

    internal static Measure Index { get; } = new(
        "concentration", MeasureScope.Group, MeasureNeeds.Weights, context => Compute(context, "concentration", Concentration.Index))
    {
        Reads = MeasureReads.Members | MeasureReads.Income,
        Documented = [new(typeof(Concentration), nameof(Concentration.Index)), new(typeof(IncomeRanking), nameof(IncomeRanking.Of))],
        Title = "Concentration index by income",
        Unit = "index",
        Formula = $"C = (2/μ) Σ p x R − 1, R = share of the population with less income plus half the own; {Ranked}",
        Reference = "Standard definition by covariance with the fractional rank, after Kakwani, Wagstaff and van Doorslaer",
        Range = "−1 to 1; above 0 high where income is high; 0 unrelated to income",
        Laws = Laws | MeasureLaws.ScaleInvariant,
    };

    internal static Measure Erreygers { get; } = new(
        "concentration-erreygers", MeasureScope.Group, MeasureNeeds.Weights | MeasureNeeds.Percentage,
        context => Compute(context, "concentration-erreygers", Concentration.Erreygers))
    {
        Reads = MeasureReads.Members | MeasureReads.Income,
        Documented = [new(typeof(Concentration), nameof(Concentration.Erreygers)), new(typeof(IncomeRanking), nameof(IncomeRanking.Of))],
        Title = "Concentration index by income, corrected for a percentage (assumption)",
        Unit = "index",
        Formula = $"E = 4 (μ/100) C; {Ranked}",
        Reference = "Known as Erreygers' correction; the formula is recalled, not read in its source",
        Range = "−1 to 1; the same for those with and, with opposite sign, for those without",
        Laws = Laws,
    };

    private delegate Assessed Ranking(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<double> ranking);

    private static IEnumerable<Gap> Compute(GapContext context, string measure, Ranking of) =>
        from grp in context.Groups
        from year in context.Panel.Years
        select Of(context, context.GroupYears.At(grp.Code, year), (measure, of));

    private static Gap Of(GapContext context, GroupYear group, (string Id, Ranking Of) measure)
    {
        if (context.IncomeRanking is not { } ranking)
        {
            var unknown = Assessed.Not("no indicator of income per person is at hand to rank by");
            return context.Gap(measure.Id, group.Group, group.Year, unknown, group.Mean.Coverage);
        }

        var ranked = ranking.Of(group);
        var found = GroupMeasure.Published(ranked.Group, members => measure.Of(members.Values, members.Weights, ranked.Incomes));
        return context.Gap(
            measure.Id, group.Group, group.Year, found with { Reason = GroupMeasure.Joined(found.Reason, ranked.Remark) }, ranked.Group.Mean.Coverage);
    }
}
