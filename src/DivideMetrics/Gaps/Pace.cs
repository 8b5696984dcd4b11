using DivideMetrics.Panels;
using DivideMetrics.Statistics;

namespace DivideMetrics.Gaps;

/// <summary>Change per year over the last years of a series.</summary>
/// <param name="From">First year used.</param>
/// <param name="To">Last year used.</param>
/// <param name="PerYear">(x_to − x_from) / (to − from), in the indicator's unit per year; above 0 rising.</param>
public readonly record struct Pace(int From, int To, double PerYear)
{
    /// <summary>How many years a pace looks back from the latest value.</summary>
    public const int Window = 5;

    /// <summary>Fewest years between the two values: the change of a year or two is mostly noise.</summary>
    public const int LeastSpan = 3;

    /// <summary>The formula, for measures that rest on it.</summary>
    internal const string Formula =
        "pace = (x_t − x_s)/(t − s), t the latest year, s the first with a value in the five years before it, at least three years before, after the last break";

    /// <summary>The years in words.</summary>
    internal string Basis => FormattableString.Invariant($"pace from {From} to {To}");

    /// <summary>The pace from the earliest value of the last <see cref="Window"/> years to the latest.</summary>
    /// <param name="years">Years, rising.</param>
    /// <param name="values">One finite value for each year.</param>
    /// <param name="reason">Why there is none; null when there is one.</param>
    /// <returns>The pace; null when no value stands from <see cref="LeastSpan"/> to <see cref="Window"/> years before the latest.</returns>
    /// <exception cref="ArgumentException">Spans of different length, years not rising, a value that is not finite.</exception>
    public static Pace? Of(ReadOnlySpan<int> years, ReadOnlySpan<double> values, out string? reason)
    {
        Require.Series(years, values);
        reason = years.IsEmpty ? "no value" : null;
        for (var i = 0; i < years.Length; i++)
        {
            var span = years[^1] - years[i];
            var perYear = (values[^1] - values[i]) / span;
            if (span is >= LeastSpan and <= Window && double.IsFinite(perYear))
            {
                return new Pace(years[i], years[^1], perYear);
            }
        }

        reason ??= FormattableString.Invariant($"no pace: no value from {years[^1] - Window} to {years[^1] - LeastSpan} to compare that of {years[^1]} with");
        return null;
    }

    /// <summary>The pace of a series, told with its cut.</summary>
    internal static Pace? Of(YearSeries series, out string? reason)
    {
        var pace = Of(series.Years, series.Values, out reason);
        reason = reason is null || series.Remark is null ? reason : $"{reason}; {series.Remark}";
        return pace;
    }
}
