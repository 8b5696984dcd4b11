using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Compare;

/// <summary>A comparison that a start offers.</summary>
/// <param name="Title">Which areas, in words.</param>
/// <param name="Areas">Their codes.</param>
public sealed record SuggestedComparison(string Title, IReadOnlyList<string> Areas);

/// <summary>Comparisons to begin with, from the groups and the figures that there are.</summary>
public static class CompareStart
{
    private const int Economies = 5;

    /// <summary>The indicator that counts people: the one that weights most group means; null when none is declared.</summary>
    public static Indicator? PeopleOf(Catalog catalog) => catalog.Indicators.Select(indicator => indicator.Weights).OfType<string>()
        .CountBy(id => id).OrderByDescending(id => id.Value).Select(id => catalog.FindIndicator(id.Key)).FirstOrDefault();

    /// <summary>The groups of a kind side by side; then of each income group the economies with most people.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="people">People by economy; null when unknown: then no economies are offered.</param>
    public static IReadOnlyList<SuggestedComparison> Of(AreaCatalog areas, IndicatorFacts? people)
    {
        var groups = new[] { AreaGroupKind.IncomeGroup, AreaGroupKind.WorldBankRegion }
            .Select(kind => (Kind: kind, Codes: areas.GroupsOf(kind).Select(group => group.Code).ToList()))
            .Where(kind => kind.Codes.Count is > 1 and <= CompareState.MostAreas)
            .Select(kind => new SuggestedComparison(Words.Of(kind.Kind), kind.Codes));
        var economies = people is null ? [] : areas.GroupsOf(AreaGroupKind.IncomeGroup)
            .Select(group => (Group: group, Codes: MostPeople(areas.MembersOf(group.Code), people)))
            .Where(group => group.Codes.Count > 1)
            .Select(group => new SuggestedComparison(T("{0}: the {1} economies with most people", Names.Of(group.Group), Numbers.Count(group.Codes.Count)), group.Codes));
        return [.. groups, .. economies];
    }

    private static List<string> MostPeople(IEnumerable<string> members, IndicatorFacts people) => members
        .Select(code => (Code: code, People: people.Latest(code)?.Value)).Where(member => member.People is not null)
        .OrderByDescending(member => member.People).Take(Economies).Select(member => member.Code).ToList();
}
