namespace DivideMetrics.Gaps;

/// <summary>A group in a year: its mean with coverage, and its members with data as aligned arrays, sorted once for all measures.</summary>
internal sealed class GroupYear
{
    private readonly Lazy<Aligned> _aligned;

    /// <param name="group">Code of the group.</param>
    /// <param name="year">The year.</param>
    /// <param name="members">Every member of the group once.</param>
    internal GroupYear(string group, int year, MemberValue[] members)
        : this(group, year, members, () => Aligned.Of(members))
    {
    }

    private GroupYear(string group, int year, MemberValue[] members, Func<Aligned> align)
    {
        Group = group;
        Year = year;
        Members = members;
        Mean = GroupMean.Of(members);
        _aligned = new(align, LazyThreadSafetyMode.None);
    }

    internal string Group { get; }

    internal int Year { get; }

    /// <summary>The population-weighted mean with its coverage; the measures of the group are published where it is.</summary>
    internal GroupMean Mean { get; }

    /// <summary>Every member once, with or without data; the same order in every year.</summary>
    internal MemberValue[] Members { get; }

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
            foreach (var member in Members)
            {
                sum += member.Point is null ? member.Weight?.Value ?? 0 : 0;
            }

            return sum;
        }
    }

    /// <summary>The group as if only these of its members had data.</summary>
    /// <param name="known">True for the code of a member that keeps its value.</param>
    internal GroupYear Only(Predicate<string> known) => new(
        Group, Year, Array.ConvertAll(Members, member => known(member.Area) ? member : member with { Point = null }),
        () => _aligned.Value.Only(known));

    private sealed record Aligned(string[] Areas, double[] Values, double[] Weights)
    {
        internal static Aligned Of(MemberValue[] members)
        {
            var informed = Array.FindAll(members, member => member.Informed);
            Array.Sort(informed, Rising);
            return new(
                Array.ConvertAll(informed, member => member.Area),
                Array.ConvertAll(informed, member => member.Point!.Value.Value),
                Array.ConvertAll(informed, member => member.Weight!.Value.Value));
        }

        /// <summary>What is in order stays in order when some are left out.</summary>
        internal Aligned Only(Predicate<string> known)
        {
            var count = 0;
            var (areas, values, weights) = (new string[Areas.Length], new double[Areas.Length], new double[Areas.Length]);
            for (var i = 0; i < Areas.Length; i++)
            {
                if (known(Areas[i]))
                {
                    (areas[count], values[count], weights[count++]) = (Areas[i], Values[i], Weights[i]);
                }
            }

            return new(areas[..count], values[..count], weights[..count]);
        }

        private static int Rising(MemberValue one, MemberValue other)
        {
            var byValue = one.Point!.Value.Value.CompareTo(other.Point!.Value.Value);
            var byWeight = byValue != 0 ? byValue : one.Weight!.Value.Value.CompareTo(other.Weight!.Value.Value);
            return byWeight != 0 ? byWeight : string.CompareOrdinal(one.Area, other.Area);
        }
    }
}
