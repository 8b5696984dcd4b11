using System.Globalization;

namespace DivideMetrics.Quality.Checks;

/// <summary>
/// Areas published before that are still there, by number and by population, in all and of each series that is. An area out of a series
/// is a Finding <c>area-gone</c>; less than <see cref="LeastLost"/> areas never hold, however populous.
/// </summary>
internal static class AreaCoverage
{
    private const int LeastLost = 3;

    public static IEnumerable<string> Check(GateView view)
    {
        var (all, still) = (new HashSet<int>(), new HashSet<int>());
        var (fewAreas, fewPeople) = (new List<string>(), new List<string>());
        foreach (var run in view.Series.Where(run => run.IsKept))
        {
            var (had, has) = (LastRows(view.Before(run)), LastRows(view.Now(run)));
            foreach (var (area, last) in had.Where(pair => !has.ContainsKey(pair.Key)))
            {
                Report(view, run, area, last);
            }

            all.UnionWith(had.Keys);
            still.UnionWith(has.Keys);
            Judge(view, run.Name, (had.Keys, has.ContainsKey), (fewAreas, fewPeople));
        }

        Judge(view, "the source", (all, still.Contains), (fewAreas, fewPeople));
        return Reasons(view, fewAreas, fewPeople);
    }

    /// <summary>The last row of each area that has a value.</summary>
    private static Dictionary<int, (int Year, double Value)> LastRows(SeriesSlice rows)
    {
        var last = new Dictionary<int, (int Year, double Value)>();
        for (int start = 0, end; start < rows.Keys.Length; start = end)
        {
            end = rows.EndOfArea(start);
            var index = end - 1;
            while (index >= start && double.IsNaN(rows.Values[index]))
            {
                index--;
            }

            if (index >= start)
            {
                last.Add(rows.AreaAt(index), (rows.YearAt(index), rows.Values[index]));
            }
        }

        return last;
    }

    private static void Report(GateView view, SeriesRun run, int area, (int Year, double Value) last) => view.Input.Findings.Add(new(
        "area-gone", Severity.Warning, $"{run.Name} had values for this area, the last of them in this period, and has none now.",
        run.Key.Code, view.AreaOf(area), last.Year.ToString(CultureInfo.InvariantCulture), Old: last.Value));

    private static void Judge(
        GateView view,
        string name,
        (IReadOnlyCollection<int> All, Func<int, bool> IsLeft) areas,
        (List<string> Areas, List<string> People) few)
    {
        var left = areas.All.Where(areas.IsLeft).ToList();
        if (areas.All.Count - left.Count < LeastLost)
        {
            return;
        }

        if (left.Count < view.Limits.MinAreaShare * areas.All.Count)
        {
            few.Areas.Add(FormattableString.Invariant($"{name} ({left.Count} of {areas.All.Count})"));
        }

        var (people, before) = (People(view, left), People(view, areas.All));
        if (people < view.Limits.MinPopulationShare * before)
        {
            few.People.Add(FormattableString.Invariant($"{name} ({people / before:p1})"));
        }
    }

    private static IEnumerable<string> Reasons(GateView view, List<string> fewAreas, List<string> fewPeople)
    {
        if (fewAreas.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"Too few of the areas published before are left in {Listing.Of(fewAreas)}; ")
                + FormattableString.Invariant($"at least {view.Limits.MinAreaShare:p1} must be.");
        }

        if (fewPeople.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"Too little of the population of the areas published before is left in {Listing.Of(fewPeople)}; ")
                + FormattableString.Invariant($"at least {view.Limits.MinPopulationShare:p1} must be.");
        }
    }

    private static double People(GateView view, IEnumerable<int> areas) =>
        areas.Select(view.AreaOf).Order(StringComparer.Ordinal).Sum(area => view.Input.Population.GetValueOrDefault(area));
}
