namespace DivideMetrics.Progress;

/// <summary>The stretch of a series from its base to its latest value, on which the rules of progress rest.</summary>
/// <param name="BaseYear">Year of the base: 2015, else the nearest year with a value, the earlier of two.</param>
/// <param name="Base">Value of that year.</param>
/// <param name="LatestYear">Year of the latest value, after 2015.</param>
/// <param name="Latest">Latest value.</param>
internal readonly record struct ProgressStretch(int BaseYear, double Base, int LatestYear, double Latest)
{
    /// <summary>Year from which progress counts.</summary>
    internal const int CountsFrom = 2015;

    internal int Years => LatestYear - BaseYear;

    /// <summary>Compound annual growth, (v_t/v_b)^(1/(t−b)) − 1; null unless the base is above 0 and the latest value at least 0.</summary>
    internal double? Growth => Base > 0 && Latest >= 0 ? Math.Pow(Latest / Base, 1.0 / Years) - 1 : null;

    /// <summary>Change a year, (v_t − v_b)/(t − b), in the indicator's unit.</summary>
    internal double Pace => (Latest - Base) / Years;

    /// <summary>Why there is no <see cref="Growth"/>.</summary>
    internal string NoGrowth => FormattableString.Invariant(
        $"no growth rate from {Base:0.####} ({BaseYear}) to {Latest:0.####} ({LatestYear}): it needs a base above 0 and values of at least 0");

    /// <summary>The stretch of a series, or the reason why it has none. Years rise, and there is one at least.</summary>
    internal static ProgressStretch? Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, out string? reason)
    {
        var latest = years.Length - 1;
        reason = years.Length < 2
            ? FormattableString.Invariant($"one year only ({years[latest]})")
            : years[latest] <= CountsFrom
                ? FormattableString.Invariant($"the latest value is of {years[latest]}; progress is measured from {CountsFrom} on")
                : null;
        return reason is null ? Between(years, values, NearestTo(CountsFrom, years[..latest])) : null;
    }

    /// <summary>The stretch over the years before the latest value, from the value nearest to that many years ago.</summary>
    internal static ProgressStretch Recent(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int span) =>
        Between(years, values, NearestTo(years[^1] - span, years[..^1]));

    private static ProgressStretch Between(ReadOnlySpan<int> years, ReadOnlySpan<double> values, int from) =>
        new(years[from], values[from], years[^1], values[^1]);

    private static int NearestTo(int year, ReadOnlySpan<int> years)
    {
        var best = 0;
        for (var i = 1; i < years.Length; i++)
        {
            if (Math.Abs(years[i] - year) < Math.Abs(years[best] - year))
            {
                best = i;
            }
        }

        return best;
    }
}
