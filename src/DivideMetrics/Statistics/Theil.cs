namespace DivideMetrics.Statistics;

/// <summary>Theil's T in total and split into the part between groups and the part within them; the two add up to the total.</summary>
/// <param name="Total">T over all.</param>
/// <param name="Between">T if everyone had the mean of the own group.</param>
/// <param name="Within">Mean of the groups' own T, weighted by their shares of the amount.</param>
public readonly record struct TheilParts(Assessed Total, Assessed Between, Assessed Within);

/// <summary>Theil's T index of inequality.</summary>
public static class Theil
{
    /// <summary>
    /// T = Σ p_i (x_i/μ) ln(x_i/μ) with 0 · ln 0 = 0. Without unit, from 0 (all equal) to ln(Σw / least w); higher is more unequal.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, or a value is negative.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static Assessed Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = Positive.Mean(values, weights);
        if (mean.Value is not { } centre)
        {
            return mean;
        }

        double sum = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * RatioTimesLog(values[i] / centre);
            total += weights[i];
        }

        return Assessed.Of(Math.Max(0, sum / total));
    }

    /// <summary>
    /// T, T between = Σ s_g ln(μ_g/μ) and T within = Σ s_g T_g, where s_g = w_g μ_g/μ is the group's share of the amount.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="groups">Label of the group of each value; every value belongs to exactly one.</param>
    /// <returns>Not assessable in the same cases as <see cref="Of"/>.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static TheilParts Decompose(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups)
    {
        Require.Same(values.Length, groups.Length, nameof(groups));
        var total = Of(values, weights);
        var mean = WeightedMean.Of(values, weights).Value;
        if (total.Value is null || mean is not { } centre)
        {
            return new(total, total, total);
        }

        double between = 0, within = 0, population = 0;
        foreach (var group in Split(values, weights, groups))
        {
            population += group.Population;
            if (group.Amount > 0)
            {
                between += group.Amount / centre * Math.Log(group.Amount / group.Population / centre);
                within += group.Amount / centre * Of(group.Values, group.Weights).Value!.Value;
            }
        }

        return new(total, Assessed.Of(Math.Max(0, between / population)), Assessed.Of(within / population));
    }

    private static double RatioTimesLog(double ratio) => ratio > 0 ? ratio * Math.Log(ratio) : 0;

    private static List<Part> Split(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups)
    {
        var members = new SortedDictionary<int, (List<double> Values, List<double> Weights)>();
        for (var i = 0; i < values.Length; i++)
        {
            if (!members.TryGetValue(groups[i], out var group))
            {
                members[groups[i]] = group = ([], []);
            }

            group.Values.Add(values[i]);
            group.Weights.Add(weights[i]);
        }

        return members.Values.Select(group => new Part([.. group.Values], [.. group.Weights])).ToList();
    }

    private sealed record Part(double[] Values, double[] Weights)
    {
        internal double Population { get; } = Weights.Sum();

        internal double Amount { get; } = Values.Zip(Weights, (value, weight) => value * weight).Sum();
    }
}
