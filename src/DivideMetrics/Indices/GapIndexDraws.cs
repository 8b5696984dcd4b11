using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>How the uncertainty of the gap index is drawn.</summary>
/// <param name="Count">Number of draws; 0 for none, and then scores have no interval.</param>
/// <param name="Seed">Seed; the same seed gives the same draws on any machine and any number of threads.</param>
/// <param name="Spread">By what share of their distance goalposts are moved at the most, up or down: from 0 to 0.25.</param>
public sealed record GapIndexDraws(int Count, ulong Seed, double Spread)
{
    /// <summary>1,000 draws of seed 2030, goalposts ± 5 %.</summary>
    public static GapIndexDraws Default { get; } = new(1000, 2030, 0.05);

    /// <summary>Threads to draw on at the most; −1 for all that there are. The result does not depend on it.</summary>
    public int Threads { get; init; } = -1;
}

/// <summary>
/// One way in which the index might have been made: weights, goalposts, aggregation, and what becomes of missing values. The same for all economies
/// and years, so that the economies of a draw compare.
/// </summary>
internal sealed class GapIndexDraw
{
    private GapIndexDraw(bool geometric, bool fill, double[] weights)
    {
        Geometric = geometric;
        Fill = fill;
        Weights = weights;
        Shift = new double[weights.Length];
        Gain = new double[weights.Length];
    }

    /// <summary>True when the communities are aggregated by the geometric mean, false by the arithmetic.</summary>
    internal bool Geometric { get; }

    /// <summary>True when missing values are replaced by the median of the income group, false when they are left out.</summary>
    internal bool Fill { get; }

    /// <summary>Weight of each indicator inside its dimension.</summary>
    internal double[] Weights { get; }

    /// <summary>For each indicator where the moved low goalpost stands, in distances between the declared ones.</summary>
    internal double[] Shift { get; }

    /// <summary>For each indicator the declared distance of the goalposts over the moved one.</summary>
    internal double[] Gain { get; }

    /// <summary>The draws of a framework. Each has its own stream of random numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or a spread outside 0–0.25.</exception>
    internal static IReadOnlyList<GapIndexDraw> Make(GapIndexFramework framework, GapIndexDraws draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draws.Count);
        if (!(draws.Spread is >= 0 and <= 0.25))
        {
            throw new ArgumentOutOfRangeException(nameof(draws), draws.Spread, "Expected a spread of goalposts from 0 to 0.25.");
        }

        return Enumerable.Range(0, draws.Count).Select(number => Make(framework, draws, new Xoshiro256(draws.Seed, (ulong)number))).ToList();
    }

    /// <summary>The index as it is defined: equal weights, declared goalposts, geometric mean, missing values left out.</summary>
    internal static GapIndexDraw Neutral(GapIndexFramework framework)
    {
        var draw = new GapIndexDraw(true, false, new double[framework.Indicators.Count]);
        Array.Fill(draw.Weights, 1);
        Array.Fill(draw.Gain, 1);
        return draw;
    }

    private static GapIndexDraw Make(GapIndexFramework framework, GapIndexDraws draws, Xoshiro256 random)
    {
        var draw = new GapIndexDraw(random.Coin(), random.Coin(), new double[framework.Indicators.Count]);
        foreach (var dimension in framework.Dimensions)
        {
            random.Dirichlet(draw.Weights.AsSpan(dimension.First, dimension.Count));
        }

        for (var i = 0; i < draw.Weights.Length; i++)
        {
            draw.Shift[i] = random.Between(-draws.Spread, draws.Spread);
            draw.Gain[i] = 1 / (1 + random.Between(-draws.Spread, draws.Spread) - draw.Shift[i]);
        }

        return draw;
    }
}
