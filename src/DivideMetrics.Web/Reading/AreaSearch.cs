using DivideMetrics.Areas;

namespace DivideMetrics.Web.Reading;

/// <summary>Finds areas and groups by what a reader types.</summary>
internal static class AreaSearch
{
    /// <summary>Groups and areas whose code is the text, or whose name has a word that starts with it; economies and territories only, best first.</summary>
    public static IReadOnlyList<(string Code, string Name)> Find(AreaCatalog areas, string text, int most)
    {
        var wanted = AreaCatalog.Normalize(text);
        if (wanted.Length == 0)
        {
            return [];
        }

        var groups = areas.Groups.Select(group => (group.Code, group.Name));
        var singles = areas.All.Where(area => area.Kind != AreaKind.Aggregate).Select(area => (area.Code, area.Name));
        return groups.Concat(singles).DistinctBy(candidate => candidate.Code)
            .Select(candidate => (candidate.Code, candidate.Name, Place: PlaceOf(wanted, candidate.Code, candidate.Name)))
            .Where(candidate => candidate.Place >= 0)
            .OrderBy(candidate => candidate.Place).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(most).Select(candidate => (candidate.Code, candidate.Name)).ToList();
    }

    // 0: the code; 1: the name starts so; 2: a later word starts so; -1: no match.
    private static int PlaceOf(string wanted, string code, string name)
    {
        var normal = AreaCatalog.Normalize(name);
        if (string.Equals(code, wanted, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        return normal.StartsWith(wanted, StringComparison.Ordinal) ? 1 : normal.Contains(" " + wanted, StringComparison.Ordinal) ? 2 : -1;
    }
}
