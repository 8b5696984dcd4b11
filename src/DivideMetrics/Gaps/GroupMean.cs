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
    /// <summary>True when it has a value that does not count here, because its terms forbid commercial use.</summary>
    public bool KeptOut { get; init; }

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
        double population = 0, estimated = 0;
        int areas = 0, unknown = 0, informed = 0, keptOut = 0;
        var (values, weights) = (new double[members.Length], new double[members.Length]);
        var derived = default(DerivedWeights);
        foreach (var member in members)
        {
            areas += member.Point is null ? 0 : 1;
            unknown += member.Weight is null ? 1 : 0;
            keptOut += member.KeptOut ? 1 : 0;
            population += member.Weight?.Value ?? 0;
            if (member is { Point: { } point, Weight: { } weight })
            {
                (values[informed], weights[informed++]) = (point.Value, weight.Value);
                estimated += point.Estimated ? weight.Value : 0;
                derived = derived.With(weight);
            }
        }

        var known = Sum(weights);
        var coverage = new Coverage(areas, members.Length, Share(known, population), Share(estimated, known));
        var terms = keptOut == 0 ? null : $"figures of {Members(keptOut)} left out: their terms forbid commercial use";
        var mean = Refusal(coverage, population, known) is { } reason
            ? Assessed.Not(GroupMeasure.Joined(reason, terms)!)
            : WeightedMean.Of(values.AsSpan(0, informed), weights.AsSpan(0, informed)) with
            {
                Reason = GroupMeasure.Joined(Remark(derived, unknown), terms),
            };
        return new GroupMean(mean, coverage, population);
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

    private static string? Remark(DerivedWeights derived, int unknown) => GroupMeasure.Joined(
        derived.Words, unknown == 0 ? null : $"population of {Members(unknown)} unknown, left out");

    /// <summary><c>1 member</c>, <c>2 members</c>.</summary>
    internal static string Members(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "member" : "members")}");

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static double Sum(double[] weights)
    {
        double sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }

    /// <summary>How many populations were carried forward or interpolated, and from which years.</summary>
    private readonly record struct DerivedWeights(int Count, int From, int To)
    {
        internal string? Words => Count == 0
            ? null
            : $"population carried forward or interpolated from {Years} for {Members(Count)}";

        private string Years => From == To ? FormattableString.Invariant($"{From}") : FormattableString.Invariant($"{From}–{To}");

        internal DerivedWeights With(Weight weight) => weight.Status != ObsStatus.I
            ? this
            : Count == 0
                ? new(1, weight.FromYear, weight.FromYear)
                : new(Count + 1, Math.Min(From, weight.FromYear), Math.Max(To, weight.FromYear));
    }
}
