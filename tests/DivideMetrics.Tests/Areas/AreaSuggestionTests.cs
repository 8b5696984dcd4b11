using CsCheck;
using DivideMetrics.Areas;
using DivideMetrics.Tests.Seeds;

namespace DivideMetrics.Tests.Areas;

public sealed class AreaSuggestionTests
{
    private static readonly AreaCatalog Areas = SeedFiles.Catalog.Areas;

    [Theory]
    [InlineData("kenia", "KEN")]
    [InlineData("ken", "KEN")]
    [InlineData("BRZ", "BRA")]
    [InlineData("germny", "DEU")]
    [InlineData("Germany", "DEU")]
    [InlineData("south korea", "KOR")]
    [InlineData("Untied States", "USA")]
    [InlineData("cote d ivoire", "CIV")]
    [InlineData("Viet", "VNM")]
    [InlineData("palestin", "PSE")]
    public void Suggestion_holds_what_was_meant(string text, string code) => Assert.Contains(code, Areas.Suggest(text).Select(area => area.Code));

    [Theory]
    [InlineData("kenya", "KEN")]
    [InlineData("burma", "MMR")]
    [InlineData("nigerr", "NER")]
    [InlineData("us", "USA")]
    [InlineData("emirats", "ARE")]
    public void Nearest_comes_first(string text, string code) => Assert.Equal(code, Areas.Suggest(text)[0].Code);

    [Theory]
    [InlineData("zzzzzzzz")]
    [InlineData("")]
    [InlineData("...")]
    public void Nothing_near_gives_nothing(string text) => Assert.Empty(Areas.Suggest(text));

    [Fact]
    public void A_code_that_is_near_none_suggests_codes_that_share_a_letter_in_its_place() =>
        Assert.All(Areas.Suggest("ZZZ"), area => Assert.Contains('Z', area.Code));

    [Fact]
    public void A_code_that_is_near_none_still_suggests_something() => Assert.NotEmpty(Areas.Suggest("ZZZ"));

    [Fact]
    public void Aggregates_are_not_suggested() => Assert.DoesNotContain(Areas.Suggest("Africa Eastern and Southern", 50), area => area.Kind == AreaKind.Aggregate);

    [Fact]
    public void Any_text_gives_at_most_the_wanted_number_of_different_areas() =>
        Gen.Select(Gen.String[0, 80], Gen.Int[0, 8]).Sample(
            (text, max) => Areas.Suggest(text, max) is var found && found.Count <= max && found.Distinct().Count() == found.Count, iter: 100, threads: 1);

    [Fact]
    public void Every_code_in_lower_case_suggests_its_own_area_first() =>
        Assert.All(Areas.Economies, area => Assert.Equal(area, Areas.Suggest(area.Code.ToLowerInvariant())[0]));

    [Fact]
    public void Half_a_surrogate_pair_is_no_letter() => Assert.Equal("ken ya", AreaCatalog.Normalize("Ken\uD800ya"));

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Gen.Char.Array[0, 12].Select(characters => new string(characters)).Sample(text => AreaCatalog.Normalize(AreaCatalog.Normalize(text)) == AreaCatalog.Normalize(text), threads: 1);
}
