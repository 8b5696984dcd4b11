using System.Globalization;
using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;

namespace DivideMetrics.Web.Search;

/// <summary>All that can be found, in all languages: the same for every reader.</summary>
internal static class SearchIndex
{
    /// <summary>Areas and groups, then indicators in display order.</summary>
    public static IReadOnlyList<SearchEntry> Of(Catalog catalog) =>
    [
        .. catalog.Areas.All.Where(area => area.Kind != AreaKind.Aggregate).Select(area => Entry(area, catalog.Areas)),
        .. catalog.Areas.Groups.Select(group => Entry(group, catalog.Areas)),
        .. catalog.Indicators.Select(Entry),
    ];

    private static SearchEntry Entry(Area area, AreaCatalog areas) => new(
        SearchKind.Area, area.Code, area.Kind == AreaKind.Economy,
        Distinct(
        [
            .. NamesOf(area.Code, areas),
            .. areas.SpellingsOf(area.Code).Select(spelling => Term(TermKind.Other, spelling)),
            .. new[] { area.Code, area.Iso2, area.M49?.ToString("D3", CultureInfo.InvariantCulture) }.OfType<string>().Select(code => Term(TermKind.Code, code)),
        ]));

    private static SearchEntry Entry(AreaGroup group, AreaCatalog areas) =>
        new(SearchKind.Group, group.Code, true, Distinct([.. NamesOf(group.Code, areas), Term(TermKind.Code, group.Code)]));

    private static SearchEntry Entry(Indicator indicator) => new(
        SearchKind.Indicator, indicator.Id, indicator is { Awaiting: null, PartOf: null },
        Distinct(
        [
            .. Said(TermKind.Name, indicator.Title),
            .. indicator.Synonyms.SelectMany(words => words.Value.Select(word => Term(TermKind.Other, word, words.Key))),
            .. indicator.Series.Select(series => series.Code).Prepend(indicator.SdgIndicator).Prepend(indicator.Id).OfType<string>().Select(code => Term(TermKind.Code, code)),
            .. Said(TermKind.Dimension, indicator.Dimension),
        ]));

    private static IEnumerable<SearchTerm> NamesOf(string code, AreaCatalog areas) =>
        Language.All.Select(language => Term(TermKind.Name, areas.NameOf(code, language.Code), language.Code));

    /// <summary>A text of the seeds in English and in all languages that it is translated into.</summary>
    private static IEnumerable<SearchTerm> Said(TermKind kind, string english) => Language.All
        .Select(language => (language.Code, Text: language == Language.English ? english : Translations.Of(language).GetValueOrDefault(english)))
        .Where(said => said.Text is not null).Select(said => Term(kind, said.Text!, said.Code));

    private static SearchTerm Term(TermKind kind, string text, string? language = null) => new(kind, SearchText.Of(text), language);

    /// <summary>Names stay in every language that has them, for readers of each; other words need to stand once.</summary>
    private static List<SearchTerm> Distinct(IReadOnlyList<SearchTerm> terms) =>
        terms.Where(term => term.Text.Letters.Length > 0).DistinctBy(term => (term.Kind == TermKind.Name ? term.Language : null, term.Kind == TermKind.Code, term.Text.Letters)).ToList();
}
