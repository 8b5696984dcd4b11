using DivideMetrics.Observations;
using Microsoft.Data.Analysis;

namespace DivideMetrics.Panels;

/// <summary>Two panels, or two sexes of one, side by side: the areas and years in which both have a value, as aligned arrays without missing ones.</summary>
/// <param name="Areas">REF_AREA of each pair; pairs are ordered by area, then year.</param>
/// <param name="Years">Year of each pair.</param>
/// <param name="Left">Value of the first.</param>
/// <param name="Right">Value of the second.</param>
public sealed record AlignedPairs(string[] Areas, int[] Years, double[] Left, double[] Right)
{
    private const string Area = "REF_AREA";
    private const string Year = "TIME_PERIOD";
    private const string LeftValue = "LEFT";
    private const string RightValue = "RIGHT";

    /// <summary>Number of pairs.</summary>
    public int Count => Areas.Length;

    /// <summary>
    /// Joins two panels on area and year. Only points that exist enter the frames: a frame's filters would read a missing value as 0, and its
    /// joins drop rows with a missing key, so neither is left to it.
    /// </summary>
    /// <param name="left">First panel.</param>
    /// <param name="right">Second panel; may be the first again, for another sex.</param>
    /// <param name="leftSex">The sex taken from the first.</param>
    /// <param name="rightSex">The sex taken from the second.</param>
    public static AlignedPairs Of(Panel left, Panel right, Sex leftSex = Sex.Total, Sex rightSex = Sex.Total)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (first, second) = (FrameOf(left, leftSex, LeftValue), FrameOf(right, rightSex, RightValue));
        if (first.Rows.Count == 0 || second.Rows.Count == 0)
        {
            return new([], [], [], []);
        }

        var joined = first.Merge(second, [Area, Year], [Area, Year], "_L", "_R", JoinAlgorithm.Inner);
        var pairs = Enumerable.Range(0, (int)joined.Rows.Count)
            .Select(row => (
                Area: (string)joined[Area + "_L"][row],
                Year: (int)joined[Year + "_L"][row],
                Left: (double)joined[LeftValue][row],
                Right: (double)joined[RightValue][row]))
            .OrderBy(pair => pair.Area, StringComparer.Ordinal).ThenBy(pair => pair.Year)
            .ToList();
        return new(
            [.. pairs.Select(pair => pair.Area)],
            [.. pairs.Select(pair => pair.Year)],
            [.. pairs.Select(pair => pair.Left)],
            [.. pairs.Select(pair => pair.Right)]);
    }

    private static DataFrame FrameOf(Panel panel, Sex sex, string name)
    {
        var rows = panel.Areas.SelectMany(area =>
        {
            var series = panel.SeriesOf(area, sex);
            return series.Years.Zip(series.Values, (year, value) => (area, year, value));
        }).ToList();
        return new DataFrame(
            new StringDataFrameColumn(Area, rows.Select(row => row.area)),
            new Int32DataFrameColumn(Year, rows.Select(row => row.year)),
            new DoubleDataFrameColumn(name, rows.Select(row => row.value)));
    }
}
