using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The members of a group that have a value both in a base year and in a later one, and no break between the two.</summary>
/// <param name="From">The base year.</param>
/// <param name="To">The later year.</param>
/// <param name="Start">Value of each member in the base year.</param>
/// <param name="End">Its value in the later year.</param>
internal sealed record ConstantSet(int From, int To, double[] Start, double[] End)
{
    /// <summary>Mean and coverage of the group as if only these members had data; the set is used where that mean is published.</summary>
    internal required GroupMean Mean { get; init; }

    /// <summary>What the set is, in words.</summary>
    internal required string Basis { get; init; }

    internal int Years => To - From;
}

/// <summary>Finds the members of groups that can be compared between two years. Lives for one computation.</summary>
internal sealed class ConstantSets
{
    /// <summary>Convergence counts from this year, or from the first later one in which the group's mean is published.</summary>
    internal const int BaseYear = 2015;

    private readonly GapContext _context;
    private readonly Dictionary<string, int?> _bases = [];
    private readonly Dictionary<(string Group, int Year, Usable Usable), ConstantSet> _sets = [];

    internal ConstantSets(GapContext context) => _context = context;

    /// <summary>
    /// A measure of change since the base year: one row for each group and each year of the panel after it, with the coverage of the constant
    /// set; a value only where the set holds at least 2/3 of the group's population.
    /// </summary>
    /// <param name="measure">Measure id.</param>
    /// <param name="usable">Values that the measure can use; members with others are left out.</param>
    /// <param name="of">The measure of a set.</param>
    internal IEnumerable<Gap> ForGroups(string measure, Usable usable, Func<ConstantSet, Assessed> of)
    {
        foreach (var group in _context.Groups)
        {
            var start = BaseOf(group.Code);
            foreach (var year in _context.Panel.Years.Where(year => year > (start ?? BaseYear)))
            {
                yield return start is { } from
                    ? Row(measure, group.Code, SetOf(group.Code, (from, year), usable), of)
                    : _context.Gap(measure, group.Code, year, NoBase, _context.MeanOf(group.Code, year).Coverage);
            }
        }
    }

    private static Assessed NoBase { get; } =
        Assessed.Not(FormattableString.Invariant($"no base: in no year from {BaseYear} on is the group's mean published"));

    private Gap Row(string measure, string group, ConstantSet set, Func<ConstantSet, Assessed> of)
    {
        var found = set.Mean.Mean.Value is null ? set.Mean.Mean : of(set);
        return _context.Gap(measure, group, set.To, found with { Reason = GroupMeasure.Joined(set.Basis, found.Reason) }, set.Mean.Coverage);
    }

    private int? BaseOf(string group)
    {
        if (!_bases.TryGetValue(group, out var found))
        {
            var years = _context.Panel.Years.Where(year => year >= BaseYear && _context.MeanOf(group, year).Mean.Value is not null);
            _bases[group] = found = years.Cast<int?>().FirstOrDefault();
        }

        return found;
    }

    private ConstantSet SetOf(string group, (int From, int To) years, Usable usable)
    {
        if (!_sets.TryGetValue((group, years.To, usable), out var found))
        {
            var (start, end) = (_context.GroupYears.At(group, years.From), _context.GroupYears.At(group, years.To));
            _sets[(group, years.To, usable)] = found = Between(start, end, usable);
        }

        return found;
    }

    private ConstantSet Between(GroupYear start, GroupYear end, Usable usable)
    {
        var kept = Array.ConvertAll(end.Members, member => member with { Point = null });
        var (starts, ends) = (new List<double>(kept.Length), new List<double>(kept.Length));
        var (unusable, broken) = (0, 0);
        for (var i = 0; i < kept.Length; i++)
        {
            if (start.Members[i].Point is not { } first || end.Members[i] is not { Point: { } last, Weight: not null })
            {
                continue;
            }

            var (fits, split) = (Fits(first.Value, usable) && Fits(last.Value, usable), _context.BreakTable.BreaksBetween(kept[i].Area, start.Year, end.Year));
            unusable += fits ? 0 : 1;
            broken += fits && split ? 1 : 0;
            if (fits && !split)
            {
                kept[i] = end.Members[i] with { Point = first.Estimated ? last with { Status = first.Status } : last };
                starts.Add(first.Value);
                ends.Add(last.Value);
            }
        }

        var left = LeftOut(unusable, usable == Usable.Positive ? "at 0 or below" : "at a bound") + LeftOut(broken, "for a break between");
        var basis = FormattableString.Invariant($"{start.Year}–{end.Year}, {GroupMean.Members(starts.Count)} with values of both{left}");
        return new(start.Year, end.Year, [.. starts], [.. ends]) { Mean = GroupMean.Of(kept), Basis = basis };
    }

    private bool Fits(double value, Usable usable) => usable switch
    {
        Usable.Positive => value > 0,
        Usable.InsideBounds => _context.Bounds!.Value.IsClear(value),
        _ => true,
    };

    private static string LeftOut(int count, string why) => count == 0 ? "" : FormattableString.Invariant($", {count} left out {why}");
}

/// <summary>Which values a measure of change can use.</summary>
internal enum Usable
{
    /// <summary>Every value.</summary>
    All,

    /// <summary>Values that have a logarithm.</summary>
    Positive,

    /// <summary>Values that have a logit and stand clear of the bounds.</summary>
    InsideBounds,
}
