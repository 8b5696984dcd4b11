using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Theil's T between economies, in total and split by income group.</summary>
internal static class TheilBetweenEconomies
{
    internal static Measure Total { get; } = Define("theil-t", "Theil T between economies", "T = Σ p (x/μ) ln(x/μ), 0 · ln 0 = 0", parts => parts.Total);

    internal static Measure Between { get; } = Define(
        "theil-t-between", "Theil T between income groups", "Σ s_g ln(μ_g/μ), s_g = w_g μ_g/μ", parts => parts.Between);

    internal static Measure Within { get; } = Define(
        "theil-t-within", "Theil T within income groups", "Σ s_g T_g, s_g = w_g μ_g/μ", parts => parts.Within);

    private static Measure Define(string id, string title, string formula, Func<TheilParts, Assessed> part) =>
        new(id, MeasureScope.Group, MeasureNeeds.Weights, context => Compute(context, id, part))
        {
            Title = title,
            Unit = "index",
            Formula = formula + "; income groups of the latest classification, economies without one together form a group of their own; "
                + "where the world's mean is published",
            Reference = "H. Theil, Economics and Information Theory (1967): decomposition of T",
            Range = "0 (all equal) and above; between + within = total",
            HigherIsWider = true,
        };

    private static IEnumerable<Gap> Compute(GapContext context, string id, Func<TheilParts, Assessed> part)
    {
        var codes = context.IncomeGroups.Values.Select(group => group?.Code ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return WorldInequality.ForEach(context, id, members =>
        {
            var (values, weights) = GroupMean.Aligned(members);
            var groups = members.Select(member => codes.IndexOf(CodeOf(context, member.Area))).ToArray();
            return part(Theil.Decompose(values, weights, groups));
        });
    }

    private static string CodeOf(GapContext context, string area) => context.IncomeGroups.GetValueOrDefault(area)?.Code ?? "";
}
