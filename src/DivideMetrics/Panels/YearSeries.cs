using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>A series without missing points as aligned arrays.</summary>
/// <param name="Years">Years, rising.</param>
/// <param name="Values">One finite value for each year.</param>
/// <param name="Statuses">One status for each year.</param>
public sealed record YearSeries(int[] Years, double[] Values, ObsStatus[] Statuses)
{
    /// <summary>Number of points.</summary>
    public int Count => Years.Length;

    /// <summary>The points of a year and later.</summary>
    public YearSeries Since(int year)
    {
        var first = Years.Count(candidate => candidate < year);
        return first == 0 ? this : new YearSeries(Years[first..], Values[first..], Statuses[first..]);
    }

    /// <summary>The points from the last break (status B) on: those before it are not comparable. The whole series when it has no break.</summary>
    public YearSeries SinceLastBreak()
    {
        var last = Array.LastIndexOf(Statuses, ObsStatus.B);
        return last <= 0 ? this : Since(Years[last]);
    }
}
