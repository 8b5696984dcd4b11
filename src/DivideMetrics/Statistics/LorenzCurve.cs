namespace DivideMetrics.Statistics;

/// <summary>A point of a Lorenz curve.</summary>
/// <param name="Population">Share (0–1) of the population, from the lowest value up.</param>
/// <param name="Amount">Share (0–1) of the amount that it holds.</param>
public readonly record struct LorenzPoint(double Population, double Amount);

/// <summary>The Lorenz curve: which share of an amount (users, for a percentage) is held by the lowest share of the population.</summary>
public static class LorenzCurve
{
    /// <summary>
    /// The corners of the curve: (0, 0), then one point after each economy in rising order of value, the last (1, 1). Both shares rise, and the curve
    /// lies on or below the diagonal. Economies of weight 0 have no point.
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="reason">Why there is no curve: nothing has weight, the mean is 0, or a value is negative; null when there is one.</param>
    /// <returns>The points; empty when there is no curve.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight.</exception>
    public static LorenzPoint[] Points(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, out string? reason)
    {
        var mean = Positive.Mean(values, weights);
        reason = mean.Value is null ? mean.Reason : null;
        return reason is null ? Points(Ascending.Of(values, weights)) : [];
    }

    /// <summary>
    /// Share held by the highest part of the population over the share held by the lowest part; an economy on the edge of a part is split. Without unit,
    /// at least high/low (all equal): 0.25 for the top 10 % over the bottom 40 %, 1 for 20 over 20; higher is more unequal. After G. Palma (2011).
    /// </summary>
    /// <param name="values">Finite values, missing ones left out.</param>
    /// <param name="weights">One weight of at least 0 for each value.</param>
    /// <param name="high">The highest part, as a share of the population above 0 and at most 1.</param>
    /// <param name="low">The lowest part, likewise.</param>
    /// <returns>Not assessable when nothing has weight, the mean is 0, a value is negative, or the lowest part holds nothing.</returns>
    /// <exception cref="ArgumentException">Spans of different length, a value that is not finite, a negative weight, a part outside its range.</exception>
    public static Assessed ShareRatio(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double high, double low)
    {
        Part(high, nameof(high));
        Part(low, nameof(low));
        var mean = Positive.Mean(values, weights);
        if (mean.Value is null)
        {
            return mean;
        }

        var points = Points(Ascending.Of(values, weights));
        var lowest = At(points, low);
        return lowest > 0
            ? Assessed.Of((1 - At(points, 1 - high)) / lowest)
            : Assessed.Not(FormattableString.Invariant($"the lowest {100 * low:0.#} % of the population hold nothing: no ratio"));
    }

    /// <summary>Share of the amount held by the lowest share of the population, linear between the corners.</summary>
    /// <param name="points">The corners of a curve.</param>
    /// <param name="population">From 0 to 1.</param>
    internal static double At(ReadOnlySpan<LorenzPoint> points, double population)
    {
        var after = 1;
        while (after < points.Length - 1 && points[after].Population < population)
        {
            after++;
        }

        var (low, high) = (points[after - 1], points[after]);
        var share = (population - low.Population) / (high.Population - low.Population);
        return low.Amount + (Math.Clamp(share, 0, 1) * (high.Amount - low.Amount));
    }

    private static LorenzPoint[] Points(Ascending sorted)
    {
        var points = new LorenzPoint[sorted.Values.Length + 1];
        double population = 0, amount = 0;
        for (var k = 0; k < sorted.Values.Length; k++)
        {
            population += sorted.Weights[k];
            amount += sorted.Weights[k] * sorted.Values[k];
            points[k + 1] = new(population, amount);
        }

        for (var k = 1; k < points.Length; k++)
        {
            points[k] = new(points[k].Population / population, points[k].Amount / amount);
        }

        return points;
    }

    private static void Part(double part, string name)
    {
        if (!(part is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, part, "Expected a part of the population above 0 and at most 1.");
        }
    }
}
