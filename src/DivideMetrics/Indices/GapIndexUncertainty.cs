using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>Median, 5th and 95th percentile of a sample.</summary>
internal readonly record struct Percentiles(double Lower, double Median, double Upper)
{
    /// <summary>Sorts the sample in place.</summary>
    internal static Percentiles Of(Span<double> sample)
    {
        sample.Sort();
        return new(Quantile.OfSorted(sample, 0.05), Quantile.OfSorted(sample, 0.5), Quantile.OfSorted(sample, 0.95));
    }
}

/// <summary>How the score and the rank of an economy spread over the draws.</summary>
internal readonly record struct GapIndexSpread(Percentiles Score, Percentiles Rank);

/// <summary>
/// Monte Carlo uncertainty analysis of the gap index (OECD and JRC, Handbook on Constructing Composite Indicators, 2008; Saisana, Saltelli and
/// Tarantola 2005): the index is made again under every draw of weights, goalposts, aggregation and treatment of missing values.
/// </summary>
internal static class GapIndexUncertainty
{
    /// <summary>The spread of every economy of a frame, in its order. Every draw writes to its own place, so threads do not change the result.</summary>
    internal static GapIndexSpread[] Of(GapIndexFrame frame, IReadOnlyList<GapIndexDraw> draws, int threads)
    {
        var economies = frame.Economies;
        var (scores, ranks) = (new double[draws.Count * economies], new double[draws.Count * economies]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, draws.Count, options, () => new GapIndexKernel(frame), (draw, _, kernel) =>
        {
            var found = scores.AsSpan(draw * economies, economies);
            kernel.Score(draws[draw], found);
            Ranks(found, ranks.AsSpan(draw * economies, economies));
            return kernel;
        }, _ => { });

        var spread = new GapIndexSpread[economies];
        Parallel.For(0, economies, options, () => new double[draws.Count], (economy, _, sample) =>
        {
            spread[economy] = new(Column(scores, economy, economies, sample), Column(ranks, economy, economies, sample));
            return sample;
        }, _ => { });
        return spread;
    }

    /// <summary>Ranks of scores: 1 + the number of higher ones; equal scores share a rank.</summary>
    internal static double[] Ranks(ReadOnlySpan<double> scores)
    {
        var ranks = new double[scores.Length];
        Ranks(scores, ranks);
        return ranks;
    }

    private static void Ranks(ReadOnlySpan<double> scores, Span<double> ranks)
    {
        var sorted = scores.ToArray();
        var places = new int[scores.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(sorted, places);
        for (var i = places.Length - 1; i >= 0; i--)
        {
            var tied = i < places.Length - 1 && sorted[i] == sorted[i + 1];
            ranks[places[i]] = tied ? ranks[places[i + 1]] : places.Length - i;
        }
    }

    private static Percentiles Column(double[] matrix, int column, int columns, double[] sample)
    {
        for (var draw = 0; draw < sample.Length; draw++)
        {
            sample[draw] = matrix[(draw * columns) + column];
        }

        return Percentiles.Of(sample);
    }
}
