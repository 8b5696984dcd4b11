using CsCheck;

namespace DivideMetrics.Tests.Statistics;

/// <summary>A distribution over economies: values of at least 0, with ties and zeros; weights of at least 0, one of them above 0.</summary>
internal sealed record Distribution(double[] Values, double[] Weights)
{
    private static readonly Gen<double> Value = Gen.Frequency(
        (6, Gen.Double[0, 100]), (2, Gen.Int[0, 4].Select(step => 25.0 * step)), (1, Gen.Const(0.0)), (1, Gen.Const(100.0)));

    private static readonly Gen<double> Weight = Gen.Frequency((5, Gen.Double[0.01, 1000]), (1, Gen.Const(0.0)), (1, Gen.Const(1.0)));

    /// <summary>Any distribution with a mean above 0, from one economy on.</summary>
    internal static Gen<Distribution> Any { get; } = Gen.Select(Value, Weight).Array[1, 30]
        .Select(pairs => new Distribution([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]))
        .Where(found => found.Values.Zip(found.Weights).Sum(pair => pair.First * pair.Second) > 1e-3);

    /// <summary>A distribution and a group label for each of its economies.</summary>
    internal static Gen<(Distribution Distribution, int[] Groups)> Grouped { get; } =
        Any.SelectMany(found => Gen.Int[0, 3].Array[found.Values.Length].Select(groups => (found, groups)));

    /// <summary>A distribution and another order of its economies.</summary>
    internal static Gen<(Distribution Distribution, Distribution Shuffled)> Permuted { get; } =
        Any.SelectMany(found => Gen.Shuffle(Enumerable.Range(0, found.Values.Length).ToArray()).Select(order => (found, found.InOrder(order))));

    /// <summary>The same with every value at 0 raised to 1.</summary>
    internal Distribution Positive() => this with { Values = [.. Values.Select(value => value == 0 ? 1 : value)] };

    private Distribution InOrder(int[] order) => new([.. order.Select(i => Values[i])], [.. order.Select(i => Weights[i])]);
}
