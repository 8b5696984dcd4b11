namespace DivideMetrics.Statistics;

/// <summary>What measures of inequality ask of their values.</summary>
internal static class Positive
{
    /// <summary>The weighted mean of values of at least 0, when it is above 0; else the reason why inequality is not assessable.</summary>
    internal static Assessed Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = WeightedMean.Of(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                return Assessed.Not(FormattableString.Invariant($"a value is negative ({values[i]}): inequality is measured on values of at least 0"));
            }
        }

        return mean.Value is 0 ? Assessed.Not("the mean is 0") : mean;
    }
}
