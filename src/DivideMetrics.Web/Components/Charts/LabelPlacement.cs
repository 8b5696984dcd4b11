namespace DivideMetrics.Web.Components.Charts;

/// <summary>Keeps the labels at the ends of lines apart.</summary>
internal static class LabelPlacement
{
    /// <summary>
    /// Positions near the wanted ones, in the same order of height, at least <paramref name="distance"/> apart and not above <paramref name="top"/>.
    /// </summary>
    public static IReadOnlyList<double> Spread(IReadOnlyList<double> wanted, double distance, double top)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderByDescending(index => wanted[index]).ToList();
        var places = new double[wanted.Count];
        var ceiling = top;
        foreach (var index in order)
        {
            places[index] = Math.Min(wanted[index], ceiling);
            ceiling = places[index] - distance;
        }

        // What was pushed below the axis moves up again, from the lowest label on.
        var floor = 0.0;
        foreach (var index in Enumerable.Reverse(order))
        {
            places[index] = Math.Max(places[index], floor);
            floor = places[index] + distance;
        }

        return places;
    }
}
