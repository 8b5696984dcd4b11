using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Ratios of the top of a group to its bottom: of shares (Palma, 20/20) and of levels (P90/P10).</summary>
internal static class ShareRatios
{
    internal static Measure Palma { get; } = new(
        "palma", MeasureScope.Group, MeasureNeeds.Weights, context => ComputeShares(context, "palma", 0.1, 0.4))
    {
        Documented = [new(typeof(LorenzCurve), nameof(LorenzCurve.ShareRatio))],
        Title = "Palma-like ratio",
        Unit = "ratio",
        Formula = "share of the amount in the highest 10 % of the population / share in the lowest 40 %, economies sorted by x, the economy on the edge "
            + "split; parity is 10/40 = 0.25" + GroupMeasure.Rule,
        Reference = "After the ratio named after G. Palma, on users instead of income",
        Range = "0.25 (all equal) and above",
        HigherIsWider = true,
        Laws = MeasureLaws.Inequality,
    };

    internal static Measure Twenty { get; } = new(
        "ratio-20-20", MeasureScope.Group, MeasureNeeds.Weights, context => ComputeShares(context, "ratio-20-20", 0.2, 0.2))
    {
        Documented = [new(typeof(LorenzCurve), nameof(LorenzCurve.ShareRatio))],
        Title = "20/20 ratio",
        Unit = "ratio",
        Formula = "share of the amount in the highest 20 % of the population / share in the lowest 20 %, economies sorted by x, the economy on the edge "
            + "split; parity is 1" + GroupMeasure.Rule,
        Reference = "Quintile share ratio, on users instead of income",
        Range = "1 (all equal) and above",
        HigherIsWider = true,
        Laws = MeasureLaws.Inequality,
    };

    internal static Measure Percentiles { get; } = new("ratio-p90-p10", MeasureScope.Group, MeasureNeeds.Weights, ComputePercentiles)
    {
        Documented = [new(typeof(ShareRatios), nameof(ShareRatios.OfPercentiles))],
        Title = "P90/P10 ratio",
        Unit = "ratio",
        Formula = "90th over 10th percentile of the economies' values weighted by population, linear interpolation of the cumulated weights"
            + GroupMeasure.Rule,
        Reference = "Percentile ratio; weighted quantiles as for the median",
        Range = "1 (all equal) and above, for values of at least 0",
        HigherIsWider = true,
        Laws = MeasureLaws.Symmetric | MeasureLaws.ScaleInvariant | MeasureLaws.WeightUnitInvariant | MeasureLaws.IgnoresWeightless
            | MeasureLaws.NotNegative,
    };

    /// <summary>The 90th percentile over the 10th. Without unit, at least 1 (all equal).</summary>
    /// <returns>Not assessable when the 10th percentile is not above 0.</returns>
    internal static Assessed OfPercentiles(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (high, low) = (Quantile.Weighted(values, weights, 0.9), Quantile.Weighted(values, weights, 0.1));
        if (high.Value is not { } top || low.Value is not { } bottom)
        {
            return high;
        }

        return bottom > 0
            ? Assessed.Of(top / bottom)
            : Assessed.Not(FormattableString.Invariant($"the 10th percentile is {bottom}: no ratio"));
    }

    private static IEnumerable<Gap> ComputeShares(GapContext context, string id, double high, double low) =>
        GroupMeasure.ForGroups(context, id, group => LorenzCurve.ShareRatio(group.Values, group.Weights, high, low));

    private static IEnumerable<Gap> ComputePercentiles(GapContext context) =>
        GroupMeasure.ForGroups(context, Percentiles.Id, group => OfPercentiles(group.Values, group.Weights));
}
