using System.Globalization;
using System.Text;

namespace DivideMetrics.Areas;

/// <summary>All reference areas, groups, memberships, names in other languages and providers' spellings. Immutable.</summary>
public sealed class AreaCatalog
{
    /// <summary>Code of the world: of the group of all economies, and of a provider's own world row.</summary>
    public const string World = "WLD";

    /// <summary>Code of the group of the least developed countries.</summary>
    public const string LeastDeveloped = "LDC";

    private readonly Dictionary<string, Area> _byCode;
    private readonly Dictionary<string, Area> _byIso2;
    private readonly Dictionary<int, Area> _byM49;
    private readonly Dictionary<string, AreaGroup> _groups;
    private readonly ILookup<string, GroupMembership> _byGroup;
    private readonly ILookup<string, GroupMembership> _byArea;
    private readonly Dictionary<string, string> _spellings;
    private readonly ILookup<string, string> _written;
    private readonly Dictionary<(string Code, string Language), string> _names;

    /// <summary>Builds the catalog.</summary>
    /// <param name="areas">Every area once.</param>
    /// <param name="groups">Every group once.</param>
    /// <param name="memberships">Dated memberships.</param>
    /// <param name="spellings">Provider's spelling → REF_AREA. Compared after <see cref="Normalize"/>.</param>
    /// <param name="names">Names by code and language (BCP 47, for example <c>fr</c>).</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public AreaCatalog(
        IEnumerable<Area> areas,
        IEnumerable<AreaGroup> groups,
        IEnumerable<GroupMembership> memberships,
        IEnumerable<KeyValuePair<string, string>> spellings,
        IEnumerable<KeyValuePair<(string Code, string Language), string>> names)
    {
        All = areas.OrderBy(area => area.Code, StringComparer.Ordinal).ToList();
        Groups = groups.ToList();
        _byCode = All.ToDictionary(area => area.Code, StringComparer.Ordinal);
        _byIso2 = All.Where(area => area.Iso2 is not null).ToDictionary(area => area.Iso2!, StringComparer.Ordinal);
        _byM49 = All.Where(area => area.M49 is not null).ToDictionary(area => area.M49!.Value);
        _groups = Groups.ToDictionary(group => group.Code, StringComparer.Ordinal);
        var all = memberships.ToList();
        _byGroup = all.ToLookup(membership => membership.Group, StringComparer.Ordinal);
        _byArea = all.ToLookup(membership => membership.Area, StringComparer.Ordinal);
        _names = new(names);
        _spellings = new(StringComparer.Ordinal);
        foreach (var area in All)
        {
            _spellings.TryAdd(Normalize(area.Name), area.Code);
        }

        var written = spellings.ToList();
        _written = written.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        foreach (var (spelling, code) in written)
        {
            _spellings[Normalize(spelling)] = code;
        }
    }

    /// <summary>Every area, ordered by code.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>Every group.</summary>
    public IReadOnlyList<AreaGroup> Groups { get; }

    /// <summary>REF_AREA by normalised spelling, names included.</summary>
    public IReadOnlyDictionary<string, string> Spellings => _spellings;

    /// <summary>The spellings of an area's name as providers and people write them, in the order of the seeds.</summary>
    /// <param name="code">REF_AREA.</param>
    public IEnumerable<string> SpellingsOf(string code) => _written[code];

    /// <summary>The economies: the areas over which group measures run.</summary>
    public IEnumerable<Area> Economies => All.Where(area => area.Kind == AreaKind.Economy);

    /// <summary>The area with this code, or null.</summary>
    public Area? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The area with this two-letter code (ISO 3166-1 alpha-2, or the World Bank's for aggregates: XD is HIC), or null.</summary>
    public Area? FindByIso2(string iso2) => _byIso2.GetValueOrDefault(iso2);

    /// <summary>The area with this UN M49 number, or null.</summary>
    public Area? FindByM49(int number) => _byM49.GetValueOrDefault(number);

    /// <summary>The group with this code, or null.</summary>
    public AreaGroup? FindGroup(string code) => _groups.GetValueOrDefault(code);

    /// <summary>The groups of one kind, in seed order.</summary>
    public IEnumerable<AreaGroup> GroupsOf(AreaGroupKind kind) => Groups.Where(group => group.Kind == kind);

    /// <summary>
    /// Codes of the economies in a group, ordered: of the latest classification, or on a given day. Measures of groups run over these.
    /// Empty when the group is unknown, or when nothing is known of that day.
    /// </summary>
    public IReadOnlyList<string> MembersOf(string group, DateOnly? on = null) =>
        AllMembersOf(group, on).Where(code => Find(code)?.Kind == AreaKind.Economy).ToList();

    /// <summary>Like <see cref="MembersOf"/>, with the areas that are no economies (UN groups have such members).</summary>
    public IReadOnlyList<string> AllMembersOf(string group, DateOnly? on = null) =>
        _byGroup[group].Where(membership => Holds(membership, on)).Select(membership => membership.Area)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    /// <summary>
    /// The group of one kind to which an area belongs (latest classification, or on a given day): the first in seed order, so the UN region
    /// and not the sub-region; null when none.
    /// </summary>
    public AreaGroup? GroupOf(string area, AreaGroupKind kind, DateOnly? on = null) =>
        _byArea[area].Where(membership => Holds(membership, on)).Select(membership => FindGroup(membership.Group))
            .FirstOrDefault(group => group?.Kind == kind);

    /// <summary>Every group to which an area belongs in the latest classification.</summary>
    public IReadOnlyList<AreaGroup> GroupsOfArea(string area) =>
        _byArea[area].Where(membership => Holds(membership, null)).Select(membership => FindGroup(membership.Group))
            .OfType<AreaGroup>().ToList();

    /// <summary>REF_AREA for a provider's spelling of a name (case, accents, outer and double spaces do not count); null when unknown.</summary>
    public string? Resolve(string spelling) => _spellings.GetValueOrDefault(Normalize(spelling));

    /// <summary>Display name of an area or group; English when the language has none, the code itself when it is unknown.</summary>
    public string NameOf(string code, string language = "en") =>
        _names.GetValueOrDefault((code, language)) ?? Find(code)?.Name ?? FindGroup(code)?.Name ?? code;

    /// <summary>
    /// The economies and territories nearest to a text that names none: by code, by name in any spelling, and by edit distance. Best first.
    /// </summary>
    /// <param name="text">What a reader typed.</param>
    /// <param name="max">How many at most.</param>
    public IReadOnlyList<Area> Suggest(string text, int max = 5)
    {
        var wanted = Normalize(text);
        var names = _spellings.Select(pair => (Name: pair.Key, Code: pair.Value)).Concat(All.Select(area => (Name: Normalize(area.Code), area.Code)));
        if (FindByIso2(text.Trim().ToUpperInvariant()) is { } exact)
        {
            names = names.Append((wanted, exact.Code));
        }

        var near = Nearest(names.Select(pair => (NameDistance.Between(wanted, pair.Name), _byCode[pair.Code])), max);
        return near.Count > 0 ? near : Nearest(All.Select(area => (NameDistance.BetweenCodes(wanted, Normalize(area.Code)), area)), max);
    }

    private static List<Area> Nearest(IEnumerable<(double? Distance, Area Area)> candidates, int max) =>
        candidates.Where(candidate => candidate.Distance is not null && candidate.Area.Kind != AreaKind.Aggregate)
            .GroupBy(candidate => candidate.Area, candidate => candidate.Distance!.Value)
            .OrderBy(group => group.Min()).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => group.Key).Take(max).ToList();

    /// <summary>Lower case, without accents and punctuation, single spaces.</summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(character))
            {
                result.Append(char.ToLowerInvariant(character));
            }
            else if (result.Length > 0 && result[^1] != ' ' && character is not ('\'' or '’' or '.'))
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The text without halves of surrogate pairs, which cannot be decomposed.</summary>
    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    private static bool Holds(GroupMembership membership, DateOnly? on) =>
        on is { } day ? membership.HoldsOn(day) : membership.ValidTo is null;
}
