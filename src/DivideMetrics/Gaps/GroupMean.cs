using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>What is known of a member of a group in a year.</summary>
/// <param name="Area">REF_AREA.</param>
/// <param name="Point">Its value; null when missing.</param>
/// <param name="Weight">Its population; null when unknown.</param>
public readonly record struct MemberValue(string Area, PanelPoint? Point, Weight? Weight)
{
    /// <summary>True when both the value and the population are known: the member enters the mean.</summary>
    public bool Informed => Point is not null && Weight is not null;
}

/// <summary>
/// The population-weighted mean of a group: Σ p x / Σ p over the members with data, the others assumed at that mean (World Bank, data help desk
/// 198549). Published only when members with data hold at least 2/3 of the group's population.
/// </summary>
/// <param name="Mean">The mean in the indicator's unit; null and a reason when not published.</param>
/// <param name="Coverage">
/// Who was covered: always set. Members whose population is unknown count in <see cref="Coverage.AreasOf"/> (and in <see cref="Coverage.Areas"/>
/// when they have a value), but stand in neither part of the share of population, for their weight is not known.
/// </param>
/// <param name="Population">Population of all members for which it is known, informed or not.</param>
public sealed record GroupMean(Assessed Mean, Coverage Coverage, double Population)
{
    /// <summary>Computes mean and coverage.</summary>
    /// <param name="members">Every member of the group once.</param>
    public static GroupMean Of(ReadOnlySpan<MemberValue> members)
    {
        double population = 0, informed = 0, estimated = 0;
        int areas = 0, unknown = 0;
        List<int> derived = [];
        foreach (var member in members)
        {
            areas += member.Point is null ? 0 : 1;
            unknown += member.Weight is null ? 1 : 0;
            population += member.Weight?.Value ?? 0;
            if (member is { Point: { } point, Weight: { } weight })
            {
                informed += weight.Value;
                estimated += point.Estimated ? weight.Value : 0;
                derived.AddRange(weight.Status == ObsStatus.I ? [weight.FromYear] : Array.Empty<int>());
            }
        }

        var coverage = new Coverage(areas, members.Length, Share(informed, population), Share(estimated, informed));
        var mean = Refusal(coverage, population, informed) is { } reason
            ? Assessed.Not(reason)
            : Weighted(members) with { Reason = Remark(derived, unknown) };
        return new GroupMean(mean, coverage, population);
    }

    /// <summary>Values and weights of the informed members, aligned and without missing ones.</summary>
    internal static (double[] Values, double[] Weights) Aligned(IEnumerable<MemberValue> members)
    {
        var informed = members.Where(member => member.Informed).ToList();
        return (informed.Select(member => member.Point!.Value.Value).ToArray(), informed.Select(member => member.Weight!.Value.Value).ToArray());
    }

    private static Assessed Weighted(ReadOnlySpan<MemberValue> members)
    {
        var (values, weights) = Aligned(members.ToArray());
        return WeightedMean.Of(values, weights);
    }

    private static string? Refusal(Coverage coverage, double population, double informed)
    {
        if (coverage.Areas == 0)
        {
            return "not published: no member has data";
        }

        if (population <= 0)
        {
            return "not published: the population of the members is not known";
        }

        return 3 * informed >= 2 * population
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"not published: members with data hold {100 * coverage.PopulationShare:0.0} % of the population, 2/3 needed");
    }

    private static string? Remark(List<int> derived, int unknown)
    {
        List<string> remarks = [];
        if (derived.Count > 0)
        {
            var (from, to) = (derived.Min(), derived.Max());
            var years = from == to ? FormattableString.Invariant($"{from}") : FormattableString.Invariant($"{from}–{to}");
            remarks.Add(FormattableString.Invariant($"population carried forward or interpolated from {years} for {Members(derived.Count)}"));
        }

        if (unknown > 0)
        {
            remarks.Add(FormattableString.Invariant($"population of {Members(unknown)} unknown, left out"));
        }

        return remarks.Count == 0 ? null : string.Join("; ", remarks);
    }

    /// <summary><c>1 member</c>, <c>2 members</c>.</summary>
    internal static string Members(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "member" : "members")}");

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
