using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>A series without missing points as aligned arrays.</summary>
/// <param name="Years">Years, rising.</param>
/// <param name="Values">One finite value for each year.</param>
/// <param name="Statuses">One status for each year.</param>
public sealed record YearSeries(int[] Years, double[] Values, ObsStatus[] Statuses)
{
    /// <summary>Where the series was cut and why (see <see cref="BreakTable"/>), for a result that follows it over time; null for a whole series.</summary>
    public string? Remark { get; init; }

    /// <summary>Number of points.</summary>
    public int Count => Years.Length;

    /// <summary>The points of a year and later.</summary>
    public YearSeries Since(int year)
    {
        var first = IndexOf(year);
        return first == 0 ? this : this with { Years = Years[first..], Values = Values[first..], Statuses = Statuses[first..] };
    }

    /// <summary>The points of a year and earlier.</summary>
    public YearSeries Until(int year)
    {
        var end = IndexOf(year + 1);
        return end == Count ? this : this with { Years = Years[..end], Values = Values[..end], Statuses = Statuses[..end] };
    }

    private int IndexOf(int year)
    {
        var found = Array.BinarySearch(Years, year);
        return found < 0 ? ~found : found;
    }
}
