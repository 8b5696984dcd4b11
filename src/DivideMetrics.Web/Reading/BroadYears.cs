namespace DivideMetrics.Web.Reading;

/// <summary>Years for which enough areas have a value to stand for all.</summary>
internal static class BroadYears
{
    /// <summary>The years with at least two thirds of the areas of the best informed year, in order; empty without values.</summary>
    /// <param name="years">The year of each value.</param>
    public static IReadOnlyList<int> Of(IEnumerable<int> years)
    {
        var counts = years.CountBy(year => year).ToList();
        var most = counts.Select(year => year.Value).DefaultIfEmpty(0).Max();
        return counts.Where(year => year.Value * 3 >= most * 2).Select(year => year.Key).Order().ToList();
    }
}
