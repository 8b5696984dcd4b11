using DivideMetrics.Panels;
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
        Title = "Concentration index by income",
        Unit = "index",
        Formula = $"C = (2/μ) Σ p x R − 1, R = share of the population with less income plus half the own; {Ranked}",
        Reference = "N. Kakwani, A. Wagstaff, E. van Doorslaer, Socioeconomic inequalities in health (1997)",
        Range = "−1 to 1; above 0 high where income is high; 0 unrelated to income",
        Laws = Laws | MeasureLaws.ScaleInvariant,
    };

    internal static Measure Erreygers { get; } = new(
        "concentration-erreygers", MeasureScope.Group, MeasureNeeds.Weights | MeasureNeeds.Percentage,
        context => Compute(context, "concentration-erreygers", Concentration.Erreygers))
    {
        Title = "Concentration index by income, corrected for a percentage",
        Unit = "index",
        Formula = $"E = 4 (μ/100) C; {Ranked}",
        Reference = "G. Erreygers, Correcting the concentration index (2009)",
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
        if (context.Incomes is not { } incomes)
        {
            var unknown = Assessed.Not("no indicator of income per person is at hand to rank by");
            return context.Gap(measure.Id, group.Group, group.Year, unknown, group.Mean.Coverage);
        }

        var ranked = group.Only(member => incomes.EarlierAt(member.Area, group.Year) is not null);
        var found = GroupMeasure.Published(ranked, members => Of(members, incomes, measure.Of));
        return context.Gap(measure.Id, group.Group, group.Year, Named(found, group, ranked), ranked.Mean.Coverage);
    }

    private static Assessed Of(GroupYear group, WeightTable incomes, Ranking of)
    {
        var known = Array.ConvertAll(group.Areas, area => incomes.EarlierAt(area, group.Year)!.Value);
        var found = of(group.Values, group.Weights, Array.ConvertAll(known, income => income.Value));
        var carried = Array.FindAll(known, income => income.FromYear != group.Year);
        return found.Value is null || carried.Length == 0
            ? found
            : found with { Reason = FormattableString.Invariant(
                $"income of an earlier year (from {carried.Min(income => income.FromYear)} on) for {GroupMean.Members(carried.Length)}") };
    }

    private static Assessed Named(Assessed found, GroupYear group, GroupYear ranked)
    {
        var without = group.Values.Length - ranked.Values.Length;
        return without == 0
            ? found
            : found with { Reason = GroupMeasure.Joined(found.Reason, $"income of {GroupMean.Members(without)} unknown, left out") };
    }
}
