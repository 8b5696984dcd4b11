using DivideMetrics.Observations;
using DivideMetrics.Panels;

namespace DivideMetrics.Gaps;

/// <summary>Every group in every year, computed when first asked for and then shared by all measures. Lives for one computation.</summary>
/// <param name="panel">Values.</param>
/// <param name="keptOut">Points that do not count in groups.</param>
/// <param name="weights">Populations.</param>
/// <param name="economies">Codes of the economies.</param>
/// <param name="members">Codes of the members of each group, all of them economies.</param>
internal sealed class GroupYears(
    Panel panel, IReadOnlySet<(string Area, int Year, Sex Sex)> keptOut, WeightTable weights, IReadOnlyList<string> economies,
    IReadOnlyDictionary<string, string[]> members)
{
    private readonly Dictionary<(string Group, int Year, Sex Sex), GroupYear> _groups = [];
    private readonly Dictionary<(int Year, Sex Sex), MemberValue[]> _years = [];
    private readonly Dictionary<string, int[]> _places = PlacesOf(economies, members);

    /// <summary>A group in a year.</summary>
    internal GroupYear At(string group, int year, Sex sex = Sex.Total)
    {
        if (!_groups.TryGetValue((group, year, sex), out var found))
        {
            _groups[(group, year, sex)] = found = new(group, year, MembersAt(group, year, sex));
        }

        return found;
    }

    /// <summary>Every member of a group with what is known of it in a year, in the order of its codes.</summary>
    internal MemberValue[] MembersAt(string group, int year, Sex sex = Sex.Total)
    {
        var everyone = EveryoneAt(year, sex);
        return Array.ConvertAll(_places[group], place => everyone[place]);
    }

    private MemberValue[] EveryoneAt(int year, Sex sex)
    {
        if (!_years.TryGetValue((year, sex), out var found))
        {
            _years[(year, sex)] = found = [.. economies.Select(code => MemberOf(code, year, sex))];
        }

        return found;
    }

    private MemberValue MemberOf(string code, int year, Sex sex) => keptOut.Contains((code, year, sex))
        ? new(code, null, weights.At(code, year)) { KeptOut = true }
        : new(code, panel.At(code, year, sex), weights.At(code, year));

    private static Dictionary<string, int[]> PlacesOf(IReadOnlyList<string> economies, IReadOnlyDictionary<string, string[]> members)
    {
        var places = economies.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return members.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, code => places[code]), StringComparer.Ordinal);
    }
}
