using DivideMetrics.Areas;
using DivideMetrics.Seeds;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Languages;
using DivideMetrics.Web.Search;

namespace DivideMetrics.Web.Tests.Search;

/// <summary>What readers type, and what they mean.</summary>
public sealed class SiteSearchTests
{
    private static readonly Catalog Catalog = Declarations.Load(Path.Combine(AppContext.BaseDirectory, "seeds"));
    private static readonly SiteSearch Search = new(Catalog);

    /// <summary>All languages.</summary>
    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [InlineData("en", "KEN", "KEN"), InlineData("en", "de", "DEU"), InlineData("en", "404", "KEN"), InlineData("en", "xkx", "XKX")]
    [InlineData("en", "kenya", "KEN"), InlineData("en", "  Ken ", "KEN"), InlineData("en", "niger", "NER"), InlineData("en", "guinea", "GIN"), InlineData("en", "turkiye", "TUR")]
    [InlineData("en", "cote d", "CIV"), InlineData("en", "cote divoire", "CIV"), InlineData("en", "CÔTE D’IVOIRE", "CIV"), InlineData("en", "ivory coast", "CIV")]
    [InlineData("en", "burma", "MMR"), InlineData("en", "swaziland", "SWZ"), InlineData("en", "turkey", "TUR"), InlineData("en", "zaire", "COD"), InlineData("en", "cape verde", "CPV")]
    [InlineData("en", "south korea", "KOR"), InlineData("en", "korea south", "KOR"), InlineData("en", "north korea", "PRK"), InlineData("en", "united states", "USA"), InlineData("en", "uk", "GBR")]
    [InlineData("en", "allemagne", "DEU"), InlineData("en", "Deutschland", "DEU"), InlineData("en", "中国", "CHN"), InlineData("en", "германия", "DEU"), InlineData("en", "aland", "ALA")]
    [InlineData("fr", "allemagne", "DEU"), InlineData("fr", "germany", "DEU"), InlineData("fr", "etats unis", "USA"), InlineData("fr", "cote", "CIV"), InlineData("fr", "coree du sud", "KOR")]
    [InlineData("es", "espana", "ESP"), InlineData("es", "alemania", "DEU"), InlineData("es", "peru", "PER")]
    [InlineData("ar", "الكويت", "KWT"), InlineData("ar", "كويت", "KWT"), InlineData("ar", "المانيا", "DEU"), InlineData("ar", "kenya", "KEN")]
    [InlineData("zh", "肯尼亚", "KEN"), InlineData("zh", "阿联酋", "ARE"), InlineData("zh", "中国", "CHN")]
    [InlineData("ru", "Кения", "KEN"), InlineData("ru", "киргиз", "KGZ")]
    [InlineData("en", "germny", "DEU"), InlineData("en", "Untied Kingdom", "GBR"), InlineData("en", "kenia x", "KEN"), InlineData("ru", "германя", "DEU")]
    [InlineData("en", "low income", "LIC"), InlineData("en", "LDC", "LDC"), InlineData("fr", "afrique", "UN002")]
    [InlineData("en", "17.8.1", "internet-users"), InlineData("en", "SDG 17.8.1", "internet-users"), InlineData("en", "IT.NET.USER.ZS", "internet-users"), InlineData("en", "egdi", "egdi")]
    [InlineData("en", "internet", "internet-users"), InlineData("en", "users internet", "internet-users"), InlineData("en", "broadband", "fixed-broadband"), InlineData("en", "wifi", "fixed-broadband")]
    [InlineData("en", "4g", "coverage-4g"), InlineData("en", "smartphone", "mobile-ownership"), InlineData("en", "mobile money", "accounts"), InlineData("en", "electricity", "electricity")]
    [InlineData("en", "affordab", "price-mobile-data"), InlineData("en", "literacy", "literacy"), InlineData("en", "egovernment", "egdi"), InlineData("en", "online shopping", "b2c-index")]
    [InlineData("en", "cyber security", "gci"), InlineData("en", "intrenet", "internet-users"), InlineData("en", "haut debit", "fixed-broadband"), InlineData("fr", "haut débit", "fixed-broadband")]
    [InlineData("es", "banda ancha", "fixed-broadband"), InlineData("ar", "كهرباء", "electricity"), InlineData("zh", "宽带", "fixed-broadband"), InlineData("ru", "смартфон", "mobile-ownership")]
    public void First_is_what_was_meant(string language, string text, string code) => Assert.Equal(code, Find(text, language).FirstOrDefault()?.Code);

