using DivideMetrics.Areas;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Reading;

/// <summary>Finds areas and groups by what a reader types.</summary>
internal static class AreaSearch
{
    private const int None = 3;

    /// <summary>Groups and areas whose code is the text, or whose name has a word that starts with it; economies and territories only, best first. Names are those of the reader's language; English ones are found too.</summary>
    public static IReadOnlyList<(string Code, string Name)> Find(AreaCatalog areas, string text, int most)
    {
        var wanted = AreaCatalog.Normalize(text);
        if (wanted.Length == 0)
        {
            return [];
        }

        var groups = areas.Groups.Select(group => (group.Code, Name: Names.Of(group), English: group.Name));
        var singles = areas.All.Where(area => area.Kind != AreaKind.Aggregate).Select(area => (area.Code, Name: Names.Of(area), English: area.Name));
        return groups.Concat(singles).DistinctBy(candidate => candidate.Code)
            .Select(candidate => (candidate.Code, candidate.Name, Place: PlaceOf(wanted, candidate.Code, [candidate.Name, candidate.English])))
            .Where(candidate => candidate.Place < None)
            .OrderBy(candidate => candidate.Place).ThenBy(candidate => candidate.Name, Names.Order)
            .Take(most).Select(candidate => (candidate.Code, candidate.Name)).ToList();
    }

    // 0: the code; 1: a name starts so; 2: a later word starts so, or in a language without spaces any part of the name is so; 3: no match.
    private static int PlaceOf(string wanted, string code, IEnumerable<string> names) =>
        string.Equals(code, wanted, StringComparison.OrdinalIgnoreCase) ? 0 : names.Select(AreaCatalog.Normalize).Min(name => PlaceIn(name, wanted));

    private static int PlaceIn(string name, string wanted) => name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(Language.Current.Code == "zh" ? wanted : " " + wanted, StringComparison.Ordinal) ? 2 : None;
}
