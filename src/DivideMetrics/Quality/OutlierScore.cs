using DivideMetrics.Quality.Checks;
using DivideMetrics.Sources;

namespace DivideMetrics.Quality;

/// <summary>
/// How unusual a point is as the successor of the one before it in its area: the modified z-score 0.6745 (d − m)/s of Iglewicz and
/// Hoaglin (How to Detect and Handle Outliers, 1993), signed, without unit. d is the yearly first difference of the transformed values;
/// m is the median of the area's differences (of the whole series' where the area has less than <see cref="LeastOfArea"/>); s is the
/// greater of the median absolute deviations of the area's and of the series' differences, so that a smooth area is not measured by its
/// own rounding. They call |score| above 3.5 an outlier of a normal sample; figures of countries have heavier tails, so sources set
/// their own limit.
/// </summary>
/// <remarks>
/// Percentages and indices with declared bounds are transformed by ln((x − min + h)/(max − x + h)), h = 0.5 % of their distance (the
/// empirical logit); other units by ln(x + 1 % of the area's median), where no value is negative; all else is left as it is. So a score
/// does not depend on the unit.
/// </remarks>
internal static class OutlierScore
{
    /// <summary>Differences that an area needs for a median of its own.</summary>
    public const int LeastOfArea = 5;

    /// <summary>Differences that a series needs to be scored at all.</summary>
    public const int LeastOfSeries = 10;

    private const double Consistency = 0.6745;

    /// <summary>The score of each row; NaN where there is no value, none before it in its area, or too little to compare with.</summary>
    public static double[] Of(SeriesSlice rows, SourceSeries series)
    {
        var scores = Differences(rows, series);
        var (all, work) = (scores.Where(double.IsFinite).ToArray(), new double[rows.Keys.Length]);
        var (median, deviation) = (Median.Of(all), Median.AbsoluteDeviation(all, Median.Of(all)));
        if (all.Length < LeastOfSeries || !(deviation > 0))
        {
            Array.Fill(scores, double.NaN);
            return scores;
        }

        for (int start = 0, end; start < scores.Length; start = end)
        {
            end = rows.EndOfArea(start);
            Score(scores.AsSpan(start..end), work, (median, deviation));
        }

        return scores;
    }

    /// <summary>Turns the differences of an area into their scores.</summary>
    private static void Score(Span<double> differences, Span<double> work, (double Median, double Deviation) series)
    {
        var count = 0;
        foreach (var difference in differences)
        {
            if (double.IsFinite(difference))
            {
                work[count++] = difference;
            }
        }

        var own = work[..count];
        var enough = count >= LeastOfArea;
        var median = enough ? Median.Of(own) : series.Median;
        var deviation = enough ? Math.Max(Median.AbsoluteDeviation(own, median), series.Deviation) : series.Deviation;
        foreach (ref var difference in differences)
        {
            difference = Consistency * (difference - median) / deviation;
        }
    }

    /// <summary>Yearly first differences of the transformed values, within each area.</summary>
    private static double[] Differences(SeriesSlice rows, SourceSeries series)
    {
        var differences = rows.Values.ToArray();
        for (int start = 0, end; start < differences.Length; start = end)
        {
            end = rows.EndOfArea(start);
            ValueScale.Of(series, rows.Values[start..end]).Transform(differences.AsSpan(start..end));
            var (last, before) = (double.NaN, 0);
            for (var index = start; index < end; index++)
            {
                var (value, year) = (differences[index], rows.YearAt(index));
                differences[index] = (value - last) / (year - before);
                (last, before) = double.IsNaN(value) ? (last, before) : (value, year);
            }
        }

        return differences;
    }
}
