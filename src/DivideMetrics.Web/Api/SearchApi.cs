using DivideMetrics.Seeds;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>What the search finds first.</summary>
internal static class SearchApi
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 8;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    public static void Map(RouteGroupBuilder site) =>
        site.MapRead(AppUrls.SearchSuggestions, Suggest).WithMetadata(new SpeaksLanguages()).WithTags("Search").WithSummary("Countries, groups and indicators by name, other names, codes and words")
            .WithDescription(
                "q: what was typed, up to 200 characters; accents, case and the order of words do not count, and names are found in all six languages. "
                + "lang: the language of the names in the answer: en, fr, es, ar, zh or ru; English without it. At most 8, best first within each kind: "
                + "kind (area, group, indicator), code, name, address of its page, by (name, code, other-name, other-word, dimension) and found: by which word "
                + "it was found, of which the part from start of the given length was typed; isNear: true when it only comes near.")
            .ProducesProblem(400);

    private static Results<Ok<List<SearchRow>>, ProblemHttpResult> Suggest(
        [FromQuery(Name = "q")] string? text, [FromQuery(Name = ReaderLanguage.Parameter)] string? language, SiteSearch search, Catalog catalog, HttpResponse response)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > SearchQuery.MaxLength)
        {
            return Problems.Parameter(new("q", text ?? "", FormattableString.Invariant($"a text of 1 to {SearchQuery.MaxLength} characters")));
        }

        if (ReaderLanguage.ProblemOf(language) is { } unknown)
        {
            return Problems.Parameter(unknown);
        }

        response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = Kept };
        return TypedResults.Ok(search.Suggest(text, Most).Select(hit => SearchRow.Of(hit, catalog)).ToList());
    }
}

/// <summary>Something that was found, as the API writes it.</summary>
internal sealed record SearchRow(string Kind, string Code, string Name, string Address, string By, string Found, int Start, int Length, bool IsNear)
{
    public static SearchRow Of(SearchHit hit, Catalog catalog) => new(
        ApiJson.Word(hit.Kind), hit.Code, hit.Name, SearchLinks.AddressOf(hit, catalog), ApiJson.Word(hit.By), hit.Found, hit.Start, hit.Length, hit.IsNear);
}
