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
        var leaders = Order(values, codes, direction);
        return leaders.Count == 0
            ? Assessed.Not("no economy has a value")
            : Quantile.Of([.. leaders.Select(leader => leader.Value)], 0.5);
    }

    /// <summary>Codes of the economies whose median is the frontier, best first, ties by code; empty when there is no value.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, no direction.</exception>
    public static IReadOnlyList<string> Leaders(ReadOnlySpan<double> values, ReadOnlySpan<string> codes, Direction direction) =>
        Order(values, codes, direction).Select(leader => leader.Code).ToList();

    private static List<(string Code, double Value)> Order(ReadOnlySpan<double> values, ReadOnlySpan<string> codes, Direction direction)
    {
        Require.Same(values.Length, codes.Length, nameof(codes));
        Require.Finite(values, nameof(values));
        var sign = GapToGoal.SignOf(direction);
        var all = new (string Code, double Value)[values.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = (codes[i], values[i]);
        }

        Array.Sort(all, (one, other) => one.Value == other.Value ? string.CompareOrdinal(one.Code, other.Code) : sign * other.Value.CompareTo(one.Value));
        return [.. all.AsSpan(0, (all.Length + 9) / 10)];
    }
}
