using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>A group in a year, its members with value and income, and how they rank.</summary>
/// <param name="Group">The group as if only the members with an income had data.</param>
/// <param name="Incomes">Income per person of each member with data, in the order of <see cref="GroupYear.Values"/>.</param>
/// <param name="Remark">Incomes of earlier years and members without income, in words; null when there are none.</param>
internal sealed record RankedGroup(GroupYear Group, double[] Incomes, string? Remark);

/// <summary>Ranks the members of groups by income per person. Lives for one computation.</summary>
/// <param name="incomes">Income per person.</param>
/// <param name="economies">Codes of the economies.</param>
internal sealed class IncomeRanking(WeightTable incomes, IReadOnlyList<string> economies)
{
    private readonly Dictionary<int, Dictionary<string, Weight>> _years = [];
    private readonly Dictionary<(string Group, int Year), RankedGroup> _groups = [];

    /// <summary>The members of a group that can be ranked: by the income of the year, or of the nearest earlier one up to five years back.</summary>
    internal RankedGroup Of(GroupYear group)
    {
        if (!_groups.TryGetValue((group.Group, group.Year), out var found))
        {
            _groups[(group.Group, group.Year)] = found = Rank(group, IncomesOf(group.Year));
        }

        return found;
    }

    private static RankedGroup Rank(GroupYear group, Dictionary<string, Weight> known)
    {
        var ranked = Array.TrueForAll(group.Areas, known.ContainsKey) ? group : group.Only(known.ContainsKey);
        var (values, carried, first) = (new double[ranked.Areas.Length], 0, group.Year);
        for (var i = 0; i < values.Length; i++)
        {
            var income = known[ranked.Areas[i]];
            values[i] = income.Value;
            carried += income.FromYear < group.Year ? 1 : 0;
            first = Math.Min(first, income.FromYear);
        }

        var without = group.Values.Length - values.Length;
        return new(ranked, values, GroupMeasure.Joined(
            carried == 0 ? null : FormattableString.Invariant($"income of an earlier year (from {first} on) for {GroupMean.Members(carried)}"),
            without == 0 ? null : $"income of {GroupMean.Members(without)} unknown, left out"));
    }

    private Dictionary<string, Weight> IncomesOf(int year)
    {
        if (!_years.TryGetValue(year, out var found))
        {
            _years[year] = found = new(StringComparer.Ordinal);
            foreach (var economy in economies)
            {
                if (incomes.EarlierAt(economy, year) is { } income)
                {
                    found[economy] = income;
                }
            }
        }

        return found;
    }
}
