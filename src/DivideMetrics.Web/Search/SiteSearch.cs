using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Search;

/// <summary>
/// The search over economies, territories, groups and indicators: by name in any of the six languages, by other names and words, and by code;
/// accents, case, spaces and the order of words do not count. What comes near is found where nothing else is.
/// </summary>
internal sealed class SiteSearch(Catalog catalog)
{
    private const int MostNear = 10;
    private const int OfEachKind = 2;
    private readonly Lazy<IReadOnlyList<SearchEntry>> _entries = new(() => SearchIndex.Of(catalog));

    /// <summary>Everything that a text finds, best first, with names in the reader's language.</summary>
    public IReadOnlyList<SearchHit> Find(string text)
    {
        var query = new SearchQuery(text, Language.Current.Code);
        if (query.IsEmpty)
        {
            return [];
        }

        var found = Ordered(query.Best).ToList();
        return found.Count > 0 ? found : Ordered(query.Nearest).Take(MostNear).ToList();
    }

    /// <summary>Economies, territories and groups that a text finds, best first.</summary>
    public IReadOnlyList<SearchHit> FindAreas(string text, int most) => Find(text).Where(hit => hit.Kind != SearchKind.Indicator).Take(most).ToList();

    /// <summary>The best of what a text finds, with some of each kind, kind by kind.</summary>
    /// <param name="text">What a reader has typed so far.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SearchHit> Suggest(string text, int most)
    {
        var hits = Find(text);
        var kept = hits.GroupBy(hit => hit.Kind).SelectMany(kind => kind.Take(OfEachKind)).Union(hits).Take(most).ToHashSet();
        return hits.Where(kept.Contains).GroupBy(hit => hit.Kind).SelectMany(kind => kind).ToList();
    }

    private IEnumerable<SearchHit> Ordered(Func<SearchEntry, TermMatch?> match) => _entries.Value
        .Select(entry => (Entry: entry, Match: match(entry)))
        .Where(found => found.Match is not null)
        .Select(found => (found.Entry, Match: found.Match!, Hit: Hit(found.Entry, found.Match!)))
        .OrderBy(found => found.Match.Rank).ThenBy(found => found.Match.Distance)
        .ThenBy(found => !found.Entry.IsPrimary).ThenBy(found => found.Entry.Kind)
        .ThenBy(found => found.Entry.Kind == SearchKind.Area ? found.Hit.Name : "", Names.Order)
        .Select(found => found.Hit);

    private SearchHit Hit(SearchEntry entry, TermMatch match)
    {
        var (name, text) = (NameOf(entry), match.Term.Text);
        var by = By(entry.Kind, match.Term, name);
        var (start, length) = by == FoundBy.Name && text.Original != name ? (0, 0) : text.Part(match.At, match.Count);
        return new(entry.Kind, entry.Code, name, by, text.Original, start, length) { IsNear = match.Rank == SearchRank.Near };
    }

    private static FoundBy By(SearchKind kind, SearchTerm term, string name) => term.Kind switch
    {
        TermKind.Code => FoundBy.Code,
        TermKind.Dimension => FoundBy.Dimension,
        _ when SearchText.Of(name).Letters == term.Text.Letters => FoundBy.Name,
        _ => kind == SearchKind.Indicator ? FoundBy.OtherWord : FoundBy.OtherName,
    };

    private string NameOf(SearchEntry entry) => entry.Kind == SearchKind.Indicator ? T(catalog.FindIndicator(entry.Code)!.Title) : catalog.Areas.LocalName(entry.Code);
}
