namespace DivideMetrics.Web.Explore;

/// <summary>Spearman's rank correlation.</summary>
internal static class RankCorrelation
{
    /// <summary>Pearson's correlation of the ranks, ties with their mean rank: −1 to 1; 0 where one of the two does not vary.</summary>
    public static double Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (x, y) = (Ranks(first), Ranks(second));
        var mean = (x.Length + 1) / 2.0;
        var (together, alone, other) = (0.0, 0.0, 0.0);
        for (var index = 0; index < x.Length; index++)
        {
            together += (x[index] - mean) * (y[index] - mean);
            alone += (x[index] - mean) * (x[index] - mean);
            other += (y[index] - mean) * (y[index] - mean);
        }

        return alone == 0 || other == 0 ? 0 : together / Math.Sqrt(alone * other);
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var place = 1;
        foreach (var tie in Enumerable.Range(0, values.Count).GroupBy(index => values[index]).OrderBy(tie => tie.Key))
        {
            var tied = tie.ToList();
            tied.ForEach(index => ranks[index] = place + ((tied.Count - 1) / 2.0));
            place += tied.Count;
        }

        return ranks;
    }
}
