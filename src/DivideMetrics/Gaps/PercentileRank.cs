using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Where an economy stands among the economies of the same year.</summary>
public static class PercentileRank
{
    internal static Measure Measure { get; } = new("percentile", MeasureScope.Economy, MeasureNeeds.Direction, Compute)
    {
        Documented = [new(typeof(PercentileRank), nameof(PercentileRank.Of))],
        Title = "Percentile among economies",
        Unit = "percentile",
        Formula = "100 (w + e/2) / (n − 1): w economies of the year do worse, e others do the same, n have a value; each with equal weight",
        Reference = "Percentile rank with middle ranks for ties, scaled from the last to the first",
        Range = "0 (last) to 100 (best)",
        HigherIsWider = false,
    };

    /// <summary>
    /// 100 (w + e/2) / (n − 1) with w values that are worse and e others that are equal. Unit: percentile; 0 the last, 100 the best, 50 on average.
    /// </summary>
    /// <param name="value">One of the values.</param>
    /// <param name="values">Values of all economies of the year in any order, this one's included.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>Not assessable for a single economy.</returns>
    /// <exception cref="ArgumentException">A value that is no number or not among the values, no direction.</exception>
    public static Assessed Of(double value, ReadOnlySpan<double> values, Direction direction)
    {
        var sign = GapToGoal.SignOf(direction);
        int lower = 0, equal = 0, higher = 0;
        foreach (var other in values)
        {
            lower += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
            higher += other > value ? 1 : 0;
        }

        if (equal == 0 || lower + equal + higher != values.Length || !double.IsFinite(value))
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected finite numbers and {value} among them; leave missing values out."), nameof(value));
        }

        var worse = sign > 0 ? lower : higher;

        return values.Length > 1
            ? Assessed.Of(100 * (worse + ((equal - 1) / 2.0)) / (values.Length - 1))
            : Assessed.Not("one economy only has a value in this year");
    }

    private static IEnumerable<Gap> Compute(GapContext context) =>
        from row in context.Totals()
        select context.Gap(Measure.Id, row.Area, row.Year, Of(row.Value, context.CrossSections[row.Year].Values, context.Indicator.Direction));
}
