using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Progress;

/// <summary>
/// Progress status by the rule of the UNSD Progress Chart, Technical Note 2023 (as stated by EUSTAT): the compound annual growth rate since 2015
/// is carried on to the target year and compared with the way to go. Optimistic for bounded percentages: show a bounded projection beside it.
/// </summary>
public static class UnsdProgress2023
{
    /// <summary>Year from which progress counts.</summary>
    public const int BaseYear = 2015;

    private const double OnTrackFrom = 0.95;
    private const double FairFrom = 0.10;
    private const double FastGrowth = 0.02;
    private const double SlowGrowth = 0.005;

    /// <summary>
    /// CAGR = (v_t/v_b)^(1/(t−b)) − 1; v̂ = v_t (1 + CAGR)^(T−t); ρ = (v̂ − v_b)/(v_T − v_b). On track from 0.95, fair from 0.10, else stagnation.
    /// Without a numeric target by the CAGR in the desired direction: from 2 %, from 0.5 %, below. Met overrides all.
    /// </summary>
    /// <param name="years">Years of the series, rising.</param>
    /// <param name="values">One finite value for each year, in the indicator's unit.</param>
    /// <param name="target">Direction, target, threshold of "met" and target year.</param>
    /// <returns>
    /// Value: ρ (1 = the target is just reached in the target year), null where the class does not rest on ρ. Category: one of
    /// <see cref="ProgressStatus"/>. Not assessable: no value after 2015, one point only, a base of 0, values below 0, a base at the target
    /// or beyond it, a target year that is over. The base is the value of 2015, else of the nearest year, the earlier of two.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite, no direction.</exception>
    public static Assessed Assess(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Require.Series(years, values);
        if (target.Direction == Direction.None)
        {
            throw new ArgumentException("Expected a direction, up or down: without one there is no progress.", nameof(target));
        }

        if (years.IsEmpty)
        {
            return NotAssessable("no value");
        }

        var rule = Apply(years, values, target);
        return target.IsMet(values[^1]) ? rule with { Category = ProgressStatus.Met } : rule;
    }

    private static Assessed Apply(ReadOnlySpan<int> years, ReadOnlySpan<double> values, ProgressTarget target)
    {
        var latest = years.Length - 1;
        if (years.Length < 2)
        {
            return NotAssessable(FormattableString.Invariant($"one year only ({years[latest]})"));
        }

        if (years[latest] <= BaseYear)
        {
            return NotAssessable(FormattableString.Invariant($"the latest value is of {years[latest]}; progress is measured from {BaseYear} on"));
        }

        var from = BaseIndex(years[..latest]);
        if (values[from] <= 0 || values[latest] < 0)
        {
            return NotAssessable(FormattableString.Invariant(
                $"no growth rate from {values[from]} ({years[from]}) to {values[latest]} ({years[latest]}): it needs a base above 0 and values of at least 0"));
        }

        var growth = Math.Pow(values[latest] / values[from], 1.0 / (years[latest] - years[from])) - 1;
        var remark = FormattableString.Invariant($"{100 * growth:0.00} % a year from {years[from]} to {years[latest]}");
        return target.Value is { } goal
            ? ByRatio(new Stretch(values[from], values[latest], target.Year - years[latest], growth), goal, target, remark)
            : Assessed.Not($"no numeric target: classed by growth, {remark}") with { Category = ByGrowth(growth, target.Direction) };
    }

    private static Assessed ByRatio(Stretch stretch, double goal, ProgressTarget target, string remark)
    {
        if (stretch.YearsLeft <= 0)
        {
            return NotAssessable(FormattableString.Invariant($"the target year {target.Year} is over"));
        }

        var toGo = goal - stretch.Base;
        if (target.Direction == Direction.Up ? toGo <= 0 : toGo >= 0)
        {
            return NotAssessable(FormattableString.Invariant($"the base value {stretch.Base} already stood at the target {goal} or beyond"));
        }

        var expected = stretch.Latest * Math.Pow(1 + stretch.Growth, stretch.YearsLeft);
        var ratio = Assessed.Of((expected - stretch.Base) / toGo, remark);
        return ratio with { Category = ratio.Value is { } value ? ByRatio(value) : ProgressStatus.NotAssessable };
    }

    private static string ByRatio(double ratio) =>
        ratio >= OnTrackFrom ? ProgressStatus.OnTrack : ratio >= FairFrom ? ProgressStatus.Fair : ProgressStatus.Stagnation;

    private static string ByGrowth(double growth, Direction direction)
    {
        var desired = direction == Direction.Up ? growth : -growth;
        return desired >= FastGrowth ? ProgressStatus.OnTrack : desired >= SlowGrowth ? ProgressStatus.Fair : ProgressStatus.Stagnation;
    }

    private static int BaseIndex(ReadOnlySpan<int> years)
    {
        var best = 0;
        for (var i = 1; i < years.Length; i++)
        {
            if (Math.Abs(years[i] - BaseYear) < Math.Abs(years[best] - BaseYear))
            {
                best = i;
            }
        }

        return best;
    }

    private static Assessed NotAssessable(string reason) => Assessed.Not(reason) with { Category = ProgressStatus.NotAssessable };

    private readonly record struct Stretch(double Base, double Latest, int YearsLeft, double Growth);
}
