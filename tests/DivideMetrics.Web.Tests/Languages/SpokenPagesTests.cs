using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DivideMetrics.Web.Tests.Languages;

/// <summary>Pages in the reader's language.</summary>
[Collection(PublishedSiteTests.Name)]
public sealed partial class SpokenPagesTests(PublishedSite site)
{
    /// <summary>Names that are the same in every language.</summary>
    private static readonly string[] Same = ["DivideMetrics", "API", "CSV", "XLSX", "JSON", "PNG", "SVG", "BibTeX", "RIS", "CSL", "Atom", "UTC", "SDMX", "DOI", "QA"];

    private static readonly string[] Told = ["title", "alt", "aria-label", "placeholder", "data-copied", "summary"];

    /// <summary>Every page.</summary>
    public static TheoryData<string> Pages =>
    [
        "/", "/indicators", "/countries", "/sources", "/search?q=internet", "/search?q=nowhere-at-all", "/nowhere", "/countries/XYZ", "/indicators/nothing",
        "/indicators/internet-users", "/indicators/internet-users?tab=line", "/indicators/internet-users?tab=discrete-bar", "/indicators/internet-users?tab=table", "/indicators/gender-parity-internet-use?time=1800&sex=X",
        "/countries/KEN", "/countries/KEN/internet-users", "/groups/WLD/internet-users", "/indicators/internet-users/trace?country=KEN&time=2020",
        "/explain?measure=gap-to-goal&indicator=internet-users&area=KEN&year=2020", "/explain?measure=gini-between-economies&indicator=internet-users&area=WLD&year=2020",
        "/countries/LIC", "/countries/KEN/gap-index", "/countries/XYZ/internet-users", "/countries/KEN/nothing", "/groups/LIC/internet-users", "/groups/LIC/gap-index", "/countries?asof=2000-01-01", "/countries/KEN?seen=2000-01-01",
        "/explain", "/explain?measure=nothing&indicator=internet-users&area=KEN&year=2020", "/explain?measure=progress-summary&indicator=internet-users&area=KEN&year=2021", "/explain?measure=mean-weighted&indicator=internet-users&area=LIC&year=2021",
        "/indicators/idi-2017", "/indicators/coverage-3g", "/indicators/ict-skills-copy-paste?tab=line", "/indicators/internet-users?tab=line&country=KEN&sex=F", "/indicators/households-computer", "/indicators/internet-users?asof=2000-01-01",
        "/explore/internet-users?time=2005..2015", "/explore/internet-users?tab=line&facet=entity&country=KEN~UGA", "/explore/internet-users?measure=gini", "/explore/internet-users?tab=scatter&xScale=log&by=region",
        "/explore/internet-users?tab=dumbbell&split=location", "/explore/population?tab=dumbbell", "/explore/households-computer", "/progress?rule=open-sdg&status=met&region=LIC", "/progress?rule=projection&community=security",
        "/compare?country=ATA", "/divides?split=income", "/inequality/internet-users?region=LIC&by=region", "/inequality/population",
        "/explore/internet-users", "/explore/internet-users?tab=line", "/explore/internet-users?tab=slope", "/explore/internet-users?tab=discrete-bar", "/explore/internet-users?tab=dumbbell",
        "/explore/internet-users?tab=scatter", "/explore/internet-users?tab=distribution", "/explore/internet-users?tab=stacked-bar", "/explore/internet-users?tab=heatmap", "/explore/internet-users?tab=table",
        "/explore/internet-users?measure=gap-to-goal", "/explore/internet-users?embed=1", "/progress", "/compare", "/compare?country=KEN~UGA~LIC", "/divides", "/inequality", "/methodology", "/about", "/news",
        "/news?country=KEN", "/news?indicator=internet-users", "/sources/UNSD", "/sources/GAPMINDER", "/sources/DBN", "/sources/NOBODY", "/sources/UNSD/changes",
        "/sources/UNSD/history?series=IT_USE_ii99&country=KEN",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_text_of_a_page_goes_through_the_languages(string address)
    {
        var page = await ReadAsync(address, Language.Pseudo.Code);

        page.Title = Names.Aggregate(page.Title ?? "", (title, name) => title.Replace(name, "", StringComparison.Ordinal));
        var unspoken = Unspoken(page).ToList();
        Assert.True(unspoken.Count == 0, $"{unspoken.Count} texts are not said through T or N:\n{string.Join('\n', unspoken.Take(60))}");
    }

    /// <summary>A text whose key stands neither in the code nor in the vocabulary is one that no translator is asked for.</summary>
    [Fact]
    public async Task Every_text_that_the_pages_ask_for_is_known_to_those_who_translate()
    {
        var (french, catalog) = (Language.Find("fr")!, site.Services.GetRequiredService<Catalog>());
        foreach (var page in Pages)
        {
            await ReadAsync(page.Data, french.Code);
        }

        var known = TextsInUse.Plain(catalog).Concat(TextsInUse.Counted().Keys).ToHashSet();
        Assert.Empty(Translations.Missing.Where(missed => missed.Language == french.Code).Select(missed => missed.Key.Split('|')[0]).Where(key => key.Any(char.IsLetter)).Except(known));
    }

    /// <summary>Names of sources, the longest first: where a title holds one, nothing can say that it is a name.</summary>
    private IEnumerable<string> Names => site.Services.GetRequiredService<Catalog>().Sources
        .SelectMany(source => source.Series.Select(series => series.Title).Concat([source.Id, source.Title, source.Provider])).OfType<string>().OrderByDescending(name => name.Length);

    private async Task<IDocument> ReadAsync(string address, string language)
    {
        var answer = await site.Client.GetAsync(new Uri(AppUrls.InLanguage(address, language), UriKind.Relative), TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    /// <summary>Words that stand outside of ⟦ ⟧, and not in a part that says that it is in English or is a name.</summary>
    private static IEnumerable<string> Unspoken(IDocument page) =>
        page.Descendants<IText>().Where(text => IsRead(text.ParentElement)).Select(text => (text.Data, Where: text.ParentElement))
            .Concat(page.All.Where(IsRead).SelectMany(element => Told.Select(name => (Data: element.GetAttribute(name) ?? "", Where: (IElement?)element))))
            .Concat(page.QuerySelectorAll("meta[name=description], meta[property='og:title'], meta[property='og:description']").Select(meta => (Data: meta.GetAttribute("content") ?? "", Where: (IElement?)meta)))
            .Where(said => Word().Matches(Spoken().Replace(said.Data, "")).Any(word => !Same.Contains(word.Value)))
            .Select(said => $"<{said.Where?.LocalName} class=\"{said.Where?.ClassName}\"> {Spoken().Replace(said.Data, "…").Trim()}")
            .Distinct();

    private static bool IsRead(IElement? element) =>
        element is not null && element.LocalName is not ("script" or "style" or "code" or "kbd" or "samp")
        && element.Closest("[lang]:not(html), [translate=no], script, style, code, kbd, samp") is null;

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    // What is cut off (a long name, the first sentence of several) has lost its end; a unit that is set apart from its number its beginning.
    [GeneratedRegex("(?:⟦|^)[^⟦⟧]*⟧|⟦[^⟧]*$")]
    private static partial Regex Spoken();
}