    [Theory]
    [InlineData("zzzzqqqq"), InlineData("qwrtpsdfg"), InlineData(""), InlineData(" . ’ "), InlineData("#!?"), InlineData("zz"), InlineData("囧囧囧"), InlineData("\ud83d"), InlineData("17.99.1")]
    public void Nonsense_finds_nothing(string text) => Assert.Empty(Find(text));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_name_finds_its_economy(string language) => Assert.Empty(Catalog.Areas.Economies
        .Where(area => Find(Catalog.Areas.NameOf(area.Code, language), language)[0].Code != area.Code).Select(area => area.Code));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_title_finds_its_indicator(string language) => Assert.Empty(Catalog.Indicators
        .Where(indicator => Find(Title(indicator.Title, language), language)[0].Code != indicator.Id).Select(indicator => indicator.Id));

    [Fact]
    public void Every_code_finds_its_area_whatever_its_case() => Assert.Empty(Catalog.Areas.All.Where(area => area.Kind != AreaKind.Aggregate)
        .Where(area => new[] { area.Code.ToLowerInvariant(), area.Iso2, area.M49?.ToString("D3") }.OfType<string>().Any(code => Find(code)[0].Code != area.Code)).Select(area => area.Code));

    [Fact]
    public void Totals_of_providers_are_not_found() =>
        Assert.DoesNotContain(Find("Africa Eastern and Southern"), hit => hit.Kind == SearchKind.Area && Catalog.Areas.Find(hit.Code)!.Kind == AreaKind.Aggregate);

    [Theory]
    [InlineData("en", "cote d", "Côte d’Ivoire", "Name", "Côte d")]
    [InlineData("en", "ivory", "Côte d’Ivoire", "OtherName", "Ivory")]
    [InlineData("en", "DEU", "Germany", "Code", "DEU")]
    [InlineData("en", "can", "Canada", "Name", "Can")]
    [InlineData("fr", "germ", "Allemagne", "OtherName", "Germ")]
    [InlineData("en", "smartph", "Individuals owning a mobile phone", "OtherWord", "smartph")]
    [InlineData("en", "17.8.1", "Individuals using the Internet", "Code", "17.8.1")]
    [InlineData("zh", "尼亚", "肯尼亚", "Name", "尼亚")]
    public void Hit_says_by_which_word_it_was_found(string language, string text, string name, string by, string part)
    {
        var hit = Find(text, language).First(hit => hit.Name == name);

        Assert.Equal((by, part), (hit.By.ToString(), hit.Found.Substring(hit.Start, hit.Length)));
    }

    [Fact]
    public void Dimension_finds_its_indicators_after_all_others()
    {
        var hits = Find("barriers");

        Assert.All(hits.Where(hit => hit.By != FoundBy.Dimension), hit => Assert.Equal(SearchKind.Indicator, hit.Kind));
        Assert.Contains(hits, hit => hit is { Code: "barrier-other", By: FoundBy.Dimension });
    }

    [Fact]
    public void What_only_comes_near_says_so()
    {
        Assert.All(Find("germny"), hit => Assert.True(hit.IsNear));
        Assert.All(Find("germany"), hit => Assert.False(hit.IsNear));
    }

    [Fact]
    public void Suggestions_hold_each_kind_and_no_more_than_wanted()
    {
        var hits = Search.Suggest("a", 8);

        Assert.Equal(8, hits.Count);
        Assert.Equal([SearchKind.Area, SearchKind.Group, SearchKind.Indicator], hits.Select(hit => hit.Kind).Distinct().Order());
    }

    [Fact]
    public void Areas_alone_are_found_for_who_chooses_areas() => Assert.DoesNotContain(Search.FindAreas("in", 50), hit => hit.Kind == SearchKind.Indicator);

    private static IReadOnlyList<SearchHit> Find(string text, string language = "en")
    {
        Language.Speak(Language.Find(language)!, isChosen: false);
        return Search.Find(text);
    }

    private static string Title(string english, string language) => language == "en" ? english : Translations.Of(Language.Find(language)!).GetValueOrDefault(english, english);
}
