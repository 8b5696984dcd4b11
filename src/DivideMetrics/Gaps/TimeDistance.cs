using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Sicherl's S-time-distance: by how many years a level was reached later than on a benchmark.</summary>
public static class TimeDistance
{
    /// <summary>Class of a level that the benchmark has not reached yet.</summary>
    public const string Ahead = "ahead";

    /// <summary>Class of a level that the benchmark had passed before its series starts.</summary>
    public const string BeyondSeries = "beyond-series";

    /// <summary>
    /// S = t − t_benchmark(level), t_benchmark the first upward crossing of the level, linear between the benchmark's points. Unit: years;
    /// above 0 the economy lags, below 0 it leads. Definition: gaptimer.eu, sicenter.si.
    /// </summary>
    /// <param name="years">Years of the benchmark, rising.</param>
    /// <param name="values">One finite value for each of them. Where lower is better, negate these and the level.</param>
    /// <param name="level">The economy's value.</param>
    /// <param name="year">The year in which the economy has it.</param>
    /// <returns>
    /// Not assessable, with a class: <see cref="Ahead"/> when the benchmark never reaches the level; <see cref="BeyondSeries"/> when it starts
    /// above it (then <see cref="Assessed.Lower"/> holds the least distance). Not assessable without class: no benchmark.
    /// </returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite.</exception>
    public static Assessed Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, double level, int year)
    {
        Require.Series(years, values);
        Require.Finite(level, nameof(level));
        if (years.IsEmpty)
        {
            return Assessed.Not("no benchmark series");
        }

        if (values[0] > level)
        {
            var least = year - years[0];
            var reason = FormattableString.Invariant($"the benchmark stood above this level before its series starts in {years[0]}");
            return Assessed.Not(reason) with { Category = BeyondSeries, Lower = least };
        }

        return FirstCrossing(years, values, level) is { } crossing
            ? Assessed.Of(year - crossing)
            : Assessed.Not(FormattableString.Invariant($"ahead: the benchmark has not reached this level by {years[^1]}")) with { Category = Ahead };
    }

    /// <summary>
    /// The calendar year, as a fraction, in which a rising level is first reached, linear between points; the first year when the series starts
    /// at the level or above; null when it is never reached.
    /// </summary>
    internal static double? FirstCrossing(ReadOnlySpan<int> years, ReadOnlySpan<double> values, double level)
    {
        for (var i = 0; i < years.Length; i++)
        {
            if (values[i] >= level)
            {
                return i == 0 ? years[0] : Crossing(years[i - 1], values[i - 1], years[i], values[i], level);
            }
        }

        return null;
    }

    private static double Crossing(int from, double low, int to, double high, double level) =>
        from + ((to - from) * (level - low) / (high - low));
}
