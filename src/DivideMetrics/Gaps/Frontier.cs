using DivideMetrics.Indicators;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>The frontier: where the leading tenth of the economies stands in a year.</summary>
public static class Frontier
{
    /// <summary>
    /// Median of the top ceil(n/10) of n economies, ties at the edge broken by code (ordinal). Unit: the indicator's.
    /// </summary>
    /// <param name="values">Finite values of one year, missing ones left out.</param>
    /// <param name="codes">REF_AREA of each value, each once.</param>
    /// <param name="direction">Which way is better.</param>
    /// <returns>Not assessable when empty.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, no direction.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<string> codes, Direction direction)
    {
        Require.Same(values.Length, codes.Length, nameof(codes));
        Require.Finite(values, nameof(values));
        var sign = GapToGoal.SignOf(direction);
        if (values.IsEmpty)
        {
            return Assessed.Not("no economy has a value");
        }

        var (found, names) = (values.ToArray(), codes.ToArray());
        var leaders = Enumerable.Range(0, found.Length)
            .OrderByDescending(i => sign * found[i])
            .ThenBy(i => names[i], StringComparer.Ordinal)
            .Take((found.Length + 9) / 10)
            .Select(i => found[i])
            .ToArray();
        return Quantile.Of(leaders, 0.5);
    }
}
