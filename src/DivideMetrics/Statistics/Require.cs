namespace DivideMetrics.Statistics;

/// <summary>Guards at the door of the pure functions: what they refuse is a bug of the caller, not a bad datum.</summary>
internal static class Require
{
    /// <summary>Every value is finite.</summary>
    internal static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Expected finite values, found {values[i]} at position {i}; leave missing values out."), name);
            }
        }
    }

    /// <summary>One finite weight of at least 0 for each finite value.</summary>
    internal static void Weighted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Same(values.Length, weights.Length, nameof(weights));
        Finite(values, nameof(values));
        Finite(weights, nameof(weights));
        foreach (var weight in weights)
        {
            if (weight < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Expected weights of at least 0, found {weight}."), nameof(weights));
            }
        }
    }

    /// <summary>Two spans of one length.</summary>
    internal static void Same(int expected, int found, string name)
    {
        if (expected != found)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected {expected} elements, found {found}; align the spans first."), name);
        }
    }

    /// <summary>A finite value for each year, years rising.</summary>
    internal static void Series(ReadOnlySpan<int> years, ReadOnlySpan<double> values)
    {
        Same(years.Length, values.Length, nameof(values));
        Finite(values, nameof(values));
        for (var i = 1; i < years.Length; i++)
        {
            if (years[i] <= years[i - 1])
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Expected rising years, found {years[i]} after {years[i - 1]}; sort the series."), nameof(years));
            }
        }
    }

    /// <summary>A finite number.</summary>
    internal static void Finite(double value, string name) => Finite([value], name);
}
