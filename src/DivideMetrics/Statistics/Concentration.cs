namespace DivideMetrics.Statistics;

/// <summary>Concentration of a value along another one: whether it gathers where the other (income) is high.</summary>
public static class Concentration
{
    /// <summary>
    /// C = (2/μ) Σ p_i x_i R_i − 1, R_i the share of the population ranked below plus half the own. Economies of equal rank share the rank of their
    /// middle, so their order does not count. Without unit, from −1 (all with the lowest ranked) to 1 (all with the highest); 0 when unrelated, and
    /// equal to the Gini when the ranking is that of the values. Source: N. Kakwani, A. Wagstaff, E. van Doorslaer (1997).
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="ranking">One finite value of the ranking variable for each value.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Index(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<double> ranking)
    {
        Require.Same(values.Length, ranking.Length, nameof(ranking));
        Require.Finite(ranking, nameof(ranking));
        var mean = Positive.Mean(values, weights);
        if (mean.Value is null)
        {
            return mean;
        }

        var (ranks, order) = Ordered(ranking);
        double population = 0, amount = 0, product = 0;
        for (int from = 0, to = 0; from < order.Length; from = to)
        {
            double tied = 0, tiedAmount = 0;
            for (; to < order.Length && ranks[to] == ranks[from]; to++)
            {
                tied += weights[order[to]];
                tiedAmount += weights[order[to]] * values[order[to]];
            }

            product += tiedAmount * (population + (tied / 2));
            population += tied;
            amount += tiedAmount;
        }

        return Assessed.Of(Math.Clamp((2 * product / population / amount) - 1, -1, 1));
    }

    /// <summary>
    /// Erreygers' index of a percentage: E = 4 (μ/100) C. Without unit, from −1 to 1; a value and its complement (100 − x) have the same index with
    /// opposite sign. Source: G. Erreygers, Correcting the concentration index (2009).
    /// </summary>
    /// <inheritdoc cref="Index" path="/param"/>
    /// <returns>Not assessable in the cases of <see cref="Index"/>, and when a value is above 100.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Erreygers(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<double> ranking)
    {
        var index = Index(values, weights, ranking);
        foreach (var value in values)
        {
            if (value > 100)
            {
                return Assessed.Not(FormattableString.Invariant($"{value} is not a percentage between 0 and 100"));
            }
        }

        return index.Value is { } found ? Assessed.Of(4 * WeightedMean.Of(values, weights).Value!.Value / 100 * found) : index;
    }

    private static (double[] Ranks, int[] Order) Ordered(ReadOnlySpan<double> ranking)
    {
        var (ranks, order) = (ranking.ToArray(), new int[ranking.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(ranks, order);
        return (ranks, order);
    }
}
