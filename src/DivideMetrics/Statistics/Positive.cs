namespace DivideMetrics.Statistics;

/// <summary>What measures of inequality ask of their values.</summary>
internal static class Positive
{
    /// <summary>The weighted mean of values of at least 0, when it is above 0; else the reason why inequality is not assessable.</summary>
    internal static Assessed Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = WeightedMean.Of(values, weights);
        foreach (var value in values)
        {
            if (value < 0)
            {
                return Assessed.Not(FormattableString.Invariant($"a value is negative ({value}): inequality is measured on values of at least 0"));
            }
        }

        return mean.Value is 0 ? Assessed.Not("the mean is 0") : mean;
    }

    /// <summary>Like <see cref="Mean"/>, for measures that ask for the logarithm or the reciprocal of every value.</summary>
    internal static Assessed MeanWithoutZeros(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var mean = Mean(values, weights);
        for (var i = 0; mean.Value is not null && i < values.Length; i++)
        {
            if (values[i] == 0 && weights[i] > 0)
            {
                return Assessed.Not("a value is 0: this measure takes the logarithm or the reciprocal of every value");
            }
        }

        return mean;
    }
}
