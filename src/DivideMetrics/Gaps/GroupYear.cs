namespace DivideMetrics.Gaps;

/// <summary>A group in a year: its mean with coverage, and its members with data as aligned arrays, sorted once for all measures.</summary>
internal sealed class GroupYear
{
    private readonly MemberValue[] _members;
    private readonly Lazy<Aligned> _aligned;

    /// <param name="group">Code of the group.</param>
    /// <param name="year">The year.</param>
    /// <param name="members">Every member of the group once.</param>
    internal GroupYear(string group, int year, MemberValue[] members)
    {
        Group = group;
        Year = year;
        _members = members;
        _aligned = new(Align, LazyThreadSafetyMode.None);
        Mean = GroupMean.Of(members);
    }

    internal string Group { get; }

    internal int Year { get; }

    /// <summary>The population-weighted mean with its coverage; the measures of the group are published where it is.</summary>
    internal GroupMean Mean { get; }

    /// <summary>Every member once, with or without data; the same order in every year.</summary>
    internal MemberValue[] Members => _members;

    /// <summary>REF_AREA of each member that enters the mean, in the order of <see cref="Values"/>.</summary>
    internal string[] Areas => _aligned.Value.Areas;

    /// <summary>Values of the members that enter the mean, rising, ties by weight.</summary>
    internal double[] Values => _aligned.Value.Values;

    /// <summary>Population of each of them.</summary>
    internal double[] Weights => _aligned.Value.Weights;

    /// <summary>Population of the members without data, where it is known.</summary>
    internal double MissingWeight
    {
        get
        {
            double sum = 0;
            foreach (var member in _members)
            {
                sum += member.Point is null ? member.Weight?.Value ?? 0 : 0;
            }

            return sum;
        }
    }

    /// <summary>The group as if only these of its members had data.</summary>
    internal GroupYear Only(Predicate<MemberValue> known) =>
        new(Group, Year, Array.ConvertAll(_members, member => known(member) ? member : member with { Point = null }));

    private Aligned Align()
    {
        var informed = Array.FindAll(_members, member => member.Informed);
        Array.Sort(informed, Rising);
        return new(
            Array.ConvertAll(informed, member => member.Area),
            Array.ConvertAll(informed, member => member.Point!.Value.Value),
            Array.ConvertAll(informed, member => member.Weight!.Value.Value));
    }

    private static int Rising(MemberValue one, MemberValue other)
    {
        var byValue = one.Point!.Value.Value.CompareTo(other.Point!.Value.Value);
        var byWeight = byValue != 0 ? byValue : one.Weight!.Value.Value.CompareTo(other.Weight!.Value.Value);
        return byWeight != 0 ? byWeight : string.CompareOrdinal(one.Area, other.Area);
    }

    private sealed record Aligned(string[] Areas, double[] Values, double[] Weights);
}
