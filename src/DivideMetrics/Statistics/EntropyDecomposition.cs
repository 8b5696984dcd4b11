namespace DivideMetrics.Statistics;

/// <summary>A Theil index in total and split into the part between groups and the part within them; the two add up to the total.</summary>
/// <param name="Total">The index over all.</param>
/// <param name="Between">The index if everyone had the mean of the own group.</param>
/// <param name="Within">Mean of the groups' own indices: weighted by their shares of the amount (T) or of the population (L).</param>
public readonly record struct TheilParts(Assessed Total, Assessed Between, Assessed Within);

/// <summary>
/// The decomposition that Theil's T and L have in common (Shorrocks 1980, "The class of additively decomposable inequality measures"): between =
/// the index of the groups' means, weighted by their populations; within = Σ share_g · index_g.
/// </summary>
internal static class EntropyDecomposition
{
    /// <summary>An index of a weighted distribution.</summary>
    internal delegate Assessed Index(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    /// <summary>A group's weight in the part within: from its share of the population and its mean over the mean of all.</summary>
    internal delegate double GroupShare(double population, double relativeMean);

    /// <summary>A distribution whose values carry the label of their group.</summary>
    internal readonly ref struct Labelled(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> groups)
    {
        internal ReadOnlySpan<double> Values { get; } = values;

        internal ReadOnlySpan<double> Weights { get; } = weights;

        internal ReadOnlySpan<int> Groups { get; } = groups;
    }

    /// <summary>Total, between and within; all three have the reason where the total is not assessable.</summary>
    internal static TheilParts Of(Labelled all, Index index, GroupShare share)
    {
        Require.Same(all.Values.Length, all.Groups.Length, "groups");
        var total = index(all.Values, all.Weights);
        if (total.Value is null || WeightedMean.Of(all.Values, all.Weights).Value is not { } mean)
        {
            return new(total, total, total);
        }

        var (values, weights, ends) = ByGroup(all);
        var (means, populations) = (new double[ends.Count], new double[ends.Count]);
        double population = 0, within = 0;
        for (int group = 0, from = 0; group < ends.Count; from = ends[group++])
        {
            var part = values.AsSpan(from..ends[group]);
            var partWeights = weights.AsSpan(from..ends[group]);
            populations[group] = Sum(partWeights);
            population += populations[group];
            means[group] = WeightedMean.Of(part, partWeights).Value ?? 0;

            // A group without weight or with nothing but zeros has no index of its own, and no share.
            within += (index(part, partWeights).Value ?? 0) * share(populations[group], means[group] / mean);
        }

        return new(total, index(means, populations), Assessed.Of(within / population));
    }

    private static (double[] Values, double[] Weights, List<int> Ends) ByGroup(Labelled all)
    {
        var labels = all.Groups.ToArray();
        var order = new int[labels.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(labels, order);
        var (values, weights, ends) = (new double[order.Length], new double[order.Length], new List<int>());
        for (var i = 0; i < order.Length; i++)
        {
            (values[i], weights[i]) = (all.Values[order[i]], all.Weights[order[i]]);
            if (i + 1 == order.Length || labels[i + 1] != labels[i])
            {
                ends.Add(i + 1);
            }
        }

        return (values, weights, ends);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
